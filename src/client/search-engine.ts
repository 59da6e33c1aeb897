/**
 * The search itself, without an interface: reads the query, asks Pagefind, and corrects the spelling
 * where nothing fits.
 */
import { apart, type Query, readQuery, respelt } from "../core/search/query.ts";
import { shortestBeginning, unmatched } from "../core/search/relevance.ts";
import { byArxivId, byPhrase, byWords, type Judged, worthOfBest } from "./hits.ts";
import type { PagefindModule, PagefindPage } from "./pagefind-api.ts";
import { Vocabulary } from "./vocabulary.ts";

/** A page that was found. */
export interface Hit {
  /** The index's own name of the page; see `SearchEngine.pages`. */
  readonly id: string;
  data(): Promise<PagefindPage>;
}

/** The answer to a query. */
export interface Answer {
  readonly hits: readonly Hit[];
  /** The query that was answered in the place of the one typed; `null` when that was answered. */
  readonly corrected: string | null;
  /** The query that was answered: the one typed, or a likelier spelling of it. */
  readonly answered: Query;
}

/** How to answer. */
export interface SearchOptions {
  /** Answer what was typed, whatever its spelling. */
  readonly asTyped?: boolean;
  /** Find only pages with these ids. */
  readonly among?: ReadonlySet<string>;
}

/** A wording to be answered in the place of the one typed. */
interface Respelt {
  readonly query: Query;
  /** Whether a word is another one now, and not only the last one ended. */
  readonly isCorrection: boolean;
  readonly worth: number;
}

/** Weights found best by `npm run bench:search`. */
const ranking = {
  termSimilarity: 6,
  metaWeights: { title: 5, authors: 6, alias: 5, arxivId: 6, year: 0 },
};

/** Spellings of a word that are tried for each of its shards. */
const tried = 5;

/** A page worth this much was meant: nearly all words of the query stand in its title. */
const surely = 1.1;

/** Searches the index that belongs to one `pagefind.js`. */
export class SearchEngine {
  readonly #address: URL;
  readonly #vocabulary: Vocabulary;
  #pagefind: Promise<PagefindModule> | null = null;

  /** `address`: absolute address of the site's `pagefind/pagefind.js`. */
  constructor(address: URL) {
    this.#address = address;
    this.#vocabulary = new Vocabulary(new URL("words/", address));
  }

  /**
   * Answers a query.
   *
   * @throws when the index cannot be loaded; a later call tries again.
   */
  async find(text: string, { asTyped = false, among }: SearchOptions = {}): Promise<Answer> {
    const query = readQuery(text);
    const typed = { corrected: null, answered: query };
    if (query.words.length === 0) return { hits: [], ...typed };
    const whole = await this.#load();
    const pagefind = among === undefined ? whole : narrowed(whole, among);
    if (query.arxivId !== null) {
      const hits = await byArxivId(pagefind, query.arxivId);
      if (hits.length > 0) return { hits, ...typed };
    }
    if (query.phrases.length > 0) return { hits: await byPhrase(pagefind, query), ...typed };
    const { results, judged } = await byWords(pagefind, query);
    const better = asTyped ? null : await this.#respelt(pagefind, query, judged);
    if (better === null) {
      const isStrange = !asTyped && (await this.#isStrange(query, judged));
      return { hits: isStrange ? [] : results, ...typed };
    }
    const hits = await byWords(pagefind, better.query);
    return {
      hits: hits.results,
      corrected: better.isCorrection ? better.query.text : null,
      answered: better.query,
    };
  }

  /**
   * All pages in the index's order: the papers, newest first, as the catalogue has them; then the
   * technique pages.
   *
   * @throws when the index cannot be loaded.
   */
  async pages(): Promise<readonly Hit[]> {
    const pagefind = await this.#load();
    return (await pagefind.search(null)).results;
  }

  /**
   * The query with each word that no paper has in the spelling nearest to it that one has; `null` when
   * there is none. For a query that nothing answers: whether the words stand together is not asked.
   *
   * @throws when the vocabulary cannot be loaded.
   */
  async similar(text: string): Promise<string | null> {
    const { words } = apart(readQuery(text));
    let respelled = text;
    for (const { whole } of words) {
      if (await this.#vocabulary.knows(whole)) continue;
      const near = [
        ...(await this.#vocabulary.near(whole, "begin", false)),
        ...(await this.#vocabulary.near(whole, "end", false)),
      ].sort((a, b) => a.distance - b.distance || b.frequency - a.frequency);
      const [nearest] = near;
      if (nearest !== undefined) respelled = respelt(respelled, whole, nearest.word);
    }
    return respelled === text ? null : respelled;
  }

  /** The query as the papers spell it, when that finds what fits better than what is `judged`. */
  async #respelt(
    pagefind: PagefindModule,
    typed: Query,
    judged: readonly Judged[],
  ): Promise<Respelt | null> {
    const best = judged[0]?.worth ?? 0;
    if (best > surely) return null;
    const query = apart(typed);
    const doubts = doubtful(query, judged);
    const known = await Promise.all(
      doubts.map((place) => this.#vocabulary.knows(query.words[place]?.whole ?? "")),
    );
    const unknown = doubts.filter((_, place) => known[place] === false);
    let chosen: Respelt = { query, isCorrection: false, worth: best };
    if (unknown.length > 0) {
      // Each word is corrected by what it finds together with the words that are in no doubt.
      for (const [rank, place] of unknown.entries()) {
        const leftOut = new Set(unknown.slice(rank + 1));
        const from = { ...chosen, worth: rank === 0 ? best : 0 };
        chosen = (await this.#bestSpelling(pagefind, from, place, leftOut)) ?? chosen;
      }
    } else if (judged.length === 0) {
      // The papers have each word, but none has all: any of them may be another one misspelt.
      for (const place of doubts) {
        const other = await this.#bestSpelling(pagefind, { ...chosen, query }, place, new Set());
        if (other !== null) chosen = other;
      }
    }
    return chosen.query === query ? null : chosen;
  }

  /**
   * Whether no paper has any word of the query and no page that is `judged` has one, either: the index
   * then answers with pages that have a word with the same first letters.
   */
  async #isStrange(query: Query, judged: readonly Judged[]): Promise<boolean> {
    const { words } = query;
    const isBeginning = words.some(({ whole }) => whole.length < shortestBeginning);
    if (isBeginning || doubtful(query, judged).length < words.length) return false;
    const known = await Promise.all(
      words.flatMap(({ parts }) => parts).map((part) => this.#vocabulary.knows(part)),
    );
    return !known.includes(true);
  }

  /** The best spelling of the word at `place` that is worth more than `from`; `null` if there is none. */
  async #bestSpelling(
    pagefind: PagefindModule,
    from: Respelt,
    place: number,
    leftOut: ReadonlySet<number>,
  ): Promise<Respelt | null> {
    const { query } = from;
    const typed = query.words[place]?.whole ?? "";
    const isOpen = query.isOpen && place === query.words.length - 1;
    const seen = new Set([typed]);
    let chosen: Respelt | null = null;
    for (const by of ["begin", "end"] as const) {
      const near = await this.#vocabulary.near(typed, by, isOpen && by === "begin");
      for (const { word, distance } of near
        .filter((each) => !seen.has(each.word))
        .slice(0, tried)) {
        seen.add(word);
        const words = query.words.with(place, { whole: word, parts: [word] });
        const asked = { ...query, words: words.filter((_, each) => !leftOut.has(each)) };
        // Likelier spellings come first: a later one must fit better, not only as well.
        const worth = (await worthOfBest(pagefind, asked)) - 0.01 * seen.size;
        if (worth <= Math.max(from.worth, chosen?.worth ?? 0)) continue;
        const isCorrection = from.isCorrection || distance > 0;
        const text = respelt(query.text, typed, word);
        chosen = { query: { ...query, words, text }, isCorrection, worth };
      }
      if (chosen !== null && chosen.worth > surely) break;
    }
    return chosen;
  }

  async #load(): Promise<PagefindModule> {
    this.#pagefind ??= this.#start();
    try {
      return await this.#pagefind;
    } catch (error) {
      this.#pagefind = null;
      throw error;
    }
  }

  async #start(): Promise<PagefindModule> {
    const pagefind = (await import(/* @vite-ignore */ this.#address.href)) as PagefindModule;
    // Pages are indexed by their address below the base path, and the index lies right below it.
    const baseUrl = new URL("..", this.#address).pathname;
    await pagefind.options({ baseUrl, noWorker: true, ranking });
    return pagefind;
  }
}

/** The index as if it had only the pages with these ids. */
function narrowed(pagefind: PagefindModule, among: ReadonlySet<string>): PagefindModule {
  return {
    ...pagefind,
    search: async (query) => {
      const { results } = await pagefind.search(query);
      return { results: results.filter(({ id }) => among.has(id)) };
    },
  };
}

/** Places of words that no page looked at has; all places when there is no page. */
function doubtful(query: Query, judged: readonly Judged[]): readonly number[] {
  return judged.slice(0, 8).reduce<readonly number[]>(
    (places, { page }) => {
      const missing = new Set(unmatched(query, page));
      return places.filter((place) => missing.has(place));
    },
    [...query.words.keys()],
  );
}
