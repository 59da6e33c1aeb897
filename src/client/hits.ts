/** Asks Pagefind for the pages of a query and puts the first into the order a reader expects. */
import { canStand, tellingPlaces, tellingWords } from "../core/search/phrases.ts";
import { apart, type Query, type QueryWord } from "../core/search/query.ts";
import { type PageText, phraseMatch, relevance } from "../core/search/relevance.ts";
import type { PagefindModule, PagefindPage, PagefindResult } from "./pagefind-api.ts";

/** A hit whose text was looked at. */
export interface Judged {
  readonly page: PageText;
  /** How well it fits; see `relevance`. */
  readonly worth: number;
}

/** The hits of a query, best first. */
export interface Hits {
  readonly results: readonly PagefindResult[];
  /** The first of them, in the same order. */
  readonly judged: readonly Judged[];
}

/** Hits whose text is looked at; those in which a phrase is looked for, and how many at a time. */
const [lookedAt, lookedThrough, batch] = [10, 30, 10];

/** What the index's own score adds to the worth of the best hit. */
const share = 0.3;

/** With fewer hits than this, words with hyphens are looked for part by part, too. */
const enough = 5;

/** The pages that have all words. */
export async function byWords(pagefind: PagefindModule, query: Query): Promise<Hits> {
  const { results } = await pagefind.search(termOf(query.words));
  const candidates = new Set(await firstHits(pagefind, query, results));
  for (const result of results) candidates.add(result);
  if (results.length < enough && query.words.some(({ parts }) => parts.length > 1)) {
    // `chain-of-thought` is one word of the index where it has hyphens, three where it has none.
    const ids = new Set(results.map(({ id }) => id));
    const parted = await pagefind.search(termOf(apart(query).words));
    for (const result of parted.results) if (!ids.has(result.id)) candidates.add(result);
  }
  const ordered = [...candidates];
  const top = results[0]?.score ?? 1;
  const judged = await Promise.all(
    ordered.slice(0, lookedAt).map(async (result) => {
      return { result, ...(await judge(query, result, top)) };
    }),
  );
  judged.sort((a, b) => b.worth - a.worth);
  return { results: [...judged.map(({ result }) => result), ...ordered.slice(lookedAt)], judged };
}

/** Pages with the quoted words one after another; those that have them letter by letter first. */
export async function byPhrase(
  pagefind: PagefindModule,
  query: Query,
): Promise<readonly PagefindResult[]> {
  const { results } = await pagefind.search(termOf(query.words));
  const [phrase = []] = query.phrases;
  // Function words have large entries, so that a phrase is first looked for by its other words.
  if (tellingWords(phrase).length > 1) {
    const places = tellingPlaces(phrase);
    const isRun = places.length - 1 === (places.at(-1) ?? 0) - (places[0] ?? 0);
    const fitting = isRun
      ? await wordByWord(pagefind, tellingWords(phrase), results)
      : results.filter(({ words }) => canStand(places, words));
    // A title's words have no places: what fits best may have the phrase there.
    const candidates = isRun ? fitting : new Set([...results.slice(0, batch), ...fitting]);
    const literal = await withPhrase(query, [...candidates]);
    if (literal.isSignBySign) return [...new Set([...literal.results, ...fitting])];
  }
  const fitting = await wordByWord(pagefind, phrase, results);
  const literal = await withPhrase(query, fitting);
  return [...new Set([...literal.results, ...fitting])];
}

/** The paper with an arXiv identifier, if it is there. */
export async function byArxivId(
  pagefind: PagefindModule,
  id: string,
): Promise<readonly PagefindResult[]> {
  const { results } = await pagefind.search(id.replace(/[^a-z0-9]+/g, ""));
  const pages = await Promise.all(results.slice(0, lookedAt).map((result) => result.data()));
  return results.filter((_, place) => pages[place]?.meta["arxivId"]?.toLowerCase() === id);
}

/** What the best of the first hits is worth; 0 when there is none. */
export async function worthOfBest(pagefind: PagefindModule, query: Query): Promise<number> {
  const { results } = await pagefind.search(termOf(query.words));
  const top = results[0]?.score ?? 1;
  const judged = await Promise.all(results.slice(0, 3).map((result) => judge(query, result, top)));
  return Math.max(0, ...judged.map(({ worth }) => worth));
}

/** Looks at a hit; `top` is the highest score of its search. */
async function judge(query: Query, result: PagefindResult, top: number): Promise<Judged> {
  const page = textOf(await result.data());
  return { page, worth: relevance(query, page) + (share * Math.min(result.score, top)) / top };
}

/** Hits that the order of the scores may leave far behind. */
async function firstHits(
  pagefind: PagefindModule,
  { words }: Query,
  results: readonly PagefindResult[],
): Promise<readonly PagefindResult[]> {
  const telling = tellingWords(words);
  if (telling.length < 2 || results.length < 2) return [];
  // Word by word in one field: an author's name, a run of the title.
  const exact = await pagefind.search(`"${termOf(telling)}"`);
  const inField = new Set(exact.results.filter(({ score }) => score > 1).map(({ id }) => id));
  const first = results.filter(({ id }) => inField.has(id));
  // Short words begin many others, and the fields' weights do not tell `li` from `linear`.
  const short = telling.find(({ whole }) => whole.length <= 3);
  if (short !== undefined && results.length > lookedAt) {
    const alone = await pagefind.search(`"${short.whole}"`);
    const ids = new Set(alone.results.map(({ id }) => id));
    first.push(...results.filter(({ id }) => ids.has(id)));
  }
  return first.slice(0, lookedAt / 2);
}

/** Those of the results that have the words one after another in one field. */
async function wordByWord(
  pagefind: PagefindModule,
  words: readonly QueryWord[],
  results: readonly PagefindResult[],
): Promise<readonly PagefindResult[]> {
  const exact = await pagefind.search(`"${words.map(({ whole }) => whole).join(" ")}"`);
  const ids = new Set(exact.results.map(({ id }) => id));
  return results.filter(({ id }) => ids.has(id));
}

/** Candidates that have the phrases. */
interface Literal {
  /** Best first. */
  readonly results: readonly PagefindResult[];
  /** Whether the first has them sign by sign. */
  readonly isSignBySign: boolean;
}

/** Those of the candidates that have the phrases, titles first; looks until one has them sign by sign. */
async function withPhrase(query: Query, candidates: readonly PagefindResult[]): Promise<Literal> {
  const found: { readonly result: PagefindResult; readonly match: number }[] = [];
  const isSignBySign = (): boolean => found.some(({ match }) => match % 1 > 0);
  for (let start = 0; start < lookedThrough && !isSignBySign(); start += batch) {
    const judged = await Promise.all(
      candidates.slice(start, start + batch).map(async (result) => {
        return { result, match: phraseMatch(query, textOf(await result.data())) };
      }),
    );
    found.push(...judged.filter(({ match }) => match > 0));
  }
  // Signs come before places: what was quoted is what is looked for.
  found.sort((a, b) => (b.match % 1) - (a.match % 1) || b.match - a.match);
  return { results: found.map(({ result }) => result), isSignBySign: isSignBySign() };
}

/** What Pagefind is asked for: all of the telling words. */
function termOf(words: readonly QueryWord[]): string {
  return tellingWords(words)
    .map(({ whole }) => whole)
    .join(" ");
}

function textOf({ meta, content }: PagefindPage): PageText {
  return { title: meta["title"] ?? "", authors: meta["authors"] ?? "", content };
}
