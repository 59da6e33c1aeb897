/** The part of Pagefind's browser API that the search uses (https://pagefind.app/docs/api/). */

/** The module at `pagefind/pagefind.js`. */
export interface PagefindModule {
  /** To be called before the first search. */
  options(options: PagefindOptions): Promise<void>;
  /** Fetches the core of the index, so that the first search is quick. */
  init(): Promise<void>;
  /**
   * Finds the pages that have all words; a query in quotes, those that have it word by word; `null`,
   * all pages in the order in which they were indexed.
   */
  search(query: string | null): Promise<{ readonly results: readonly PagefindResult[] }>;
}

/** Settings of a search (https://pagefind.app/docs/search-config/). */
export interface PagefindOptions {
  /** Put before every result's address. */
  readonly baseUrl: string;
  /** Whether to search in the page itself: one script less to load. */
  readonly noWorker: boolean;
  /** Weights of what makes a page relevant (https://pagefind.app/docs/ranking/). */
  readonly ranking: {
    readonly termSimilarity: number;
    readonly metaWeights: Readonly<Record<string, number>>;
  };
}

/** A page that matches; what it says is fetched on demand. */
export interface PagefindResult {
  readonly id: string;
  /** Relevance; comparable within one search. */
  readonly score: number;
  /** Places in the page's text (words between white space, from 0) where words of the query stand. */
  readonly words: readonly number[];
  data(): Promise<PagefindPage>;
}

/** What the index knows of a page. */
export interface PagefindPage {
  /** Root-relative address with the base path. */
  readonly url: string;
  /** HTML: the page's text with `<` and `>` escaped and `<mark>` around the words that match. */
  readonly excerpt: string;
  /** The text that was indexed. */
  readonly content: string;
  /** `title` is always there; see `SearchRecord` for the others. */
  readonly meta: Readonly<Record<string, string>>;
  /** See `searchablePapers`; technique pages have a `type` alone. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
}
