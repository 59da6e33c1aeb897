/** The columns in memory: for each value the set of its papers. */
import type { Role } from "../model.ts";
import { addBit, type Bits, noBits, union } from "./bits.ts";
import type { FacetIndex, FacetPiece, Gaps } from "./columns.ts";
import { facetNames, type FacetName, type KnownValues, type Sort } from "./selection.ts";

/** Papers, in a fixed order, with what they can be chosen by. */
export interface FacetTable {
  /** Number of papers. */
  readonly size: number;
  /** Papers that have a technique in a role (`null`: in either), by the technique's id. */
  readonly techniques: ReadonlyMap<string, Readonly<Record<Role | "either", Bits>>>;
  /** Papers that have a value, by facet and id. */
  readonly values: ReadonlyMap<FacetName, ReadonlyMap<string, Bits>>;
  /** Number of techniques at the core, by the paper's place. */
  readonly coreTechniques: Uint8Array;
  /** The only papers that count, such as those that a search found; left out for all. */
  readonly within?: Bits;
}

/** The table of an index and all of its pieces, in order. */
export function facetTable(index: FacetIndex, pieces: readonly FacetPiece[]): FacetTable {
  const size = index.papers;
  const column = (gapsIn: (piece: FacetPiece) => Gaps | undefined): Bits => {
    const bits = noBits(size);
    pieces.forEach((piece, number) => {
      let place = number * index.papersInPiece;
      for (const gap of gapsIn(piece) ?? []) addBit(bits, (place += gap));
    });
    return bits;
  };
  const techniques = new Map(
    index.techniques.map(({ id }, at) => {
      const core = column((piece) => piece.techniques.core[at]);
      const mention = column((piece) => piece.techniques.mention[at]);
      return [id, { core, mention, either: union([core, mention], size) }];
    }),
  );
  const coreOf = (family: string): Bits[] =>
    index.techniques.flatMap((each) =>
      each.family === family ? (techniques.get(each.id)?.core ?? []) : [],
    );
  const values = new Map(
    index.facets.map(({ name, values: ofFacet }) => [
      name,
      new Map(
        ofFacet.map(({ id }, at) => [
          id,
          name === "family" ? union(coreOf(id), size) : column((piece) => piece.values[name]?.[at]),
        ]),
      ),
    ]),
  );
  const coreTechniques = new Uint8Array(size);
  pieces.forEach((piece, number) => {
    for (const gaps of piece.techniques.core) {
      let place = number * index.papersInPiece;
      for (const gap of gaps) {
        place += gap;
        coreTechniques[place] = (coreTechniques[place] ?? 0) + 1;
      }
    }
  });
  return { size, techniques, values, coreTechniques };
}

/** What an address may name, by the index. */
export function knownValues(
  { techniques, facets }: FacetIndex,
  sorts: readonly Sort[],
): KnownValues {
  const idsOf = (name: FacetName): readonly string[] =>
    facets.find((facet) => facet.name === name)?.values.map(({ id }) => id) ?? [];
  return {
    techniques: techniques.map(({ id }) => id),
    values: Object.fromEntries(facetNames.map((name) => [name, idsOf(name)])),
    sorts,
  };
}
