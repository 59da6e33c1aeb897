/** What a reader's device must fetch, compressed as hosts do. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, inject, it } from "vitest";
import { readCatalogue } from "../setup/catalogue.ts";
import { attribute, elements, readPage } from "../setup/html.ts";

const { atRoot } = inject("sites");
const { papers } = readCatalogue(atRoot);
const read = (name: string): Buffer => readFileSync(path.join(atRoot.dir, name));
const compressed = (content: Buffer): number => gzipSync(content).length;

/** The modules that a page runs before anything is done on it, and what these import at once. */
function modulesOf(address: string): ReadonlySet<string> {
  const found = new Set<string>();
  const follow = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    const code = read(name).toString();
    for (const [, from = ""] of code.matchAll(
      /(?:^|[;}\s])(?:import|export)[^"'();]*["']([^"']+)["']/g,
    )) {
      if (from.startsWith(".")) follow(path.posix.join(path.posix.dirname(name), from));
    }
  };
  for (const script of elements(readPage(atRoot, address), ({ tagName }) => tagName === "script")) {
    const src = attribute(script, "src");
    if (src !== null) follow(src.slice(atRoot.base.length));
  }
  return found;
}

describe("weights, in kB compressed", () => {
  it("the largest paper page: at most 15", () => {
    const sizes = papers.map(({ id }) => compressed(read(`papers/${id}/index.html`)));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(15_000);
    expect(Math.min(...sizes)).toBeGreaterThan(1_000);
  });

  it("scripts of a paper page before one searches: at most 10", () => {
    const [first] = papers;
    const address = `papers/${first?.id ?? ""}/`;
    const inline = elements(readPage(atRoot, address), ({ tagName }) => tagName === "script")
      .filter((script) => attribute(script, "type") === "module")
      .flatMap(({ childNodes }) => childNodes)
      .map((node) => ("value" in node ? node.value : ""))
      .join("");
    const files = [...modulesOf(address)].map((name) => compressed(read(name)));
    const sum = files.reduce((all, size) => all + size, compressed(Buffer.from(inline)));
    expect(sum).toBeLessThanOrEqual(10_000);
    // The page of searches is larger: what is counted is there.
    expect(modulesOf("search/").size).toBeGreaterThan(0);
  });

  it("the style sheets: at most 15", () => {
    const sheets = readdirSync(path.join(atRoot.dir, "_astro")).filter((name) =>
      name.endsWith(".css"),
    );
    const sum = sheets.reduce((all, name) => all + compressed(read(`_astro/${name}`)), 0);
    expect(sum).toBeGreaterThan(1_000);
    expect(sum).toBeLessThanOrEqual(15_000);
  });

  it("an image of a shared link: at most 60, and each page names one that is there", () => {
    const images = new Set(
      ["", "papers/", "techniques/grpo/", ...papers.map(({ id }) => `papers/${id}/`)].map(
        (address) => {
          const [meta] = elements(
            readPage(atRoot, address),
            (element) => attribute(element, "property") === "og:image",
          );
          return new URL(meta === undefined ? "" : (attribute(meta, "content") ?? ""), atRoot.site)
            .pathname;
        },
      ),
    );
    expect(images.size).toBe(papers.length + 2);
    for (const image of images)
      expect(read(image.slice(atRoot.base.length)).length).toBeLessThan(60_000);
  });
});

describe("the Content-Security-Policy", () => {
  it("is on every page and allows no inline script and no inline style", () => {
    const pages = readdirSync(atRoot.dir, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".html"),
    );
    expect(pages.length).toBeGreaterThan(500);
    for (const name of pages) {
      const html = read(name).toString();
      const policy = /<meta http-equiv="content-security-policy" content="([^"]+)">/.exec(
        html,
      )?.[1];
      expect(policy, name).toContain("default-src 'none'");
      expect(policy, name).not.toContain("unsafe-inline");
      expect(policy, name).not.toContain("'unsafe-eval'");
      expect(/ (?:style|on[a-z]+)="/.exec(html)?.[0], name).toBe(undefined);
    }
  });
});
