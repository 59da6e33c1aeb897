/**
 * How well a page fits a query, judged by its own text. The index finds pages and puts them into a
 * first order; this looks at the first of them the way a reader does: are the words in the title, as
 * typed and in that order; is it the author's full name; is it the name of the method.
 */
import { fold, joined, wordsOf } from "./folding.ts";
import { type Query, type QueryWord, spaced } from "./query.ts";
import { areForms } from "./word-forms.ts";

/** What a page says, as the index gives it back. */
export interface PageText {
  readonly title: string;
  /** Names, separated by commas. */
  readonly authors: string;
  readonly content: string;
}

/** A page's words, ready for comparison. */
interface Words {
  readonly title: readonly string[];
  readonly names: readonly (readonly string[])[];
  readonly content: ReadonlySet<string>;
}

/** What a word is worth by the place where it stands. */
const worth = { title: 1, titleForm: 0.8, name: 1, content: 0.65, contentForm: 0.4, begun: 0.9 };

/** How well a page fits: from 0 to about 2; comparable between pages of one query. */
export function relevance(query: Query, page: PageText): number {
  const words = wordsOfPage(page);
  const isLast = (place: number): boolean => query.isOpen && place === query.words.length - 1;
  const worths = query.words.map((word, place) => worthOf(word, words, isLast(place)));
  const mean = worths.reduce((sum, each) => sum + each, 0) / Math.max(1, worths.length);
  return mean + together(query, words, page) + (hasAllAsTyped(query, words) ? asTypedBonus : 0);
}

/** For a page that has every one of several words letter by letter, wherever they stand. */
const asTypedBonus = 0.15;

/** Whether each of three words or more stands on the page as typed, and not only in another form. */
function hasAllAsTyped({ words }: Query, { title, names, content }: Words): boolean {
  const stands = (text: string): boolean =>
    content.has(text) || title.includes(text) || names.some((name) => name.includes(text));
  return (
    words.length > 2 && words.every(({ whole, parts }) => stands(whole) || parts.every(stands))
  );
}

/** Shortest beginning of a word that is no other word misspelt. */
export const shortestBeginning = 4;

/** The words of the query that nothing on the page accounts for, by their place in the query. */
export function unmatched(query: Query, page: PageText): number[] {
  const words = wordsOfPage(page);
  return [...query.words.keys()].filter((place) => {
    const word = query.words[place];
    if (word === undefined) return false;
    const isLast = query.isOpen && place === query.words.length - 1;
    return worthOf(word, words, isLast && word.whole.length >= shortestBeginning) === 0;
  });
}

/**
 * Whether the page has every quoted phrase: 2 in its title, 1 in its text, 0 not; and a half more when
 * its signs are the same, too: `learning in` does not stand in `learning. In` sign by sign.
 */
export function phraseMatch(query: Query, page: PageText): number {
  const title = ` ${wordsOf(fold(page.title)).join(" ")} `;
  const content = ` ${wordsOf(fold(page.content)).join(" ")} `;
  const authors = page.authors.split(",").map((name) => ` ${wordsOf(fold(name)).join(" ")} `);
  const matches = query.phrases.map((phrase) => {
    const text = ` ${phrase.flatMap(({ parts }) => parts).join(" ")} `;
    if (title.includes(text) || authors.some((name) => name.includes(text))) return 2;
    return content.includes(text) ? 1 : 0;
  });
  const match = Math.min(2, ...matches);
  return match > 0 && isSignBySign(query, page) ? match + 0.5 : match;
}

function isSignBySign({ quoted }: Query, { title, authors, content }: PageText): boolean {
  const text = spaced(`${title}\n${authors}\n${content}`);
  return quoted.every((phrase) => text.includes(phrase));
}

function wordsOfPage({ title, authors, content }: PageText): Words {
  return {
    title: spellings(title),
    names: authors.split(",").map((name) => spellings(name)),
    content: new Set(spellings(content)),
  };
}

/** The words of a text in order; those with hyphens taken apart, then joined. */
function spellings(text: string): string[] {
  return fold(text)
    .split(/\s+/)
    .flatMap((word) => {
      const parts = wordsOf(word);
      return parts.length > 1 ? [...parts, joined(word)] : parts;
    });
}

function worthOf(word: QueryWord, words: Words, isLast: boolean): number {
  const whole = worthOfText(word.whole, words, isLast);
  if (word.parts.length === 1) return whole;
  const parts = word.parts.map((part) => worthOfText(part, words, false));
  return Math.max(whole, Math.min(...parts) * 0.95);
}

function worthOfText(text: string, { title, names, content }: Words, isLast: boolean): number {
  if (title.includes(text)) return worth.title;
  if (names.some((name) => name.includes(text))) return worth.name;
  if (title.some((word) => areForms(word, text))) return worth.titleForm;
  if (isLast && title.some((word) => word.startsWith(text))) return worth.begun;
  if (isLast && names.some((name) => name.some((word) => word.startsWith(text))))
    return worth.begun;
  if (content.has(text)) return worth.content;
  for (const word of content) {
    if (areForms(word, text) || (isLast && word.startsWith(text))) return worth.contentForm;
  }
  return 0;
}

/** More for words that stand together: one author's name, the name of a method, a run of the title. */
function together(query: Query, { title, names }: Words, page: PageText): number {
  const typed = query.words.flatMap(({ parts }) => parts);
  const whole = joined(typed.join(""));
  const isSeveral = typed.length > 1;
  if (
    isSeveral &&
    names.some((name) => name.length > 1 && typed.every((each) => name.includes(each)))
  ) {
    return names.some((name) => name.join("") === whole) ? 0.8 : 0.5;
  }
  // What stands before a title's colon is most often the name under which the paper is known.
  const [head, rest] = page.title.split(":", 2);
  const asTyped = page.title.includes(query.text) ? 0.05 : 0;
  if (rest !== undefined && joined(fold(head ?? "")) === whole) return 0.6 + asTyped;
  if (title.includes(whole)) return 0.3 + asTyped;
  return isSeveral && ` ${title.join(" ")} `.includes(` ${typed.join(" ")}`) ? 0.3 : 0;
}
