/**
 * Acronyms that a text defines itself: "Group Relative Policy Optimization (GRPO)". After Schwartz and
 * Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (2003): the
 * letters of the short form are looked for from right to left in the words before the bracket, and the
 * first letter must begin a word.
 */
import type { Token } from "./tokens.ts";
import { Break } from "./tokens.ts";

/** A short form and the words (`from` included, `to` not) that it stands for. */
export interface AcronymDefinition {
  readonly short: string;
  readonly from: number;
  readonly to: number;
}

/** The acronyms that a text defines, in order. */
export function findAcronyms(tokens: readonly Token[]): readonly AcronymDefinition[] {
  const found: AcronymDefinition[] = [];
  tokens.forEach((token, index) => {
    if (!token.bracketed || !/\p{Lu}.*\p{Lu}/u.test(token.raw)) return;
    const short = token.raw.replace(/s$/, "");
    if (short.length > 12) return;
    const from = longFormStart(tokens, index, short.toLowerCase());
    if (from !== null) found.push({ short, from, to: index });
  });
  return found;
}

function longFormStart(tokens: readonly Token[], to: number, letters: string): number | null {
  const farthest = Math.max(0, to - Math.min(letters.length + 5, letters.length * 2));
  const sentence = tokens[to]?.sentence;
  let letter = letters.length - 1;
  for (let i = to - 1; i >= farthest; i -= 1) {
    const token = tokens[i];
    if (token === undefined || token.sentence !== sentence) return null;
    if (((tokens[i + 1]?.breaks ?? 0) & ~Break.bracket) !== 0) return null;
    for (let k = token.lower.length - 1; k >= 0 && letter >= 0; k -= 1) {
      // The first letter of the short form must begin a word.
      if (token.lower[k] === letters[letter] && (letter > 0 || k === 0)) letter -= 1;
    }
    if (letter < 0) return i;
  }
  return null;
}
