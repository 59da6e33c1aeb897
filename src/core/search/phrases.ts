/** Where the words of a quoted phrase can stand in a text. */
import { isFunctionWord } from "./function-words.ts";
import type { QueryWord } from "./query.ts";

/** The words that say what is looked for; all of them when there are no others. */
export function tellingWords(words: readonly QueryWord[]): readonly QueryWord[] {
  const telling = words.filter(({ whole }) => !isFunctionWord(whole));
  return telling.length === 0 ? words : telling;
}

/** Places of a phrase's telling words in it, from 0. */
export function tellingPlaces(phrase: readonly QueryWord[]): readonly number[] {
  const telling = new Set(tellingWords(phrase));
  return phrase.flatMap((word, place) => (telling.has(word) ? [place] : []));
}

/** Whether words at `places` of a phrase can be those that stand at `taken` in a text. */
export function canStand(places: readonly number[], taken: readonly number[]): boolean {
  const all = new Set(taken);
  const [first = 0] = places;
  return taken.some((start) => places.every((place) => all.has(start + place - first)));
}
