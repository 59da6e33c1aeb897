/**
 * Other spellings under which a text is looked for. The index takes words apart by its own rules
 * (accents off, joined and split at hyphens and inner capitals); what those rules miss stands here:
 * names with a hyphen typed as two words, superscripts in names, letters that are no base letter plus
 * an accent.
 */
import { slug } from "../slug.ts";
import { fold, joined } from "./folding.ts";

/** Longest word that is taken for a name, in code units; longer ones are addresses or accidents. */
const longestName = 60;

/**
 * Spellings of the names in a title: of each word with a hyphen, inner capital, digit or foreign
 * letter, the joined form and its parts. Without repetition, in the title's order.
 */
export function aliasesOfTitle(title: string): string[] {
  return unique(words(title).filter(isNameLike).flatMap(spellings));
}

/** Spellings of the words that the index would know only by letters that are not on every keyboard. */
export function foreignSpellings(text: string): string[] {
  return unique(words(text).flatMap((word) => (isForeign(word) ? [slugJoined(word)] : [])));
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word.length <= longestName);
}

function isNameLike(word: string): boolean {
  return (
    /[\p{L}\p{N}][-‐‑–_./+][\p{L}\p{N}]|.\p{Lu}|\p{L}\p{N}|\p{N}\p{L}/u.test(word) ||
    isForeign(word)
  );
}

/** Whether dropping accents, as the index does, leaves letters or digits outside ASCII. */
function isForeign(word: string): boolean {
  const known = word.normalize("NFD").replace(/\p{M}+/gu, "");
  return /[^\0-\x7F]/.test(known.replace(/[^\p{L}\p{N}]+/gu, "")) && slugJoined(word) !== "";
}

function slugJoined(word: string): string {
  return slug(word.normalize("NFKC")).replaceAll("-", "");
}

function spellings(word: string): string[] {
  const folded = fold(word);
  const whole = isForeign(word) ? slugJoined(word) : joined(folded);
  const parts = folded.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== "");
  return parts.length > 1 ? [whole, ...parts] : [whole];
}

function unique(all: readonly string[]): string[] {
  return [...new Set(all)].filter((each) => each !== "");
}
