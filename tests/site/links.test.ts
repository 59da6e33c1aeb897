import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, inject, it } from "vitest";
import { checkLinks } from "../../src/io/site-links.ts";

const { atRoot, underBase } = inject("sites");

describe("links of the built site", () => {
  it.each([
    ["/", atRoot],
    ["/some/base/", underBase],
  ])("all resolve under %s", async (_base, site) => {
    const problems = await checkLinks(site);
    expect(problems.map(({ file, rule, message }) => `${file}: ${rule}: ${message}`)).toEqual([]);
  });
});

describe("the check itself", () => {
  let dir = "";
  afterEach(() => {
    rmSync(dir, { recursive: true, force: true });
  });

  async function rulesBroken(files: Record<string, string>): Promise<string[]> {
    dir = mkdtempSync(path.join(tmpdir(), "links-"));
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(dir, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    const problems = await checkLinks({ dir, site: "https://example.org", base: "/base/" });
    return problems.map(({ file, line, column, rule }) =>
      [file, line, column, rule].map(String).join(" "),
    );
  }

  const page = (body: string): Record<string, string> => ({
    "index.html": `<h1>Home</h1>\n${body}`,
    "a/index.html": '<h1 id="here">A</h1>',
    "a.png": "",
  });

  it.each([
    '<a href="/base/a/">A</a>',
    '<a href="/base/a/?q=x#here">A</a>',
    '<a href="a/#here">A</a>',
    '<a href="#">A</a>',
    '<a href="https://example.org/base/a/">A</a>',
    '<a href="https://elsewhere.org/not/ours">A</a>',
    '<a href="mailto:a@example.org">A</a>',
    '<img src="/base/a.png" srcset="/base/a.png 1x, a.png 2x" alt="">',
    '<form action="/base/a/"></form>',
    '<p data-base="x">A</p>',
  ])("is content with %s", async (body) => {
    expect(await rulesBroken(page(body))).toEqual([]);
  });

  it.each([
    ['<a href="/base/b/">B</a>', "link-broken"],
    ['<a href="/base/a">A</a>', "link-broken"],
    ['<a href="/base/a/#there">A</a>', "link-fragment"],
    ['<a href="/a/">A</a>', "link-outside-base"],
    ['<a href="../">A</a>', "link-outside-base"],
    ['<a href="javascript:alert(1)">A</a>', "link-unsafe"],
    ['<a href="https://[">A</a>', "link-broken"],
    ['<img src="/base/b.png">', "link-broken"],
    ['<p><img srcset="a.png 1x, /b.png 2x">', "link-outside-base"],
    ['<p><form action="/search/"></form>', "link-outside-base"],
    ['<link rel="canonical" href="https://example.org/a/">', "link-outside-base"],
    ['<meta property="og:url" content="https://example.org/base/b/">', "link-broken"],
    ['<x-y data-pagefind="/pagefind/pagefind.js"></x-y>', "link-outside-base"],
    ['<p id="a">A<p id="a">B', "id-repeated"],
    ["<h1>Again</h1>", "heading-count"],
  ])("finds the fault in %s", async (body, rule) => {
    const found = await rulesBroken(page(body));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`index.html ${rule === "heading-count" ? "1 1" : "2 "}`);
    expect(found[0]).toContain(rule);
  });

  it.each([
    ["a.css", "p {}\na { background: url(/font.woff2) }", "a.css 2 17 link-outside-base"],
    ["sitemap-1.xml", "<loc>https://example.org/base/b/</loc>", "sitemap-1.xml 1 1 link-broken"],
    ["robots.txt", "Sitemap: https://example.org/base/map.xml", "robots.txt 1 1 link-broken"],
    ["papers.json", '{"url":"https://example.org/base/p/"}', "papers.json 1 1 link-broken"],
  ])("reads %s", async (name, content, expected) => {
    expect(await rulesBroken({ ...page(""), [name]: content })).toEqual([expected]);
  });
});
