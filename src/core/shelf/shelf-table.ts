/** The facets of a shelf: those of its papers, and what the reader does with them. */
import { addBit, type Bits, hasBit, noBits } from "../facets/bits.ts";
import type { FacetIndex } from "../facets/columns.ts";
import type { FacetTable } from "../facets/table.ts";
import type { ShelfFields } from "./shelf.ts";

/** A paper of the shelf that the site has. */
export interface ShelvedPaper {
  /** Its place among all papers. */
  readonly place: number;
  readonly fields: ShelfFields;
}

/** What can be chosen of a shelf, as addresses name it, in the order in which it is offered. */
export const shelfValues = [
  { id: "starred", label: "Starred" },
  { id: "to-read", label: "To read" },
  { id: "reading", label: "Reading" },
  { id: "read", label: "Read" },
  { id: "noted", label: "With a note" },
] as const;

type ShelfValue = (typeof shelfValues)[number]["id"];

/** Whether a paper is to be found under a value. */
export function hasShelfValue({ starred, state, note }: ShelfFields, value: ShelfValue): boolean {
  if (value === "starred") return starred;
  return value === "noted" ? note !== "" : state === value;
}

/** The part of a table that is about these papers; places in it are those in `papers`. */
export function shelfTable(table: FacetTable, papers: readonly ShelvedPaper[]): FacetTable {
  const size = papers.length;
  const pick = (has: (paper: ShelvedPaper) => boolean): Bits => {
    const bits = noBits(size);
    papers.forEach((paper, at) => {
      if (has(paper)) addBit(bits, at);
    });
    return bits;
  };
  const part = (whole: Bits): Bits => pick(({ place }) => hasBit(whole, place));
  return {
    size,
    techniques: new Map(
      [...table.techniques].map(([id, { core, mention, either }]) => [
        id,
        { core: part(core), mention: part(mention), either: part(either) },
      ]),
    ),
    values: new Map([
      ...[...table.values].map(
        ([name, values]) =>
          [name, new Map([...values].map(([id, bits]) => [id, part(bits)]))] as const,
      ),
      [
        "shelf" as const,
        new Map<string, Bits>(
          shelfValues.map(({ id }) => [id, pick(({ fields }) => hasShelfValue(fields, id))]),
        ),
      ],
    ]),
    coreTechniques: Uint8Array.from(papers, ({ place }) => table.coreTechniques[place] ?? 0),
  };
}

/** What can be chosen on a shelf of so many papers: its own facet first. */
export function shelfIndex(index: FacetIndex, papers: number): FacetIndex {
  const values = shelfValues.map((value) => ({ ...value, count: 0 }));
  return {
    ...index,
    papers,
    facets: [{ name: "shelf", label: "On my shelf", values }, ...index.facets],
  };
}
