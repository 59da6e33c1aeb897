/**
 * Finds the phrases worth a symbol, by byte pair encoding over words and tags (Sennrich, Haddow and
 * Birch 2016, arXiv:1508.07909): the two neighbours that stand together most often become one, over
 * and over. What all pages of a kind share becomes a few long phrases this way.
 */

/** A tag's start, a word with the space before it, or any other character. */
const token = /<\/?[a-z0-9]+| ?[A-Za-z]+|[\s\S]/gu;

/** Before the first token of a text: joins with nothing. */
const boundary = -1;

/** Two symbols as one number; there are never as many as this. */
const span = 2 ** 20;

/** How much is learned, and from how much. */
export interface LearnOptions {
  /** Phrases made by joining, at most. */
  readonly joins: number;
  /** Occurrences in the sample below which a phrase is not worth a symbol. */
  readonly least: number;
}

/** Phrases of at least two characters that occur again and again in the sample. */
export function learnedPhrases(sample: readonly string[], options: LearnOptions): string[] {
  const { joins, least } = options;
  const phrases: string[] = [];
  const ids = new Map<string, number>();
  const idOf = (phrase: string): number => {
    const known = ids.get(phrase);
    if (known !== undefined) return known;
    ids.set(phrase, phrases.length);
    return phrases.push(phrase) - 1;
  };

  let sequence = firstSequence(sample, least, idOf);
  const most = phrases.length + joins;
  while (phrases.length < most) {
    const pairs = pairsToJoin(sequence, least);
    if (pairs.length === 0) break;
    const joined = new Map<number, number>();
    for (const pair of pairs) {
      const phrase = (phrases[Math.floor(pair / span)] ?? "") + (phrases[pair % span] ?? "");
      joined.set(pair, idOf(phrase));
    }
    sequence = replaced(sequence, joined);
  }

  const uses = new Uint32Array(phrases.length);
  for (const id of sequence) if (id !== boundary) uses[id] = (uses[id] ?? 0) + 1;
  return phrases.filter((phrase, id) => phrase.length > 1 && (uses[id] ?? 0) * 2 >= least);
}

/** The sample token by token; a rare word is spelled out. */
function firstSequence(
  sample: readonly string[],
  least: number,
  idOf: (phrase: string) => number,
): Int32Array {
  const counts = new Map<string, number>();
  const tokens = sample.map((text) => text.match(token) ?? []);
  for (const word of tokens.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sequence: number[] = [];
  for (const text of tokens) {
    sequence.push(boundary);
    for (const word of text) {
      if ((counts.get(word) ?? 0) >= least) sequence.push(idOf(word));
      else for (const char of word) sequence.push(idOf(char));
    }
  }
  return Int32Array.from(sequence);
}

/**
 * The most frequent pairs that can be joined at once: none begins with what another ends with, and
 * the rarest is not much rarer than the most frequent.
 */
function pairsToJoin(sequence: Int32Array, least: number): number[] {
  const counts = new Map<number, number>();
  for (let at = 1; at < sequence.length; at += 1) {
    const [left = boundary, right = boundary] = [sequence[at - 1], sequence[at]];
    if (left === boundary || right === boundary || left === right) continue;
    const pair = left * span + right;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const frequent = [...counts].filter(([, count]) => count >= least);
  frequent.sort(([a, ofA], [b, ofB]) => ofB - ofA || a - b);
  const enough = (frequent[0]?.[1] ?? 0) * 0.4;
  const [begins, ends] = [new Set<number>(), new Set<number>()];
  const chosen: number[] = [];
  for (const [pair, count] of frequent) {
    if (count < enough) break;
    const [left, right] = [Math.floor(pair / span), pair % span];
    if (ends.has(left) || begins.has(right)) continue;
    begins.add(left);
    ends.add(right);
    chosen.push(pair);
  }
  return chosen;
}

function replaced(sequence: Int32Array, joined: ReadonlyMap<number, number>): Int32Array {
  const result = new Int32Array(sequence.length);
  let count = 0;
  for (let at = 0; at < sequence.length; at += 1) {
    const [left = boundary, right = boundary] = [sequence[at], sequence[at + 1]];
    const phrase =
      left === boundary || right === boundary ? undefined : joined.get(left * span + right);
    result[count] = phrase ?? left;
    count += 1;
    if (phrase !== undefined) at += 1;
  }
  return result.slice(0, count);
}
