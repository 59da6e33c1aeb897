/**
 * Words of a text, in the form in which the vocabulary's patterns meet them: hyphen, space and slash
 * join alike, plurals and British spellings are folded, the raw form is kept for names whose capitals
 * matter (`RAG` is not `rag`).
 */
import { readPlain } from "./plain-text.ts";

/** What stands between a word and the one before it. */
export const Break = { none: 0, comma: 1, bracket: 2, clause: 4, sentence: 8 } as const;

/** A word in the forms in which patterns ask for it. */
interface Word {
  /** Number of the word as written, the same in all texts: what is known of a word is kept by it. */
  readonly word: number;
  /** As written, without mark-up. */
  readonly raw: string;
  /** Lower case. */
  readonly lower: string;
  /** Lower case, singular, American spelling. */
  readonly folded: string;
}

/** One word with its place in the source text. */
export interface Token extends Word {
  /** First UTF-16 unit in the source text. */
  readonly start: number;
  /** One past the last unit in the source text. */
  readonly end: number;
  /** Bits of {@link Break}: the punctuation before this word. */
  readonly breaks: number;
  /** Number of the sentence, from 0. */
  readonly sentence: number;
  /** Whether it stands alone in brackets, as an acronym does at its definition. */
  readonly bracketed: boolean;
}

/** Words that end in a full stop which ends no sentence. */
const abbreviations = new Set("e.g i.e al vs cf fig eq sec dr mr etc resp approx no st".split(" "));

/** Folds a lower-case word to singular and to American spelling. Pattern words are folded alike. */
export function foldWord(lower: string): string {
  let word = lower;
  if (word.length > 3 && word.endsWith("s")) {
    if (/(?:lyses|theses)$/.test(word)) word = word.slice(0, -2) + "is";
    else if (word.endsWith("ies") && word.length > 4) word = word.slice(0, -3) + "y";
    else if (/(?:ss|sh|ch|x)es$/.test(word)) word = word.slice(0, -2);
    else if (!/(?:ss|us|is)$/.test(word)) word = word.slice(0, -1);
  }
  if (word.length > 5) {
    word = word.replace(/our(?=$|al$|ed$|ing$)/, "or");
    word = word.replace(/is(?=(?:ation|ing|ed|e|er)$)/, "iz");
    word = word.replace(/ll(?=(?:ing|ed)$)/, "l");
  }
  return word;
}

const wordsSeen = new Map<string, Word>();

function readWord(raw: string): Word {
  const known = wordsSeen.get(raw);
  if (known !== undefined) return known;
  const lower = raw.toLowerCase();
  const word = { word: wordsSeen.size, raw, lower, folded: foldWord(lower) };
  wordsSeen.set(raw, word);
  return word;
}

const wordPattern = /[\p{L}\p{N}]+(?:\.\p{N}+)*/gu;
const capitalOrDigit = /[\p{Lu}\p{N}]/u;

/** Punctuation between two words as bits of {@link Break}; `before` and `next` are those words. */
function breaksOf(between: string, before: string, next: string): number {
  let bits: number = Break.none;
  const stopped = /\.["'”’)\]]*\s/.test(between);
  const abbreviated = abbreviations.has(before) || (before.length === 1 && before !== "i");
  for (const char of between) {
    if (char === ",") bits |= Break.comma;
    else if (char === "(" || char === ")" || char === "[" || char === "]") bits |= Break.bracket;
    else if (char === ";" || char === ":" || char === "—" || char === "–" || char === "\n")
      bits |= Break.clause;
    else if (char === "!" || char === "?") bits |= Break.sentence;
    else if (char === "." && stopped && !abbreviated && capitalOrDigit.test(next.charAt(0)))
      bits |= Break.sentence;
  }
  if (between.includes("--")) bits |= Break.clause;
  return bits;
}

/** Cuts a title or an abstract into words. Time is linear in the length of the text. */
export function tokenize(source: string): readonly Token[] {
  const { text, at } = readPlain(source);
  const tokens: Token[] = [];
  let sentence = 0;
  let previousEnd = 0;
  let before = "";
  for (const match of text.matchAll(wordPattern)) {
    const { word, raw, lower, folded } = readWord(match[0]);
    const end = match.index + raw.length;
    const between = text.slice(previousEnd, match.index);
    // The possessive is no word: "model's" is "model".
    if (lower === "s" && /^['’]$/.test(between)) {
      previousEnd = end;
      continue;
    }
    const breaks = tokens.length === 0 ? Break.none : breaksOf(between, before, raw);
    if ((breaks & Break.sentence) !== 0) sentence += 1;
    tokens.push({
      word,
      raw,
      lower,
      folded,
      start: at === null ? match.index : (at[match.index] ?? 0),
      end: at === null ? end : (at[end - 1] ?? 0) + 1,
      breaks,
      sentence,
      bracketed: between.endsWith("(") && text.charAt(end) === ")",
    });
    previousEnd = end;
    before = lower;
  }
  return tokens;
}
