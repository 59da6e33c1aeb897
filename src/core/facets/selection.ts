/**
 * What a reader has chosen of the facets, and its written form in an address:
 * `?all=grpo,dpo&not=rlhf&year=2025`. A parameter stands for a facet, its values are separated by
 * commas; the parameters always come in the same order, values in the order in which they were chosen.
 */
import type { Role } from "../model.ts";

/** How a chosen technique counts: papers have any of these, all of these, none of these. */
export type TechniqueMode = "any" | "all" | "not";

/** Facets whose values are ticked; a paper fits when it has one of those ticked. */
export type FacetName = "family" | "area" | "year" | "list" | "has" | "shelf";

/** Orders of papers. */
export type Sort = "relevance" | "newest" | "oldest" | "title" | "techniques";

/** A set of choices. Ids of techniques and of values are those of the addresses. */
export interface Selection {
  /** Chosen techniques; an id stands under one mode only. */
  readonly techniques: Readonly<Record<TechniqueMode, readonly string[]>>;
  /** Role in which a paper must have (or not have) the chosen techniques; `null`: either. */
  readonly role: Role | null;
  readonly values: Readonly<Record<FacetName, readonly string[]>>;
  /** `null`: the order that the page has by itself. */
  readonly sort: Sort | null;
}

/** One choice of a selection, such as a reader takes back. */
export type Choice =
  | { readonly kind: "technique"; readonly mode: TechniqueMode; readonly value: string }
  | { readonly kind: "role"; readonly value: Role }
  | { readonly kind: "value"; readonly facet: FacetName; readonly value: string };

/** What a page knows: values that an address may name. A facet left out is none of the page's. */
export interface KnownValues {
  readonly techniques: readonly string[];
  readonly values: Readonly<Partial<Record<FacetName, readonly string[]>>>;
  /** The first is the page's own order, which addresses leave out. */
  readonly sorts: readonly Sort[];
}

/** A part of an address that means nothing here, or the same technique chosen twice. */
export interface Dropped {
  readonly parameter: string;
  readonly value: string;
}

/** The part of `URLSearchParams` that reading needs. */
export interface Parameters {
  getAll(name: string): readonly string[];
}

/** Modes in the order in which they are written. */
export const techniqueModes: readonly TechniqueMode[] = ["any", "all", "not"];

/** Facets in the order in which they are written. */
export const facetNames: readonly FacetName[] = ["family", "area", "year", "list", "has", "shelf"];

const roles: readonly Role[] = ["core", "mention"];

/** Nothing chosen. */
export const nothing: Selection = {
  techniques: { any: [], all: [], not: [] },
  role: null,
  values: { family: [], area: [], year: [], list: [], has: [], shelf: [] },
  sort: null,
};

/**
 * The selection that an address names, and what of the address means nothing: ids that the page does
 * not know, and a technique's weaker mode where it stands under two (`not` beats `all` beats `any`).
 * `technique=` is read as `any=`.
 */
export function readSelection(
  parameters: Parameters,
  known: KnownValues,
): { readonly selection: Selection; readonly dropped: readonly Dropped[] } {
  const dropped: Dropped[] = [];
  const read = (names: readonly string[], accepts: (value: string) => boolean): string[] => {
    const kept = new Set<string>();
    for (const parameter of names) {
      for (const value of parameters.getAll(parameter).flatMap((text) => text.split(","))) {
        if (value === "") continue;
        if (accepts(value)) kept.add(value);
        else dropped.push({ parameter, value });
      }
    }
    return [...kept];
  };
  /** The first value of a parameter that holds one. */
  const readOne = <Value extends string>(name: string, values: readonly Value[]): Value | null => {
    const [first, ...others] = read([name], (value) => values.some((each) => each === value));
    for (const value of others) dropped.push({ parameter: name, value });
    return values.find((each) => each === first) ?? null;
  };

  const techniques = new Set(known.techniques);
  const not = read(["not"], (id) => techniques.has(id));
  for (const id of not) techniques.delete(id);
  const all = read(["all"], (id) => techniques.has(id));
  for (const id of all) techniques.delete(id);
  const any = read(["any", "technique"], (id) => techniques.has(id));
  const role = readOne("role", roles);
  const values: Record<FacetName, readonly string[]> = { ...nothing.values };
  for (const name of facetNames) {
    const ofPage = known.values[name];
    if (ofPage !== undefined) values[name] = read([name], (value) => ofPage.includes(value));
  }
  const sort = readOne("sort", known.sorts);
  return {
    selection: {
      techniques: { any, all, not },
      role,
      values,
      sort: sort === known.sorts[0] ? null : sort,
    },
    dropped,
  };
}

/**
 * The selection as the query of an address, without question mark; empty for nothing chosen. Commas
 * stay commas, so that the address can be read. `own` are the page's other parameters, which stand
 * first (`[["q", "rewards"]]`).
 */
export function writeSelection(
  { techniques, role, values, sort }: Selection,
  own: Iterable<readonly [string, string]> = [],
): string {
  const lists: (readonly [string, readonly string[]])[] = [
    ...techniqueModes.map((mode) => [mode, techniques[mode]] as const),
    ["role", role === null ? [] : [role]],
    ...facetNames.map((name) => [name, values[name]] as const),
    ["sort", sort === null ? [] : [sort]],
  ];
  return [
    ...[...own].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`),
    ...lists
      .filter(([, chosen]) => chosen.length > 0)
      .map(([name, chosen]) => `${name}=${chosen.map(encodeURIComponent).join(",")}`),
  ].join("&");
}

/** Names of all parameters that a selection is read from. */
export const selectionParameters: readonly string[] = [
  ...techniqueModes,
  "technique",
  "role",
  ...facetNames,
  "sort",
];

/** How a technique was chosen; `null` when it was not. */
export function modeOf(selection: Selection, technique: string): TechniqueMode | null {
  return techniqueModes.find((mode) => selection.techniques[mode].includes(technique)) ?? null;
}

/** The selection with a technique chosen in a mode, or no longer with `null`. */
export function withTechnique(
  selection: Selection,
  technique: string,
  mode: TechniqueMode | null,
): Selection {
  if (modeOf(selection, technique) === mode) return selection;
  const chosen = (each: TechniqueMode): readonly string[] => {
    const others = selection.techniques[each].filter((id) => id !== technique);
    return each === mode ? [...others, technique] : others;
  };
  return {
    ...selection,
    techniques: { any: chosen("any"), all: chosen("all"), not: chosen("not") },
  };
}

/** The selection with a value of a facet ticked or not. */
export function withValue(
  selection: Selection,
  facet: FacetName,
  value: string,
  ticked: boolean,
): Selection {
  if (selection.values[facet].includes(value) === ticked) return selection;
  const others = selection.values[facet].filter((each) => each !== value);
  const values = { ...selection.values, [facet]: ticked ? [...others, value] : others };
  return { ...selection, values };
}

/** All choices, in the order of the address. The order of papers is none: it leaves nothing out. */
export function choicesOf({ techniques, role, values }: Selection): readonly Choice[] {
  return [
    ...techniqueModes.flatMap((mode) =>
      techniques[mode].map((value) => ({ kind: "technique" as const, mode, value })),
    ),
    ...(role === null ? [] : [{ kind: "role" as const, value: role }]),
    ...facetNames.flatMap((facet) =>
      values[facet].map((value) => ({ kind: "value" as const, facet, value })),
    ),
  ];
}

/** The selection without one of its choices. */
export function withoutChoice(selection: Selection, choice: Choice): Selection {
  if (choice.kind === "technique") return withTechnique(selection, choice.value, null);
  if (choice.kind === "role") return { ...selection, role: null };
  return withValue(selection, choice.facet, choice.value, false);
}

/** The selection without any choice; the order stays. */
export function cleared(selection: Selection): Selection {
  return { ...nothing, sort: selection.sort };
}
