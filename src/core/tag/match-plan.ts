/** The rows to look for, and the plan by which a sentence is searched for the few that it may hold. */
import { type AtomTable, put } from "./atom-table.ts";
import { firstAtoms, type PatternNode } from "./pattern.ts";
import { needsOf, readyNode, type ReadyNode } from "./ready-pattern.ts";

/** A row of a pattern to look for. */
export interface WantedRow<Key> {
  readonly key: Key;
  readonly node: PatternNode;
  /** Rows without which this one tells nothing: in the same sentence, or anywhere in the paper. */
  readonly beside?: { readonly in: "sentence" | "paper"; readonly rows: readonly PatternNode[] };
  /** Whether one place in a text is enough: what is only asked for its being there. */
  readonly once?: boolean;
}

/** Rows that are written alike and stand beside the same rows: they are looked for together. */
export interface Entry<Key> {
  readonly keys: Key[];
  /** Those of which one place is enough. */
  readonly onceKeys: Key[];
  readonly node: ReadyNode;
  readonly shortest: boolean;
  /** Of each of these sets of atoms one must stand in the paper. */
  readonly needsInPaper: readonly (readonly number[])[];
  /** Of each of these sets of atoms one must stand in the sentence. */
  readonly needs: readonly (readonly number[])[];
}

/** An entry to be tried in a sentence that has a word of each of these needs. */
export interface Call {
  readonly index: number;
  readonly needsInPaper: readonly (readonly number[])[];
  readonly needs: readonly (readonly number[])[];
}

const none: readonly number[] = [];

/**
 * Entries by the atoms of their rarest need, each with its other needs, the rarest first: without one
 * of these atoms in a sentence the entry is not tried.
 *
 * @param met how often each atom is met, by its number
 */
export function callsOf(
  entries: readonly Pick<Entry<unknown>, "needs" | "needsInPaper">[],
  met: Float64Array,
): ReadonlyMap<number, readonly Call[]> {
  const calls = new Map<number, Call[]>();
  const commonness = (set: readonly number[]): number =>
    set.reduce((sum, atom) => sum + (met[atom] ?? 0), 0);
  entries.forEach((entry, index) => {
    const [rarest = none, ...needs] = entry.needs.toSorted((a, b) => commonness(a) - commonness(b));
    for (const atom of rarest) put(calls, atom, { index, needs, needsInPaper: entry.needsInPaper });
  });
  return calls;
}

/** The rows as entries, each with the atoms with which its matches begin. */
export function entriesOf<Key>(
  rows: readonly WantedRow<Key>[],
  table: AtomTable,
): readonly (Entry<Key> & { readonly first: ReadonlySet<number> })[] {
  const alike = Map.groupBy(rows, ({ node, beside }) => JSON.stringify([node, beside]));
  return [...alike.values()].flatMap((some) => {
    const [one] = some;
    if (one === undefined) return [];
    const node = readyNode(one.node, table);
    const { in: where, rows: others } = one.beside ?? { in: "sentence", rows: [] };
    const besides = others.flatMap((other) => needsOf(readyNode(other, table)));
    return {
      keys: some.filter(({ once }) => once !== true).map(({ key }) => key),
      onceKeys: some.filter(({ once }) => once === true).map(({ key }) => key),
      node,
      shortest: hasGap(one.node),
      needs: [...needsOf(node), ...(where === "sentence" ? besides : [])],
      needsInPaper: where === "paper" ? besides : [],
      first: new Set(firstAtoms(one.node).map((atom) => table.numberOf(atom))),
    };
  });
}

function hasGap(node: PatternNode): boolean {
  switch (node.kind) {
    case "gap":
      return true;
    case "row":
      return node.items.some(hasGap);
    case "choice":
      return node.of.some(hasGap);
    case "maybe":
      return hasGap(node.of);
    case "atom":
      return false;
  }
}
