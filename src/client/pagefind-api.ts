/** The part of Pagefind's browser API that the search page uses (https://pagefind.app/docs/api/). */

/** The module at `pagefind/pagefind.js`. */
export interface PagefindModule {
  /** To be called before the first search; `baseUrl` is put before every result's address. */
  options(options: { readonly baseUrl: string }): Promise<void>;
  /** Fetches the core of the index, so that the first search is quick. */
  init(): Promise<void>;
  /** Waits for a pause in typing; `null` when a later search took this one's place. */
  debouncedSearch(
    query: string,
    options: Readonly<Record<string, never>>,
    pauseMilliseconds: number,
  ): Promise<{ readonly results: readonly PagefindResult[] } | null>;
}

/** A page that matches; what it says is fetched on demand. */
export interface PagefindResult {
  readonly id: string;
  data(): Promise<PagefindPage>;
}

/** What the index knows of a page. */
export interface PagefindPage {
  /** Root-relative address with the base path. */
  readonly url: string;
  /** HTML: the page's text with `<` and `>` escaped and `<mark>` around the words that match. */
  readonly excerpt: string;
  /** From `data-pagefind-meta` attributes; `title` is always there. */
  readonly meta: Readonly<Record<string, string>>;
}
