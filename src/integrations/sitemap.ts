/**
 * Writes the sitemap from the finished pages, so that it names what is there and nothing else.
 * Format and limits: https://www.sitemaps.org/protocol.html. There is no `lastmod`: the build does
 * not know when a page's content changed, and the clock would make every build different.
 */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { builtPages } from "../io/built-pages.ts";

/** Addresses that one sitemap file may hold, by the protocol. */
const limit = 50_000;

/** Writes `sitemap-index.xml` and `sitemap-1.xml`, `sitemap-2.xml`, ... after the build. */
export function sitemap(): AstroIntegration {
  let home = "";
  return {
    name: "papershelf:sitemap",
    hooks: {
      "astro:config:done": ({ config }) => {
        if (config.site === undefined) throw new Error("The sitemap needs the site's address.");
        home = new URL(config.base.replace(/\/*$/, "/"), config.site).href;
      },
      "astro:build:done": async ({ dir }) => {
        const root = fileURLToPath(dir);
        const paths: string[] = [];
        for (const page of await builtPages(root)) {
          if (page.path === "404.html") continue;
          if (!forbidsIndexing(await readFile(page.file, "utf8"))) paths.push(page.path);
        }
        for (const [name, xml] of sitemapFiles(paths, home)) {
          await writeFile(path.join(root, name), xml);
        }
      },
    },
  };
}

/**
 * The sitemap's files, by name, for pages below `home` (absolute, ending in a slash), in the order
 * given; `perFile` addresses in each.
 */
export function sitemapFiles(
  paths: readonly string[],
  home: string,
  perFile: number = limit,
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (let start = 0; start < paths.length; start += perFile) {
    const entries = paths
      .slice(start, start + perFile)
      .map((page) => `  <url><loc>${escapeXml(new URL(page, home).href)}</loc></url>\n`);
    files.set(`sitemap-${String(start / perFile + 1)}.xml`, document("urlset", entries));
  }
  const index = [...files.keys()].map(
    (name) => `  <sitemap><loc>${escapeXml(new URL(name, home).href)}</loc></sitemap>\n`,
  );
  files.set("sitemap-index.xml", document("sitemapindex", index));
  return files;
}

function document(root: string, entries: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join("")}</${root}>\n`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&apos;");
}

/** Whether the page asks search engines to leave it out; only the head is read. */
function forbidsIndexing(html: string): boolean {
  const end = html.indexOf("</head>");
  const head = parse(end === -1 ? html : html.slice(0, end));
  const visit = (node: DefaultTreeAdapterTypes.ParentNode): boolean =>
    node.childNodes.some((child) => {
      if (!("attrs" in child)) return false;
      const attribute = (name: string): string =>
        child.attrs.find((candidate) => candidate.name === name)?.value ?? "";
      if (child.tagName === "meta" && attribute("name").toLowerCase() === "robots") {
        return attribute("content").toLowerCase().includes("noindex");
      }
      return visit(child);
    });
  return visit(head);
}
