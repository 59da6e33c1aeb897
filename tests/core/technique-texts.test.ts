import { readdirSync, readFileSync } from "node:fs";
import { mdxToJs, mdxToMdast } from "satteri";
import type { MdastNode } from "satteri";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { techniqueIds } from "../../src/io/corpus.ts";
import { mathToMathml } from "../../src/markdown/math-to-mathml.ts";
import { markdown } from "../../src/markdown/processor.ts";
import { techniqueLinks } from "../../src/markdown/technique-links.ts";

const folder = new URL("../../src/content/techniques/", import.meta.url);
const knownIds = techniqueIds();
const features = { math: true };

interface Source {
  readonly title: string;
  readonly authors: string;
  readonly year: number;
  readonly arxivId?: string;
  readonly url?: string;
}

interface Text {
  readonly id: string;
  readonly frontmatter: { readonly technique: string; readonly sources: readonly Source[] };
  readonly body: string;
  readonly nodes: readonly MdastNode[];
}

function descendants(node: MdastNode): MdastNode[] {
  return [node, ...("children" in node ? node.children.flatMap(descendants) : [])];
}

function readText(name: string): Text {
  const source = readFileSync(new URL(name, folder), "utf8");
  const [, frontmatter = "", body = ""] = /^---\n([^]*?)\n---\n([^]*)$/.exec(source) ?? [];
  return {
    id: name.replace(/\.mdx$/, ""),
    frontmatter: parse(frontmatter) as Text["frontmatter"],
    body,
    nodes: descendants(mdxToMdast(body, { features })),
  };
}

const texts = readdirSync(folder)
  .filter((name) => name.endsWith(".mdx"))
  .map(readText);

/** Compiles as the site does, apart from the colors of code. */
async function compile(body: string, name: string): Promise<string> {
  const { code } = await mdxToJs(body, {
    features,
    mdastPlugins: [techniqueLinks({ base: "/", techniqueIds: knownIds })],
    hastPlugins: [mathToMathml],
    fileURL: new URL(name, folder),
  });
  return code;
}

describe.each(texts)("the text on $id", ({ id, frontmatter, body, nodes }) => {
  it("is named after a technique of the vocabulary", () => {
    expect(frontmatter.technique).toBe(id);
    expect([...knownIds]).toContain(id);
  });

  it("says which papers it rests on, and where they are", () => {
    expect(frontmatter.sources.length).toBeGreaterThan(0);
    for (const { title, authors, year, arxivId, url } of frontmatter.sources) {
      expect(title.trim()).not.toBe("");
      expect(authors.trim()).not.toBe("");
      expect(arxivId ?? url, `"${title}" has neither arXiv id nor address`).toBeDefined();
      if (arxivId !== undefined) {
        expect(arxivId).toMatch(/^\d{4}\.\d{4,5}$/);
        // The id tells the month of the first version, which is the year that counts here.
        expect(year).toBe(2000 + Number(arxivId.slice(0, 2)));
      }
    }
  });

  it("compiles: every formula is TeX that Temml knows, every link a technique", async () => {
    expect(await compile(body, `${id}.mdx`)).toContain("function MDXContent");
  });

  it("shows its equation or code", () => {
    expect(nodes.some(({ type }) => type === "math" || type === "code")).toBe(true);
  });

  it("has headings from the second level on, without a gap, and no name twice", () => {
    const headings = nodes.filter((node) => node.type === "heading");
    const levels = headings.map(({ depth }) => depth);
    expect(levels[0]).toBe(2);
    levels.forEach((level, at) => {
      expect(level).toBeGreaterThanOrEqual(2);
      expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 1) + 1);
    });
    const names = headings.map((heading) =>
      descendants(heading)
        .map((node) => ("value" in node ? node.value : ""))
        .join(""),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it("names the language of all its code", () => {
    for (const node of nodes) if (node.type === "code") expect(node.lang).toMatch(/^\w+$/);
  });

  it("links to other techniques by id only", () => {
    for (const node of nodes) {
      if (node.type === "link") expect(node.url).toMatch(/^(?:technique:|https:)/);
      if (node.type === "link") expect(node.url).not.toBe(`technique:${id}`);
    }
  });
});

describe("Markdown of the site", () => {
  it("has the three texts that show the way", () => {
    expect(texts.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["grpo", "on-policy-distillation", "process-reward-model"]),
    );
  });

  it("sets math, links and code", async () => {
    const { processor, ...shared } = markdown({ base: "/shelf/", techniqueIds: new Set(["ppo"]) });
    const renderer = await processor.createRenderer(shared);
    const rendered = await renderer.render(
      "See [PPO](technique:ppo), $x_{i} * y_*$.\n\n$$\n\\frac{a}{b}\n$$\n\n```python\nx = {1}\n```\n",
      {},
    );
    const html = rendered.code;
    expect(html).toContain('<a href="/shelf/techniques/ppo/">PPO</a>');
    expect(html).toContain("<math><mrow><msub><mi>x</mi><mi>i</mi></msub><mo>∗</mo>");
    expect(html).toMatch(
      /<div class="equation" role="group" aria-label="Equation" tabindex="0"><math display="block"[^>]*><mfrac>/,
    );
    expect(html).toMatch(/<pre class="astro-code[^>]*>/);
    expect(html).toMatch(/<span class="token-constant">\s?1<\/span>/);
    expect(html).not.toContain("style=");
    expect(html).not.toContain("language-math");
  });

  it("refuses TeX it cannot set, naming file and formula", async () => {
    await expect(compile("Take $\\minn(a, b)$.", "ppo.mdx")).rejects.toThrow(
      /^src\/content\/techniques\/ppo\.mdx: this TeX cannot be rendered:[^]*\\minn\(a, b\)/,
    );
  });

  it("refuses a link to a technique that is not there, naming file and link", async () => {
    await expect(compile("See [it](technique:pp0).", "ppo.mdx")).rejects.toThrow(
      "src/content/techniques/ppo.mdx: the link technique:pp0 names no technique of the vocabulary",
    );
  });
});
