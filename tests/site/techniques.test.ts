/** The technique pages' data and proof, on the built site. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, inject, it } from "vitest";
import { z } from "zod";
import { readCatalogue } from "../setup/catalogue.ts";

const { underBase } = inject("sites");
const { papers, techniques } = readCatalogue(underBase);

const concept = z.object({
  id: z.url(),
  type: z.string(),
  prefLabel: z.string().optional(),
  altLabel: z.array(z.string()).optional(),
  definition: z.string().optional(),
  broader: z.array(z.url()).optional(),
  narrower: z.array(z.url()).optional(),
  related: z.array(z.url()).optional(),
  member: z.array(z.url()).optional(),
  core: z.array(z.url()).optional(),
  mention: z.array(z.url()).optional(),
});

function read(name: string): unknown {
  return JSON.parse(readFileSync(path.join(underBase.dir, name), "utf8"));
}

/** Whether an absolute address is a page of the built site. */
function isPage(address: string): boolean {
  const home = `${underBase.site}${underBase.base}`;
  return (
    address.startsWith(home) &&
    existsSync(path.join(underBase.dir, address.slice(home.length), "index.html"))
  );
}

describe("techniques.json", () => {
  const graph = z.object({ "@graph": z.array(concept) }).parse(read("techniques.json"))["@graph"];
  const concepts = graph.filter(({ type }) => type === "skos:Concept");

  it("has every technique, identified by its page", () => {
    expect(concepts.map(({ id }) => id)).toEqual(techniques.map(({ url }) => url));
    for (const { id } of graph) expect(isPage(id), id).toBe(true);
  });

  it("keeps SKOS's rules: labels are disjoint, broader and narrower are inverse", () => {
    const byId = new Map(concepts.map((one) => [one.id, one]));
    for (const { id, prefLabel = "", altLabel = [], broader = [] } of concepts) {
      expect(altLabel).not.toContain(prefLabel);
      for (const above of broader) expect(byId.get(above)?.narrower).toContain(id);
    }
  });
});

describe.each(techniques.map(({ id }) => id))("techniques/%s.json", (id) => {
  const document = concept.parse(read(`techniques/${id}.json`));

  it("names the papers of each role, as papers.json has them", () => {
    for (const role of ["core", "mention"] as const) {
      const tagged = papers.filter((paper) =>
        paper.techniques.some((tag) => tag.id === id && tag.role === role),
      );
      expect(document[role]).toEqual(tagged.map(({ url }) => url));
    }
    expect(document.prefLabel).not.toBe("");
    expect(document.definition).toMatch(/\.$/);
  });
});

describe("evidence", () => {
  it("proves every tag with words of the title or the abstract", () => {
    for (const paper of papers) {
      for (const tag of [...paper.techniques, ...paper.areas, ...paper.resources]) {
        expect(tag.evidence.length, `${paper.id} ${tag.id}`).toBeGreaterThan(0);
        for (const { field, start, end } of tag.evidence) {
          expect(paper[field].slice(start, end), `${paper.id} ${tag.id}`).toMatch(/\w/);
        }
      }
    }
  });

  it("is marked on the paper's page and linked from the margin", () => {
    const paper = papers.find(({ techniques: tags }) => tags.length > 2);
    const html = readFileSync(
      path.join(underBase.dir, "papers", paper?.id ?? "", "index.html"),
      "utf8",
    );
    for (const [, id] of html.matchAll(/href="#(evidence-\d+)"/g)) {
      expect(html).toContain(`id="${id ?? ""}"`);
    }
    expect(html).toMatch(/<mark[^>]*>[^<]+<\/mark>/);
  });
});
