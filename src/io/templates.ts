/** One page of each template of a built site, chosen from what was built. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const catalogue = z.object({
  papers: z.array(
    z.object({ id: z.string(), title: z.string(), appearances: z.array(z.unknown()) }),
  ),
});

/** Name of each template with the address, below the base path, of one of its pages. */
export function pageOfEachTemplate(dir: string): readonly (readonly [string, string])[] {
  const first = (folder: string): string => {
    const names = readdirSync(path.join(dir, folder), { withFileTypes: true })
      .filter(
        (entry) =>
          entry.isDirectory() && !["page", "families", "data", "with-code"].includes(entry.name),
      )
      .map(({ name }) => name)
      .sort();
    return `${folder}/${names[0] ?? "missing"}/`;
  };
  const { papers } = catalogue.parse(
    JSON.parse(readFileSync(path.join(dir, "papers.json"), "utf8")),
  );
  const withTex = papers.find(({ title }) => title.includes("$"));
  const shared = papers.find(({ appearances }) => appearances.length > 1);
  const pages: readonly (readonly [string, string])[] = [
    ["home", ""],
    ["papers", "papers/"],
    ["papers, second page", "papers/page/2/"],
    ["papers with code", "papers/with-code/"],
    ["years", "years/"],
    ["papers of a year", "years/2025/"],
    ["areas", "areas/"],
    ["papers of an area", first("areas")],
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
    ["library", "library/"],
    ["search", "search/"],
    ["about", "about/"],
    ["not found", "404.html"],
  ];
  return pages.filter(([, address]) =>
    existsSync(path.join(dir, address.replace(/(^|\/)$/, "$1index.html"))),
  );
}
