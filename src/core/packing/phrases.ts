/** A text as symbols: each stands for a phrase that many texts have, down to single characters. */
import { symbols } from "./alphabet.ts";

/** A place in the tree of phrases: what may follow, and the phrase that ends here. */
interface Branch {
  readonly next: Map<number, Branch>;
  phrase: number;
}

/** Texts as symbols. The symbol `symbols(n)[i]` stands for the phrase `phrases[i]`. */
export interface Coded {
  readonly phrases: readonly string[];
  readonly texts: readonly string[];
}

/** Writes texts with the given phrases and with every character that occurs in the texts. */
export function coded(texts: readonly string[], known: readonly string[]): Coded {
  const all = new Set(known);
  for (const text of texts) for (const char of text) all.add(char);
  const phrases = [...all];
  const tree = treeOf(phrases);
  // What a symbol costs depends on how often it is used, which depends on what symbols cost.
  const few = texts.filter((_, number) => number % 8 === 0);
  const fewest = new Float64Array(phrases.length).fill(1);
  const guess = bits(
    usesIn(
      few.map((text) => phrasesIn(text, tree, fewest)),
      phrases.length,
    ),
  );
  const sequences = texts.map((text) => phrasesIn(text, tree, guess));
  const uses = usesIn(sequences, phrases.length);
  const order = [...phrases.keys()]
    .filter((phrase) => (uses[phrase] ?? 0) > 0)
    .sort((a, b) => (uses[b] ?? 0) - (uses[a] ?? 0) || a - b);
  const symbolOf: string[] = [];
  symbols(order.length).forEach((symbol, rank) => (symbolOf[order[rank] ?? 0] = symbol));
  return {
    phrases: order.map((phrase) => phrases[phrase] ?? ""),
    texts: sequences.map((sequence) =>
      Array.from(sequence, (phrase) => symbolOf[phrase] ?? "").join(""),
    ),
  };
}

function usesIn(sequences: readonly Uint32Array[], phrases: number): Uint32Array {
  const uses = new Uint32Array(phrases);
  for (const sequence of sequences) {
    for (const phrase of sequence) uses[phrase] = (uses[phrase] ?? 0) + 1;
  }
  return uses;
}

/** What each symbol costs in bits, about: one never used is taken to be used half a time. */
function bits(uses: Uint32Array): Float64Array {
  const all = uses.reduce((sum, count) => sum + count, 0);
  return Float64Array.from(uses, (count) => Math.log2(Math.max(all, 1) / Math.max(count, 0.5)));
}

/** The phrase of each symbol, by the symbol's code. */
export function phraseTable(phrases: readonly string[]): readonly string[] {
  const table: string[] = [];
  symbols(phrases.length).forEach((symbol, rank) => {
    table[symbol.charCodeAt(0)] = phrases[rank] ?? "";
  });
  return table;
}

/** The text that the symbols stand for. */
export function decoded(text: string, table: readonly string[]): string {
  let result = "";
  for (let at = 0; at < text.length; at += 1) result += table[text.charCodeAt(at)] ?? "";
  return result;
}

function treeOf(phrases: readonly string[]): Branch {
  const root: Branch = { next: new Map(), phrase: -1 };
  phrases.forEach((phrase, index) => {
    let branch = root;
    for (let at = 0; at < phrase.length; at += 1) {
      const code = phrase.charCodeAt(at);
      let next = branch.next.get(code);
      if (next === undefined) branch.next.set(code, (next = { next: new Map(), phrase: -1 }));
      branch = next;
    }
    branch.phrase = index;
  });
  return root;
}

/** Phrases of this many characters are taken wherever they stand: nothing else is as cheap. */
const long = 40;

/** The phrases, one after another, that write the text at about the lowest cost. */
function phrasesIn(text: string, tree: Branch, costs: Float64Array): Uint32Array {
  const found = new Uint32Array(text.length);
  let count = 0;
  let start = 0;
  const add = (phrases: Iterable<number>): void => {
    for (const phrase of phrases) {
      found[count] = phrase;
      count += 1;
    }
  };
  for (let at = 0; at < text.length; at += 1) {
    const [phrase, end] = longestAt(text, at, tree);
    if (end - at < long) continue;
    add(cheapest(text.slice(start, at), tree, costs));
    add([phrase]);
    start = end;
    at = end - 1;
  }
  add(cheapest(text.slice(start), tree, costs));
  return found.slice(0, count);
}

/** The longest phrase at a place, and where it ends. */
function longestAt(text: string, at: number, tree: Branch): readonly [phrase: number, end: number] {
  let longest: readonly [number, number] = [-1, at];
  let branch = tree.next.get(text.charCodeAt(at));
  for (let end = at + 1; branch !== undefined; end += 1) {
    if (branch.phrase !== -1) longest = [branch.phrase, end];
    branch = end < text.length ? branch.next.get(text.charCodeAt(end)) : undefined;
  }
  return longest;
}

/** The phrases that write the text at the lowest cost. */
function cheapest(text: string, tree: Branch, costs: Float64Array): Uint32Array {
  /** From each place to the end: what it costs, the first phrase, and where the next one begins. */
  const total = new Float64Array(text.length + 1);
  const first = new Uint32Array(text.length);
  const next = new Uint32Array(text.length);
  for (let at = text.length - 1; at >= 0; at -= 1) {
    let least = Infinity;
    let branch = tree.next.get(text.charCodeAt(at));
    for (let end = at + 1; branch !== undefined; end += 1) {
      if (branch.phrase !== -1) {
        const cost = (costs[branch.phrase] ?? 0) + (total[end] ?? 0);
        if (cost < least) [least, first[at], next[at]] = [cost, branch.phrase, end];
      }
      branch = end < text.length ? branch.next.get(text.charCodeAt(end)) : undefined;
    }
    total[at] = least;
  }
  const found = new Uint32Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; at = next[at] ?? text.length) {
    found[count] = first[at] ?? 0;
    count += 1;
  }
  return found.slice(0, count);
}
