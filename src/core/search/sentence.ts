/** The sentence of a text that says why it was found, with the words that were looked for. */
import { fold, joined, wordsOf } from "./folding.ts";
import { isFunctionWord } from "./function-words.ts";
import type { Query } from "./query.ts";
import { areForms } from "./word-forms.ts";

/** A stretch of a sentence; the stretches in order are the sentence. */
export interface Stretch {
  readonly text: string;
  /** Whether it is a word of the query, or a form of one. */
  readonly isMatch: boolean;
}

/** Longest sentence that is shown whole, in UTF-16 code units; a longer one is cut around its matches. */
const longest = 320;

/** Ends of sentences: a stop, and what comes next begins like a sentence. */
const boundary = /(?<=[.!?…]["”’)\]]*)\s+(?=["“‘([]*[\p{Lu}\p{N}])/u;

/** What ends in a stop and ends no sentence. */
const abbreviation = /(?:^|[\s(])(?:et al|e\.g|i\.e|cf|vs|resp|approx|Figs?|Eqs?|Secs?|No)\.$/u;

/** A word with what may stand within one. */
const word = /[\p{L}\p{N}]+(?:[-‐‑–_./'’][\p{L}\p{N}]+)*/gu;

/** A word of the query as the words of a text are held against it. */
interface Wanted {
  readonly place: number;
  /** Folded letters and digits. */
  readonly text: string;
  /** Whether longer words that begin with it count. */
  readonly isBeginning: boolean;
}

/**
 * The sentence of `text` that has most of the query's words, the earliest of equals; with none in it,
 * the first sentence. Function words count, and are marked, only where they were quoted.
 */
export function tellingSentence(query: Query, text: string): readonly Stretch[] {
  const wanted = wantedWords(query);
  let best: { readonly stretches: readonly Stretch[]; readonly worth: number } | null = null;
  for (const sentence of sentencesOf(text)) {
    const { stretches, found } = marked(sentence, wanted);
    const worth = found.size + (hasPhrase(query, sentence) ? query.words.length : 0);
    if (best === null || worth > best.worth) best = { stretches, worth };
  }
  return best === null ? [] : cut(best.stretches);
}

/** The sentences of a text, in order. */
export function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  for (const piece of text.split(boundary)) {
    const last = sentences.at(-1);
    if (last !== undefined && abbreviation.test(last)) {
      sentences[sentences.length - 1] = `${last} ${piece}`;
    } else if (piece.trim() !== "") sentences.push(piece.trim());
  }
  return sentences;
}

function wantedWords(query: Query): readonly Wanted[] {
  const quoted = new Set(query.phrases.flat());
  const asked = query.words.filter((each) => quoted.has(each) || !isFunctionWord(each.whole));
  return (asked.length === 0 ? query.words : asked).flatMap((each): Wanted[] => {
    const place = query.words.indexOf(each);
    const isBeginning = query.isOpen && place === query.words.length - 1 && each.whole.length > 2;
    const parts = each.parts.length > 1 ? each.parts.filter((part) => part.length > 2) : [];
    return [each.whole, ...parts].map((text) => ({ place, text, isBeginning }));
  });
}

function marked(
  sentence: string,
  wanted: readonly Wanted[],
): { readonly stretches: readonly Stretch[]; readonly found: ReadonlySet<number> } {
  const stretches: Stretch[] = [];
  const found = new Set<number>();
  let at = 0;
  for (const { 0: text, index } of sentence.matchAll(word)) {
    const folded = fold(text);
    // A word with a hyphen counts as a whole and by its parts: `GRPO-based` is marked for `grpo`.
    const forms = [...new Set([joined(folded), ...wordsOf(folded)])];
    const match = wanted.find((each) => forms.some((form) => fits(each, form)));
    if (match === undefined) continue;
    found.add(match.place);
    if (index > at) stretches.push({ text: sentence.slice(at, index), isMatch: false });
    stretches.push({ text, isMatch: true });
    at = index + text.length;
  }
  if (at < sentence.length) stretches.push({ text: sentence.slice(at), isMatch: false });
  return { stretches, found };
}

function fits({ text, isBeginning }: Wanted, form: string): boolean {
  return areForms(text, form) || (isBeginning && form.startsWith(text));
}

function hasPhrase({ phrases }: Query, sentence: string): boolean {
  if (phrases.length === 0) return false;
  const words = ` ${wordsOf(fold(sentence)).join(" ")} `;
  return phrases.some((phrase) =>
    words.includes(` ${phrase.flatMap(({ parts }) => parts).join(" ")} `),
  );
}

/** A sentence too long to be read in a list, cut at spaces around its first match. */
function cut(stretches: readonly Stretch[]): readonly Stretch[] {
  const whole = stretches.map(({ text }) => text).join("");
  if (whole.length <= longest) return stretches;
  let first = 0;
  for (const { text, isMatch } of stretches) {
    if (isMatch) break;
    first += text.length;
  }
  const start = first < longest / 2 ? 0 : whole.indexOf(" ", first - longest / 3) + 1;
  const space = whole.lastIndexOf(" ", start + longest);
  const end = start + longest >= whole.length ? whole.length : space;
  const kept: Stretch[] = [];
  let at = 0;
  for (const { text, isMatch } of stretches) {
    const piece = text.slice(Math.max(0, start - at), Math.max(0, end - at));
    if (piece !== "") kept.push({ text: piece, isMatch });
    at += text.length;
  }
  const ellipsis = { text: "…", isMatch: false };
  return [...(start > 0 ? [ellipsis] : []), ...kept, ...(end < whole.length ? [ellipsis] : [])];
}
