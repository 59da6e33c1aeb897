/** A site built from seeds that mean it ill: everything is published as text, and nothing runs. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkLinks } from "../../src/io/site-links.ts";
import { digestEntry, pageFurniture } from "../core/corpus-from.ts";

const root = path.resolve(import.meta.dirname, "../..");
const attack = `<script>alert(1)</script><img src=x onerror=alert(2)>"'><svg onload=alert(3)>`;
const tex = String.raw`\href{javascript:alert(4)}{click} $\href{javascript:alert(5)}{x}$ $\unicode{x3c}script$`;
const prose = `${attack} ${tex} javascript:alert(6) https://a.example/"onmouseover="alert(7) `;
const link = (id: string): string => `[PDF](https://arxiv.org/pdf/${id})`;

const digest = [
  digestEntry({
    title: `${attack} Title`,
    authors: `${attack}, B`,
    abstract: prose,
    link: "[PDF](javascript:alert(8))",
  }),
  digestEntry({
    title: `${attack} Again`,
    authors: `${attack}, B`,
    abstract: prose,
    link: link("2601.00002"),
  }),
  digestEntry({
    title: "Σ",
    abstract: `{{ "{{" }} {prose} \${1} <!-- --> ]]> &amp; &lt;`,
    link: link("2601.00003"),
  }),
  digestEntry({
    title: "???",
    abstract: "\u0000\u0008\u202E reversed \uD800 ",
    link: link("2601.00004"),
  }),
  digestEntry({ title: "强化学习 在 中文", link: link("2601.00005") }),
  digestEntry({ title: `Long ${"word ".repeat(100)}end`, link: link("2601.00006") }),
  digestEntry({
    title: "مقال عن التعلم",
    authors: Array.from({ length: 60 }, (_, n) => `Author ${String(n)}`).join(", "),
    link: link("2601.00007"),
  }),
  digestEntry({ title: "page", link: link("2601.00008") }),
  digestEntry({
    title: "$x^{$ unbalanced } \\method",
    abstract: "$$ \\frac{1}{ $ costs $5 and $10",
    link: link("2601.00009"),
  }),
].join("");
const daily = `${pageFurniture}${attack} Daily\n\n${prose.repeat(4)}.\n\n${attack.replaceAll(" ", "")} ${attack}\n·\nMay 1, 2025 2\n`;
const manifest = [
  "lists:",
  "  - file: digest.txt",
  `    title: ${JSON.stringify(attack)}`,
  `    source: "javascript:alert(9)"`,
  "    date: 2026-01-30",
].join("\n");

let folder = "";
let out = "";
let pages: readonly { readonly file: string; readonly html: string }[] = [];

beforeAll(() => {
  mkdirSync(path.join(root, ".cache"), { recursive: true });
  folder = mkdtempSync(path.join(root, ".cache", "hostile-"));
  out = path.join(folder, "site");
  mkdirSync(path.join(folder, "seeds"));
  writeFileSync(path.join(folder, "seeds/digest.txt"), digest);
  writeFileSync(path.join(folder, "seeds/daily.txt"), daily);
  writeFileSync(path.join(folder, "seeds/lists.yaml"), manifest);
  const { status, stderr } = spawnSync(process.execPath, ["scripts/build.ts", "--no-strict"], {
    cwd: root,
    encoding: "utf8",
    env: {
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^VITE/.test(name))),
      NODE_ENV: "production",
      PAPERSHELF_SEEDS: path.join(folder, "seeds"),
      PAPERSHELF_OUT: out,
      PAPERSHELF_SITE: "https://shelf.example.org",
      PAPERSHELF_BASE: "/",
    },
  });
  if (status !== 0) throw new Error(stderr);
  pages = readdirSync(out, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".html"))
    .map((file) => ({ file, html: readFileSync(path.join(out, file), "utf8") }));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

type Element = DefaultTreeAdapterTypes.Element;

function elementsOf(html: string): readonly Element[] {
  const found: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ParentNode): void => {
    for (const child of node.childNodes) {
      if ("tagName" in child) found.push(child);
      if ("childNodes" in child) visit(child);
    }
  };
  visit(parse(html));
  return found;
}

function childText(element: Element): string {
  return element.childNodes.map((child) => ("value" in child ? child.value : "")).join("");
}

describe("a site of hostile seeds", () => {
  it("has a page for every entry", () => {
    const papers = pages.filter(({ file }) => /^papers\/(?!page\/)[^/]+\/index\.html$/.test(file));
    expect(papers).toHaveLength(10);
    expect(papers.map(({ file }) => file)).toContain("papers/sigma/index.html");
    expect(papers.map(({ file }) => file)).toContain("papers/page-2601-00008/index.html");
  });

  it("runs nothing and links to nothing that runs", () => {
    for (const { file, html } of pages) {
      for (const element of elementsOf(html)) {
        const { tagName, attrs } = element;
        const attributes = new Map(attrs.map(({ name, value }) => [name, value]));
        for (const [name, value] of attributes) {
          expect(name, file).not.toMatch(/^on/);
          if (["href", "src", "action", "xlink:href"].includes(name)) {
            expect(value.trim(), file).not.toMatch(/^javascript:/i);
          }
        }
        if (tagName === "img") expect.unreachable(`an image on ${file}`);
        if (tagName === "script" && attributes.get("type") !== "application/ld+json") {
          expect(childText(element), file).not.toContain("alert");
        }
      }
    }
  });

  it("shows the markup as the text it is", () => {
    const paper = pages.find(
      ({ file }) => file.includes("title/index.html") && file.startsWith("papers/"),
    );
    expect(paper?.html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  });

  it("has no broken link", async () => {
    const found = await checkLinks({ dir: out, site: "https://shelf.example.org", base: "/" });
    expect(found).toEqual([]);
  });
});
