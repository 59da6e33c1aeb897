/**
 * Spelling correction against the words of the papers. The vocabulary is cut into shards, so that a
 * reader's browser loads one or two small files and only when a word is in doubt. Each word stands in
 * two shards, by its first and by its last letter: one slip of the keys leaves one of them intact.
 */
import { compareText } from "../order.ts";
import { fold, wordsOf } from "./folding.ts";

/**
 * Words by frequency: the words at index `n` stand in 2^n to 2^(n+1) - 1 papers, separated by
 * spaces, in code-unit order. This is the content of a shard's file, as JSON.
 */
export type Shard = readonly string[];

/** A word that may have been meant. */
export interface Correction {
  readonly word: string;
  /** Slips between the two: 1 or 2; 0 when the typed word is the beginning of this one. */
  readonly distance: number;
  /** How common the word is: index in the shard. */
  readonly frequency: number;
}

/** Shortest and longest words that are corrected, in letters. */
const [shortest, longest] = [3, 24];

/** Every key of a shard: the letters, and one for all others. */
const keys = [...Array.from("abcdefghijklmnopqrstuvwxyz"), "other"];

/** Names of the shards in which a folded word stands, the one by its first letter first. */
export function shardsOf(word: string): readonly [string, string] {
  return [`begin-${keyOf(word[0])}`, `end-${keyOf(word.at(-1))}`];
}

function keyOf(letter: string | undefined): string {
  return letter !== undefined && /[a-z]/.test(letter) ? letter : "other";
}

/** The vocabulary of the papers' texts (one text a paper), by name of the shard. */
export function vocabularyShards(texts: readonly string[]): ReadonlyMap<string, Shard> {
  const papers = new Map<string, number>();
  for (const text of texts) {
    for (const word of new Set(wordsOf(fold(text)))) {
      if (!isCorrectable(word)) continue;
      papers.set(word, (papers.get(word) ?? 0) + 1);
    }
  }
  const shards = new Map<string, string[][]>(
    keys.flatMap((key) => [
      [`begin-${key}`, []],
      [`end-${key}`, []],
    ]),
  );
  for (const [word, count] of [...papers].sort(([a], [b]) => compareText(a, b))) {
    const frequency = Math.floor(Math.log2(count));
    for (const name of new Set(shardsOf(word))) {
      const shard = shards.get(name) ?? [];
      while (shard.length <= frequency) shard.push([]);
      shard[frequency]?.push(word);
    }
  }
  return new Map(
    [...shards].map(([name, classes]) => [name, classes.map((words) => words.join(" "))]),
  );
}

/** Whether a folded word can stand in the vocabulary. */
export function isCorrectable(word: string): boolean {
  return word.length >= shortest && word.length <= longest && /^\p{L}+$/u.test(word);
}

/** Whether the shard has the word itself. */
export function has(shard: Shard, word: string): boolean {
  return shard.some((words) => ` ${words} `.includes(` ${word} `));
}

/**
 * Words of the shard that may have been meant, likeliest first: fewest slips, then the most common.
 * Two slips are forgiven in words of eight letters and more. With `isOpen`, longer words that begin
 * with the typed one come first.
 */
export function correctionsIn(shard: Shard, word: string, isOpen: boolean): Correction[] {
  const most = word.length >= 8 ? 2 : 1;
  const found: Correction[] = [];
  shard.forEach((words, frequency) => {
    for (const other of words.split(" ")) {
      if (other === word) continue;
      if (isOpen && word.length >= shortest && other.startsWith(word)) {
        found.push({ word: other, distance: 0, frequency });
      } else if (Math.abs(other.length - word.length) <= most) {
        const distance = slipsBetween(word, other, most);
        if (distance <= most) found.push({ word: other, distance, frequency });
      }
    }
  });
  return found.sort(
    (a, b) => a.distance - b.distance || b.frequency - a.frequency || compareText(a.word, b.word),
  );
}

/**
 * Letters left out, added, wrong or swapped with their neighbour between two words (optimal string
 * alignment distance); `most + 1` as soon as there are more.
 */
export function slipsBetween(one: string, other: string, most: number): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= other.length; j += 1) {
      const wrong = one[i - 1] === other[j - 1] ? 0 : 1;
      let slips = Math.min((row[j - 1] ?? 0) + wrong, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        slips = Math.min(slips, (before[j - 2] ?? 0) + 1);
      }
      next.push(slips);
      least = Math.min(least, slips);
    }
    if (least > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[other.length] ?? 0;
}
