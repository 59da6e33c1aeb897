/** The sets of bits against a filter that asks every paper, on any papers and any selection. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addBit, countBits, noBits, placesOf } from "../../../src/core/facets/bits.ts";
import { facetFiles, type FacetedPaper, papersInPiece } from "../../../src/core/facets/columns.ts";
import {
  countFacets,
  filterPapers,
  paperSorts,
  relaxations,
  sortPapers,
} from "../../../src/core/facets/filter.ts";
import {
  choicesOf,
  facetNames,
  modeOf,
  nothing,
  type Selection,
  techniqueModes,
  withoutChoice,
  withTechnique,
  withValue,
} from "../../../src/core/facets/selection.ts";
import { facetTable } from "../../../src/core/facets/table.ts";
import type { Role } from "../../../src/core/model.ts";

const families: Readonly<Record<string, string>> = {
  grpo: "rl",
  ppo: "rl",
  cot: "reasoning",
  tot: "reasoning",
};
const ids = Object.keys(families);
const values = {
  area: ["medicine", "code"],
  year: ["2026", "2025"],
  list: ["a", "b"],
  has: ["code"],
};
const named = (all: readonly string[]) => all.map((id) => ({ id, label: id.toUpperCase() }));
const names = {
  techniques: ids.map((id) => ({ id, label: id, family: families[id] ?? "" })),
  facets: [
    { name: "family" as const, label: "Families", values: named(["rl", "reasoning"]) },
    { name: "area" as const, label: "Areas", values: named(values.area) },
    { name: "year" as const, label: "Years", values: named(values.year) },
    { name: "list" as const, label: "Lists", values: named(values.list) },
    { name: "has" as const, label: "Links", values: named(values.has) },
  ],
};

const roles = fc.constantFrom<Role>("core", "mention");
const paper: fc.Arbitrary<FacetedPaper> = fc.record({
  techniques: fc.uniqueArray(fc.record({ id: fc.constantFrom(...ids), role: roles }), {
    selector: ({ id }) => id,
  }),
  values: fc.record({
    area: fc.subarray(values.area),
    year: fc.subarray(values.year, { maxLength: 1 }),
    list: fc.subarray(values.list),
    has: fc.subarray(values.has),
  }),
});
const lists = fc.array(paper, { maxLength: 90 });
/** For each place of a list whether it is picked. */
const picks = fc.array(fc.boolean(), { minLength: 90, maxLength: 90 });

const selection = fc
  .record({
    modes: fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...techniqueModes))),
    ticked: fc.array(
      fc.constantFrom(
        ...names.facets.flatMap((facet) => facet.values.map(({ id }) => [facet.name, id] as const)),
      ),
      { maxLength: 4 },
    ),
    role: fc.constantFrom<Role | null>("core", "mention", null),
  })
  .map(({ modes, ticked, role }): Selection => {
    let made: Selection = { ...nothing, role };
    for (const [id, mode] of modes) made = withTechnique(made, id, mode);
    for (const [facet, id] of ticked) made = withValue(made, facet, id, true);
    return made;
  });

/** Whether a paper fits, asked in the plainest way. */
function fits({ techniques, values: own }: FacetedPaper, chosen: Selection): boolean {
  const has = (id: string): boolean =>
    techniques.some((tag) => tag.id === id && (chosen.role === null || tag.role === chosen.role));
  const { any, all, not } = chosen.techniques;
  if (any.length > 0 && !any.some(has)) return false;
  if (!all.every(has) || not.some(has)) return false;
  if (any.length + all.length === 0 && chosen.role !== null && !ids.some(has)) return false;
  const family = techniques.flatMap(({ id, role }) =>
    role === "core" ? [families[id] ?? ""] : [],
  );
  return facetNames.every((name) => {
    const ofPaper = name === "family" ? family : (own[name] ?? []);
    const wanted = chosen.values[name];
    return wanted.length === 0 || wanted.some((value) => ofPaper.includes(value));
  });
}

function made(papers: readonly FacetedPaper[]) {
  const { index, pieces } = facetFiles(papers, names);
  // As they come from the data files.
  const parsed = JSON.parse(JSON.stringify(pieces)) as typeof pieces;
  return { index, table: facetTable(index, parsed) };
}

describe("filtering", () => {
  it("leaves the papers that fit", () => {
    fc.assert(
      fc.property(lists, selection, (papers, chosen) => {
        const { table } = made(papers);
        const expected = papers.flatMap((each, place) => (fits(each, chosen) ? [place] : []));
        expect(placesOf(filterPapers(table, chosen))).toEqual(expected);
        expect(countBits(filterPapers(table, chosen))).toBe(expected.length);
      }),
      { numRuns: 300 },
    );
  });

  it("leaves and counts only papers that count at all", () => {
    fc.assert(
      fc.property(lists, selection, picks, (papers, chosen, picked) => {
        const { index, table } = made(papers);
        const within = noBits(papers.length);
        for (const place of papers.keys()) if (picked[place] === true) addBit(within, place);
        const some = { ...table, within };
        const expected = papers.flatMap((each, place) =>
          picked[place] === true && fits(each, chosen) ? [place] : [],
        );
        expect(placesOf(filterPapers(some, chosen))).toEqual(expected);
        const years = countFacets(some, index, nothing).facets.find(({ name }) => name === "year");
        for (const { id, count } of years?.values ?? []) {
          const ofYear = papers.filter(
            (each, place) => picked[place] === true && each.values.year?.includes(id) === true,
          );
          expect(count).toBe(ofYear.length);
        }
      }),
    );
  });

  it("counts for each value what choosing it alone in its facet would give", () => {
    fc.assert(
      fc.property(lists, selection, (papers, chosen) => {
        const { index, table } = made(papers);
        const facets = countFacets(table, index, chosen);
        const count = (wanted: Selection): number =>
          papers.filter((each) => fits(each, wanted)).length;
        for (const { name, values: counted } of facets.facets) {
          for (const { id, count: found } of counted) {
            const alone = { ...chosen, values: { ...chosen.values, [name]: [id] } };
            expect([name, id, found]).toEqual([name, id, count(alone)]);
          }
        }
        for (const { id, count: found } of facets.techniques) {
          const { any, all, not } = chosen.techniques;
          const mode = modeOf(chosen, id);
          const asked: Selection = {
            ...chosen,
            techniques:
              mode === "not"
                ? { any, all: [...all, id], not: not.filter((each) => each !== id) }
                : mode === "all"
                  ? { any, all, not }
                  : { any: [id], all, not },
          };
          expect([id, mode, found]).toEqual([id, mode, count(asked)]);
        }
        for (const role of ["core", "mention"] as const) {
          expect(facets.roles?.[role]).toBe(count({ ...chosen, role }));
        }
        for (const { choice, papers: left } of relaxations(table, chosen)) {
          expect(left).toBe(count(withoutChoice(chosen, choice)));
        }
        expect(relaxations(table, chosen).length).toBeLessThanOrEqual(choicesOf(chosen).length);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps every paper once, whatever the order", () => {
    fc.assert(
      fc.property(lists, fc.constantFrom(...paperSorts, null), (papers, sort) => {
        const { table } = made(papers);
        const byTitle = papers.map((_, place) => place).reverse();
        const all = filterPapers(table, nothing);
        const sorted = sortPapers(table, all, sort, byTitle);
        expect([...sorted].sort((a, b) => a - b)).toEqual(papers.map((_, place) => place));
        const core = (place: number): number =>
          papers[place]?.techniques.filter(({ role }) => role === "core").length ?? 0;
        const dated = (place: number): boolean => papers[place]?.values.year?.length === 1;
        sorted.slice(1).forEach((place, at) => {
          const before = sorted[at] ?? -1;
          if (sort === null || sort === "newest") expect(before).toBeLessThan(place);
          if (sort === "title") expect(before).toBeGreaterThan(place);
          if (sort === "techniques") expect(core(before)).toBeGreaterThanOrEqual(core(place));
          if (sort === "oldest" && dated(before) === dated(place) && dated(place)) {
            expect(before).toBeGreaterThan(place);
          }
          if (sort === "oldest")
            expect(Number(dated(before))).toBeGreaterThanOrEqual(Number(dated(place)));
        });
      }),
    );
  });

  it("holds across the pieces of a long list", () => {
    const papers = Array.from({ length: papersInPiece * 2 + 5 }, (_, place): FacetedPaper => ({
      techniques: place % 3 === 0 ? [{ id: "grpo", role: "core" }] : [],
      values: { year: [place < papersInPiece ? "2026" : "2025"] },
    }));
    const { index, table } = made(papers);
    expect(index.techniques.map(({ id, count }) => [id, count])).toEqual([
      ["grpo", Math.ceil(papers.length / 3)],
    ]);
    const chosen = withValue(withTechnique(nothing, "grpo", "any"), "year", "2025", true);
    const expected = papers.flatMap((each, place) => (fits(each, chosen) ? [place] : []));
    expect(placesOf(filterPapers(table, chosen))).toEqual(expected);
  });
});
