import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, inject, it } from "vitest";
import { sitemapFiles } from "../../src/integrations/sitemap.ts";

const { underBase } = inject("sites");
const addresses = (xml: string): string[] =>
  [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map((match) => match[1] ?? "");

describe("sitemap", () => {
  it("names every page but the one for what is not there, in order", () => {
    const { dir, site, base } = underBase;
    const read = (name: string): string => readFileSync(path.join(dir, name), "utf8");
    expect(addresses(read("sitemap-index.xml"))).toEqual([`${site}${base}sitemap-1.xml`]);
    const named = addresses(read("sitemap-1.xml"));
    const pages = readdirSync(dir, { recursive: true, encoding: "utf8" })
      .filter((name) => path.basename(name) === "index.html")
      .map((name) => name.split(path.sep).slice(0, -1).join("/"))
      .map((folder) => `${site}${base}${folder === "" ? "" : `${folder}/`}`);
    expect(named).toEqual([...named].sort());
    expect(new Set(named)).toEqual(new Set(pages));
  });

  it("goes on in another file when one is full", () => {
    const files = sitemapFiles(["", "a/", "b&c/"], "https://example.org/base/", 2);
    expect([...files].map(([name, xml]) => [name, addresses(xml)])).toEqual([
      ["sitemap-1.xml", ["https://example.org/base/", "https://example.org/base/a/"]],
      ["sitemap-2.xml", ["https://example.org/base/b&amp;c/"]],
      [
        "sitemap-index.xml",
        ["https://example.org/base/sitemap-1.xml", "https://example.org/base/sitemap-2.xml"],
      ],
    ]);
  });
});
