import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, inject, it } from "vitest";
import { z } from "zod";
import { readCatalogue } from "../setup/catalogue.ts";
import { type SeedEntry, seedEntries, seedFiles } from "../setup/seed-entries.ts";

const { atRoot, underBase } = inject("sites");
const catalogue = readCatalogue(atRoot);

/** The paper that stands at a place of a list. */
function paperAt(file: string, position: number) {
  const list = catalogue.lists.find((candidate) => candidate.file === file);
  return catalogue.papers.find((paper) =>
    paper.appearances.some((place) => place.list === list?.id && place.position === position),
  );
}

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** The date that a seed's own words give; both Daily Papers were saved in 2026. */
function statedDate({ day, arxivId }: SeedEntry): string | null {
  if (arxivId !== null) return `20${arxivId.slice(0, 2)}-${arxivId.slice(2, 4)}`;
  if (day === null) return null;
  const [month = "", date = "", year = "2026"] = day.replace(",", "").split(" ");
  const number = String(months.indexOf(month) + 1).padStart(2, "0");
  return `${year}-${number}-${date.padStart(2, "0")}`;
}

describe("papers.json", () => {
  it("holds the 182 papers of the four lists, and nothing else", () => {
    expect(catalogue.papers).toHaveLength(182);
    expect(catalogue.lists.map(({ file, entries }) => [file, entries])).toEqual(
      Object.entries(seedFiles),
    );
    const places = catalogue.papers.flatMap(({ appearances }) => appearances);
    expect(places).toHaveLength(187);
  });

  describe.each(Object.entries(seedFiles))("against %s", (file, count) => {
    const entries = seedEntries(file);

    it("is held against as many entries as the file is known to have", () => {
      expect(entries).toHaveLength(count);
    });

    it.each(entries.map((entry, index) => [index + 1, entry.title, entry] as const))(
      "%i: %s",
      (position, _title, entry) => {
        const paper = paperAt(file, position);
        const list = catalogue.lists.find((candidate) => candidate.file === file);
        const [handle, ...name] = entry.organization?.split(" ") ?? [];
        expect({
          title: paper?.title,
          abstract: paper?.abstract,
          authors: paper?.authors,
          authorCount: paper?.authorCount,
          organization: paper?.organization,
          arxivId: paper?.arxivId,
          pdf: paper?.urls.pdf,
          place: paper?.appearances.find((place) => place.list === list?.id),
        }).toEqual({
          title: entry.title,
          abstract: entry.abstract,
          authors: entry.authors,
          authorCount: entry.authorCount,
          organization: handle === undefined ? null : { handle, name: name.join(" ") },
          arxivId: entry.arxivId,
          pdf: entry.arxivId === null ? null : `https://arxiv.org/pdf/${entry.arxivId}`,
          place: { list: list?.id, position, line: entry.line, comments: entry.comments },
        });
        const date = statedDate(entry);
        if (date !== null) expect(paper?.published?.value).toBe(date);
      },
    );
  });

  it.each([
    ["/", atRoot],
    ["a base path", underBase],
  ])("is as its schema says, under %s", (_base, site) => {
    const read = (name: string): unknown =>
      JSON.parse(readFileSync(path.join(site.dir, name), "utf8"));
    const schema = read("papers.schema.json") as Parameters<typeof z.fromJSONSchema>[0];
    expect(z.fromJSONSchema(schema).safeParse(read("papers.json")).error).toBeUndefined();
    const broken = { ...(read("papers.json") as object), papers: [{ id: "no-title" }] };
    expect(z.fromJSONSchema(schema).safeParse(broken).success).toBe(false);
  });

  it("gives absolute addresses that contain the base path", () => {
    for (const { id, url } of readCatalogue(underBase).papers) {
      expect(url).toBe(`${underBase.site}/some/base/papers/${id}/`);
    }
  });
});
