/** One page of each template, chosen from what was built. */
import { readdirSync } from "node:fs";
import path from "node:path";
import type { BuiltSite } from "../../src/io/site-links.ts";
import { readCatalogue } from "./catalogue.ts";

/** Name of each template with the address, below the base path, of one of its pages. */
export function templates(site: BuiltSite): readonly (readonly [string, string])[] {
  const first = (folder: string): string => {
    const names = readdirSync(path.join(site.dir, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !["page", "families"].includes(entry.name))
      .map(({ name }) => name)
      .sort();
    return `${folder}/${names[0] ?? "missing"}/`;
  };
  const { papers } = readCatalogue(site);
  const withTex = papers.find(({ title }) => title.includes("$"));
  const shared = papers.find(({ appearances }) => appearances.length > 1);
  return [
    ["home", ""],
    ["papers", "papers/"],
    ["papers, second page", "papers/page/2/"],
    ["paper", first("papers")],
    ["paper with TeX in its title", `papers/${withTex?.id ?? "missing"}/`],
    ["paper of two lists", `papers/${shared?.id ?? "missing"}/`],
    ["techniques", "techniques/"],
    ["technique", "techniques/grpo/"],
    ["pair of techniques", first("techniques/dpo/with")],
    ["family of techniques", first("techniques/families")],
    ["lists", "lists/"],
    ["list", first("lists")],
    ["author", first("authors")],
    ["search", "search/"],
    ["about", "about/"],
    ["not found", "404.html"],
  ];
}
