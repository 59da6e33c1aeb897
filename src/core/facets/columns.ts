/**
 * The papers as the facets see them, as data files: one that names the values, and pieces that say
 * which papers have which. A piece is columnar (papers by value, as gaps between their places), because
 * that is small and becomes sets of bits without a detour.
 */
import type { Role } from "../model.ts";
import type { FacetValue } from "./facets.ts";
import type { FacetName } from "./selection.ts";

/** Papers in a piece of the columns. */
export const papersInPiece = 4096;
/**
 * Papers in a file of cards. What is shown comes from all over the list: at 10,000 papers the first
 * twenty of a technique take 80 kB from files of 50 papers, 123 kB from files of 100.
 */
export const papersInCards = 50;

/** A value as the data file names it. */
export interface NamedValue extends FacetValue {
  /** Papers that have it, nothing being chosen. */
  readonly count: number;
}

/** A facet of the data file. */
export interface NamedFacet {
  readonly name: FacetName;
  readonly label: string;
  readonly values: readonly NamedValue[];
}

/** `facets.json`: what can be chosen. */
export interface FacetIndex {
  /** Number of papers. */
  readonly papers: number;
  readonly papersInPiece: number;
  readonly papersInCards: number;
  /** Most frequent first; the count is of both roles. */
  readonly techniques: readonly NamedValue[];
  /** Families are not in the pieces: they follow from the techniques. */
  readonly facets: readonly NamedFacet[];
}

/** Ascending places as the gaps between them; the first counts from the start of the piece. */
export type Gaps = readonly number[];

/** `facets-<n>.json`: who has which value. Each outer list goes along with the values of the index. */
export interface FacetPiece {
  readonly techniques: Readonly<Record<Role, readonly Gaps[]>>;
  /** Facets but the families, in the order of the index. */
  readonly values: Readonly<Partial<Record<FacetName, readonly Gaps[]>>>;
}

/** What is known of a paper. */
export interface FacetedPaper {
  readonly techniques: readonly { readonly id: string; readonly role: Role }[];
  readonly values: Readonly<Partial<Record<FacetName, readonly string[]>>>;
}

/** Names of what can be chosen, without counts. */
export interface FacetNames {
  readonly techniques: readonly {
    readonly id: string;
    readonly label: string;
    readonly family: string;
  }[];
  readonly facets: readonly {
    readonly name: FacetName;
    readonly label: string;
    readonly values: readonly { readonly id: string; readonly label: string }[];
  }[];
}

/** The data files of papers in their order. Values that no paper has are left out. */
export function facetFiles(
  papers: readonly FacetedPaper[],
  names: FacetNames,
): { readonly index: FacetIndex; readonly pieces: readonly FacetPiece[] } {
  const techniques = names.techniques
    .map(({ id: own, label, family }) => ({
      ...{ id: own, label, family },
      count: papers.filter((paper) => paper.techniques.some(({ id }) => id === own)).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const familyOf = new Map(techniques.map(({ id, family }) => [id, family]));
  const valuesOf = (paper: FacetedPaper, facet: FacetName): readonly string[] =>
    facet === "family"
      ? paper.techniques.flatMap(({ id, role }) =>
          role === "core" ? (familyOf.get(id) ?? []) : [],
        )
      : (paper.values[facet] ?? []);
  const facets = names.facets.map(({ name, label, values }) => {
    const sets = papers.map((paper) => new Set(valuesOf(paper, name)));
    const counted = values.map(({ id, label: ofValue }) => ({
      ...{ id, label: ofValue },
      count: sets.filter((set) => set.has(id)).length,
    }));
    return { name, label, values: counted.filter(({ count }) => count > 0) };
  });
  const index = { papers: papers.length, papersInPiece, papersInCards, techniques, facets };
  const pieces: FacetPiece[] = [];
  for (let start = 0; start < papers.length; start += papersInPiece) {
    pieces.push(pieceOf(papers.slice(start, start + papersInPiece), index));
  }
  return { index, pieces };
}

function pieceOf(papers: readonly FacetedPaper[], { techniques, facets }: FacetIndex): FacetPiece {
  const inRole = (role: Role): readonly Gaps[] =>
    techniques.map((value) =>
      gapsOf(papers, (paper) =>
        paper.techniques.some((tag) => tag.id === value.id && tag.role === role),
      ),
    );
  const columns = facets
    .filter(({ name }) => name !== "family")
    .map(({ name, values }) => [
      name,
      values.map(({ id }) => gapsOf(papers, (paper) => paper.values[name]?.includes(id) === true)),
    ]);
  return {
    techniques: { core: inRole("core"), mention: inRole("mention") },
    values: Object.fromEntries(columns) as FacetPiece["values"],
  };
}

function gapsOf(papers: readonly FacetedPaper[], has: (paper: FacetedPaper) => boolean): Gaps {
  let last = 0;
  return papers.flatMap((paper, place) => {
    if (!has(paper)) return [];
    const gap = place - last;
    last = place;
    return [gap];
  });
}
