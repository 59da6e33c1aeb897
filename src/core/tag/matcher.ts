/**
 * Finds many patterns in a text at once. A pattern is only tried in a sentence that has a word of each
 * of its parts, and there where a word stands with which it may begin.
 */
import { AtomTable, put } from "./atom-table.ts";
import { firstAtoms, type PatternNode } from "./pattern.ts";
import { endsOf, needsOf, readyNode, type ReadyNode } from "./ready-pattern.ts";
import type { Token } from "./tokens.ts";

/** A row of a pattern to look for. */
export interface WantedRow<Key> {
  readonly key: Key;
  readonly node: PatternNode;
  /** Whether one place in a text is enough: what is only asked for its being there. */
  readonly once?: boolean;
}

/** A row of a pattern found in a text: words `from` (included) to `to` (not included). */
export interface RowMatch<Key> {
  readonly key: Key;
  readonly from: number;
  readonly to: number;
}

/** Rows that are written alike, such as named phrases: they are looked for together. */
interface Entry<Key> {
  readonly keys: Key[];
  /** Those of which one place is enough. */
  readonly onceKeys: Key[];
  readonly node: ReadyNode;
  readonly shortest: boolean;
  /** Of each of these sets of atoms one must stand in the sentence; the rarest is the first. */
  readonly needs: readonly (readonly number[])[];
}

/** What a word is to the patterns: the atoms that it meets, the entries that may begin with it. */
interface Word {
  readonly atoms: readonly number[];
  readonly entries: readonly number[];
}

const none: readonly number[] = [];

/** Most words are nothing to any pattern. */
const noWord: Word = { atoms: none, entries: none };

/** Builds a finder of the given rows; the finder may be used for any number of texts. */
export function createMatcher<Key>(
  rows: readonly WantedRow<Key>[],
): (tokens: readonly Token[]) => readonly RowMatch<Key>[] {
  const table = new AtomTable();
  const entries = entriesOf(rows, table);
  const startingWith = new Map<number, number[]>();
  /** Entries by the atoms of their rarest need: without one of these in a sentence nothing is tried. */
  const calledBy = new Map<number, number[]>();
  entries.forEach(({ first, needs: [rarest] }, index) => {
    for (const atom of first) put(startingWith, atom, index);
    for (const atom of rarest ?? none) put(calledBy, atom, index);
  });

  const seen: Word[] = [];
  const wordOf = (token: Token): Word => {
    const known = seen[token.word];
    if (known !== undefined) return known;
    const atoms = table.metBy(token);
    const starts = new Set(atoms.flatMap((atom) => startingWith.get(atom) ?? none));
    const word =
      atoms.length === 0 ? noWord : { atoms, entries: [...starts].sort((a, b) => a - b) };
    seen[token.word] = word;
    return word;
  };

  // Marks of the sentence at hand: atoms that stand in it; entries that can match in it.
  const present = new Int32Array(table.size);
  const possible = new Int32Array(entries.length);
  let mark = 0;
  // The mark of the first sentence of the text in which an entry was last found.
  const foundIn = new Int32Array(entries.length);

  /** Marks the atoms of the sentence that begins at a word, and the entries that they make possible. */
  const markSentence = (tokens: readonly Token[], words: readonly Word[], from: number): void => {
    mark += 1;
    const here: number[] = [];
    for (let k = from; k < tokens.length && tokens[k]?.sentence === tokens[from]?.sentence; k += 1)
      for (const atom of words[k]?.atoms ?? none)
        if (present[atom] !== mark) {
          present[atom] = mark;
          here.push(atom);
        }
    const isHere = (set: readonly number[]): boolean => {
      for (const atom of set) if (present[atom] === mark) return true;
      return false;
    };
    for (const atom of here)
      for (const index of calledBy.get(atom) ?? none)
        if (possible[index] !== mark && entries[index]?.needs.every(isHere) === true)
          possible[index] = mark;
  };

  return (tokens) => {
    const words = tokens.map(wordOf);
    const read = { tokens, atoms: words.map(({ atoms }) => atoms) };
    const text = mark + 1;
    const found: RowMatch<Key>[] = [];
    for (let from = 0; from < tokens.length; from += 1) {
      if (from === 0 || tokens[from]?.sentence !== tokens[from - 1]?.sentence)
        markSentence(tokens, words, from);
      for (const index of words[from]?.entries ?? none) {
        if (possible[index] !== mark) continue;
        const entry = entries[index];
        if (entry === undefined || (foundIn[index] === text && entry.keys.length === 0)) continue;
        const ends = endsOf(read, entry.node, from, false);
        if (ends.length === 0) continue;
        const to = entry.shortest ? Math.min(...ends) : Math.max(...ends);
        for (const key of entry.keys) found.push({ key, from, to });
        if (foundIn[index] === text) continue;
        foundIn[index] = text;
        for (const key of entry.onceKeys) found.push({ key, from, to });
      }
    }
    return found;
  };
}

/** The rows as entries, each with the atoms with which its matches begin. */
function entriesOf<Key>(
  rows: readonly WantedRow<Key>[],
  table: AtomTable,
): readonly (Entry<Key> & { readonly first: ReadonlySet<number> })[] {
  const alike = Map.groupBy(rows, ({ node }) => JSON.stringify(node));
  const drafts = [...alike.values()].flatMap((some) => {
    const [one] = some;
    if (one === undefined) return [];
    const node = readyNode(one.node, table);
    return [{ some, wanted: one.node, node, needs: needsOf(node) }];
  });
  const uses = new Map<number, number>();
  for (const { needs } of drafts)
    for (const atom of needs.flat()) uses.set(atom, (uses.get(atom) ?? 0) + 1);
  // What many patterns speak of, many texts speak of.
  const commonness = (set: readonly number[]): number =>
    set.reduce((sum, atom) => sum + (uses.get(atom) ?? 0), 0);
  return drafts.map(({ some, wanted, node, needs }) => ({
    keys: some.filter(({ once }) => once !== true).map(({ key }) => key),
    onceKeys: some.filter(({ once }) => once === true).map(({ key }) => key),
    node,
    shortest: hasGap(wanted),
    needs: needs.toSorted((a, b) => commonness(a) - commonness(b)),
    first: new Set(firstAtoms(wanted).map((atom) => table.numberOf(atom))),
  }));
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
