/** What a library shows: the papers of a shelf that fit a selection, and what else can be chosen. */
import type { FacetIndex } from "../facets/columns.ts";
import type { Facets, FacetValue } from "../facets/facets.ts";
import { countFacets, filterPapers, sortPapers } from "../facets/filter.ts";
import { choicesOf, type Selection } from "../facets/selection.ts";
import type { FacetTable } from "../facets/table.ts";
import type { PaperCodes } from "./codes.ts";
import { hasShelfValue, shelfIndex, shelfTable, shelfValues } from "./shelf-table.ts";
import { keptPapers, type Shelf, type ShelfEntry } from "./shelf.ts";

/** What is known of all papers of the site. */
export interface SitePapers {
  readonly index: FacetIndex;
  readonly table: FacetTable;
  readonly codes: PaperCodes;
}

/** A paper of the shelf, with its place among all of the site. */
export interface PlacedEntry {
  readonly id: string;
  readonly place: number;
  readonly fields: ShelfEntry;
}

/** One view of a library. */
export interface LibraryView {
  /** The papers that fit, in the order that was chosen. */
  readonly papers: readonly PlacedEntry[];
  /** Papers that fit and that the site no longer has. */
  readonly lost: readonly (readonly [id: string, fields: ShelfEntry])[];
  /** How many papers of the shelf the site has. */
  readonly ofSite: number;
  /** What else can be chosen: values of the shelf's own papers, and those chosen already. */
  readonly facets: Facets;
  /** The selection without the parts of the shelf, which are chosen apart from the facets. */
  readonly selection: Selection;
}

/**
 * The view of a shelf under a selection. `byTitle` are the places of all papers of the site in the order
 * of their titles; it is needed for that order only.
 */
export function libraryView(
  shelf: Shelf,
  { index, table, codes }: SitePapers,
  selection: Selection,
  byTitle: readonly number[],
): LibraryView {
  const kept = keptPapers(shelf);
  const placed = kept
    .flatMap(([id, fields]): PlacedEntry[] => {
      const place = codes.placeOf(id);
      return place === null ? [] : [{ id, place, fields }];
    })
    .sort((a, b) => a.place - b.place);
  const ours = shelfTable(table, placed);
  const found = filterPapers(ours, selection);
  const at = new Map(placed.map(({ place }, own) => [place, own]));
  const ownByTitle = byTitle.flatMap((place) => at.get(place) ?? []);
  const counted = countFacets(ours, shelfIndex(index, placed.length), selection);
  const ofFacets = { ...selection, values: { ...selection.values, shelf: [] } };
  const chosen = new Set<string>(choicesOf(ofFacets).map(({ value }) => value));
  const offered = (values: readonly FacetValue[]): readonly FacetValue[] =>
    values.filter(({ id, count }) => count !== 0 || chosen.has(id));
  const parts = shelfValues.filter(({ id }) => selection.values.shelf.includes(id));
  // Of a paper that the site does not have, only the reader's own part is known.
  const isLost = ([id, fields]: readonly [string, ShelfEntry]): boolean =>
    codes.placeOf(id) === null &&
    (parts.length === 0 || parts.some((part) => hasShelfValue(fields, part.id)));
  return {
    papers: sortPapers(ours, found, selection.sort, ownByTitle).flatMap((own) => placed[own] ?? []),
    lost: chosen.size > 0 ? [] : kept.filter(isLost),
    ofSite: placed.length,
    facets: {
      techniques: offered(counted.techniques),
      roles: counted.roles,
      facets: counted.facets
        .filter(({ name }) => name !== "shelf")
        .map((facet) => ({ ...facet, values: offered(facet.values) })),
    },
    selection: ofFacets,
  };
}
