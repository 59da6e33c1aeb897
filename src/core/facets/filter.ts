/**
 * Which papers a selection leaves, how many each further choice would, and in which order. A value's
 * count is what is usual for facets: papers that have it, given the choices in all other facets.
 */
import type { Role } from "../model.ts";
import { type Bits, complement, countBits, hasBit, intersection, placesOf, union } from "./bits.ts";
import type { FacetIndex } from "./columns.ts";
import type { Facets } from "./facets.ts";
import {
  type Choice,
  choicesOf,
  type FacetName,
  facetNames,
  modeOf,
  type Selection,
  type Sort,
  withoutChoice,
  withTechnique,
} from "./selection.ts";
import type { FacetTable } from "./table.ts";

/** The papers that fit a selection. */
export function filterPapers(table: FacetTable, selection: Selection): Bits {
  return intersection([...conditions(table, selection).values()], table.size);
}

/** The facets of the index with their counts under a selection. */
export function countFacets(table: FacetTable, index: FacetIndex, selection: Selection): Facets {
  const all = conditions(table, selection);
  const given = (left: string | null): Bits =>
    intersection(
      [...all].flatMap(([name, bits]) => (name === left ? [] : [bits])),
      table.size,
    );
  const results = given(null);
  const besidesAny = given("any");
  const withRole = (role: Role): number => countBits(filterPapers(table, { ...selection, role }));
  const techniqueCount = (id: string): number => {
    const papers = papersWith(table, id, selection.role);
    const mode = modeOf(selection, id);
    if (mode === "all") return countBits(results, papers);
    // Of a technique that is left out: the papers that this takes away.
    if (mode === "not") {
      return countBits(filterPapers(table, withTechnique(selection, id, null)), papers);
    }
    return countBits(besidesAny, papers);
  };
  return {
    techniques: index.techniques.map((value) => ({ ...value, count: techniqueCount(value.id) })),
    roles: { core: withRole("core"), mention: withRole("mention") },
    facets: index.facets.map(({ name, label, values }) => {
      const others = given(name);
      return {
        name,
        label,
        values: values.map((value) => ({
          ...value,
          count: countBits(others, valueBits(table, name, value.id)),
        })),
      };
    }),
  };
}

/** Orders of papers that this table has; the first is the order of its papers. */
export const paperSorts: readonly Sort[] = ["newest", "oldest", "title", "techniques"];

/**
 * Places of papers in an order. `byTitle` are all places in the order of the titles; only `title`
 * needs them. Papers without a date stand last, newest first or oldest first.
 */
export function sortPapers(
  table: FacetTable,
  papers: Bits,
  sort: Sort | null,
  byTitle: readonly number[],
): readonly number[] {
  const places = placesOf(papers);
  if (sort === "title") return byTitle.filter((place) => hasBit(papers, place));
  if (sort === "techniques") {
    const { coreTechniques } = table;
    return places.sort((a, b) => (coreTechniques[b] ?? 0) - (coreTechniques[a] ?? 0) || a - b);
  }
  if (sort !== "oldest") return places;
  const dated = union([...(table.values.get("year")?.values() ?? [])], table.size);
  return [
    ...places.filter((place) => hasBit(dated, place)).reverse(),
    ...places.filter((place) => !hasBit(dated, place)),
  ];
}

/** What each choice of a selection costs: papers without it, most first; those that give none, not. */
export function relaxations(
  table: FacetTable,
  selection: Selection,
): readonly { readonly choice: Choice; readonly papers: number }[] {
  return choicesOf(selection)
    .map((choice) => {
      const papers = countBits(filterPapers(table, withoutChoice(selection, choice)));
      return { choice, papers };
    })
    .filter(({ papers }) => papers > 0)
    .sort((a, b) => b.papers - a.papers);
}

/** For each facet in which something is chosen, the papers that fit; and those that count at all. */
function conditions(
  table: FacetTable,
  { techniques, role, values }: Selection,
): ReadonlyMap<string, Bits> {
  const { size, within } = table;
  const found = new Map<string, Bits>();
  if (within !== undefined) found.set("within", within);
  const withIt = (id: string): Bits => papersWith(table, id, role);
  if (techniques.any.length > 0) found.set("any", union(techniques.any.map(withIt), size));
  if (techniques.all.length > 0) found.set("all", intersection(techniques.all.map(withIt), size));
  if (techniques.not.length > 0) {
    found.set("not", complement(union(techniques.not.map(withIt), size), size));
  }
  // By itself, a role asks for some technique in that role.
  if (role !== null && techniques.any.length + techniques.all.length === 0) {
    found.set(
      "role",
      union(
        [...table.techniques.values()].map((each) => each[role]),
        size,
      ),
    );
  }
  for (const name of facetNames) {
    const chosen = values[name];
    if (chosen.length === 0) continue;
    found.set(
      name,
      union(
        chosen.map((id) => valueBits(table, name, id)),
        size,
      ),
    );
  }
  return found;
}

function papersWith({ techniques, size }: FacetTable, id: string, role: Role | null): Bits {
  return techniques.get(id)?.[role ?? "either"] ?? union([], size);
}

function valueBits({ values, size }: FacetTable, facet: FacetName, id: string): Bits {
  return values.get(facet)?.get(id) ?? union([], size);
}
