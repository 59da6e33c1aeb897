/**
 * Finds many patterns in a text at once. A pattern is only tried in a sentence that has a word of each
 * of its parts, and there where a word stands with which it may begin.
 */
import { AtomTable, put } from "./atom-table.ts";
import { type Call, callsOf, entriesOf, type WantedRow } from "./match-plan.ts";
import { endsOf } from "./ready-pattern.ts";
import type { Token } from "./tokens.ts";

/** A row of a pattern found in a text: words `from` (included) to `to` (not included). */
export interface RowMatch<Key> {
  readonly key: Key;
  readonly from: number;
  readonly to: number;
}

/** What a word is to the patterns: the atoms that it meets, the entries that may begin with it. */
interface Word {
  readonly atoms: readonly number[];
  readonly entries: readonly number[];
}

const none: readonly number[] = [];
const noCalls: readonly Call[] = [];

/** Numbers of sentences after which it is looked anew which words are the rare ones. */
const sentencesToPlanBy: ReadonlySet<number> = new Set([200, 1_000, 5_000, 25_000]);

/** Most words are nothing to any pattern. */
const noWord: Word = { atoms: none, entries: none };

/**
 * Builds a finder of the given rows; the finder may be used for any number of texts. Its second argument
 * has all words of the paper that the text is a part of.
 */
export function createMatcher<Key>(
  rows: readonly WantedRow<Key>[],
): (tokens: readonly Token[], paper?: readonly Token[]) => readonly RowMatch<Key>[] {
  const table = new AtomTable();
  const entries = entriesOf(rows, table);
  const startingWith = new Map<number, number[]>();
  entries.forEach(({ first }, index) => {
    for (const atom of first) put(startingWith, atom, index);
  });
  // How often each atom is met: what many patterns speak of, many texts speak of; then by what is read.
  const met = new Float64Array(table.size);
  for (const { needs } of entries)
    for (const atom of needs.flat()) met[atom] = (met[atom] ?? 0) + 1;
  let calls = callsOf(entries, met);

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

  // Marks of the sentence at hand: atoms that stand in it, or in its paper; entries that can match in it.
  const inPaper = new Int32Array(table.size);
  const present = new Int32Array(table.size);
  const possible = new Int32Array(entries.length);
  let mark = 0;
  // The mark of the first sentence of the text in which an entry was last found.
  const foundIn = new Int32Array(entries.length);

  /** Marks the atoms of the sentence that begins at a word, and the entries that they make possible. */
  const markSentence = (
    tokens: readonly Token[],
    words: readonly Word[],
    from: number,
    text: number,
  ): void => {
    mark += 1;
    if (sentencesToPlanBy.has(mark)) calls = callsOf(entries, met);
    const here: number[] = [];
    for (let k = from; k < tokens.length && tokens[k]?.sentence === tokens[from]?.sentence; k += 1)
      for (const atom of words[k]?.atoms ?? none)
        if (present[atom] !== mark) {
          present[atom] = mark;
          met[atom] = (met[atom] ?? 0) + 1;
          here.push(atom);
        }
    const isHere = (set: readonly number[]): boolean => {
      for (const atom of set) if (present[atom] === mark) return true;
      return false;
    };
    const isInPaper = (set: readonly number[]): boolean => {
      for (const atom of set) if (inPaper[atom] === text) return true;
      return false;
    };
    for (const atom of here)
      for (const { index, needs, needsInPaper } of calls.get(atom) ?? noCalls)
        if (possible[index] !== mark && needs.every(isHere) && needsInPaper.every(isInPaper))
          possible[index] = mark;
  };

  return (tokens, paper = tokens) => {
    const words = tokens.map(wordOf);
    const read = { tokens, atoms: words.map(({ atoms }) => atoms) };
    const text = mark + 1;
    for (const token of paper) for (const atom of wordOf(token).atoms) inPaper[atom] = text;
    const found: RowMatch<Key>[] = [];
    for (let from = 0; from < tokens.length; from += 1) {
      if (from === 0 || tokens[from]?.sentence !== tokens[from - 1]?.sentence)
        markSentence(tokens, words, from, text);
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
