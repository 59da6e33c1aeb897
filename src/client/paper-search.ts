/**
 * `<paper-search>`: the search page. It holds the page's `form[role=search]` with an input named `q`,
 * `[data-status]` that is read out, `[data-examples]`, `[data-bar]` for filters and order,
 * `[data-facets]`, `[data-results]` and `[data-advice]`; its addresses are those of
 * `components/search-addresses.ts` and `data-data`, the papers' data. Query and choices stand in the
 * page's address: typing replaces it, what is sent or chosen becomes an entry of the history.
 */
import type { Selection } from "../core/facets/selection.ts";
import { readQuery } from "../core/search/query.ts";
import { addressIn } from "./page-address.ts";
import { rememberSearch } from "./recent-searches.ts";
import { asked, withQuery, withSelection } from "./search-address.ts";
import { adviceOn, adviceOnFilters } from "./search-advice.ts";
import { failureNodes } from "./search-failure.ts";
import type { Answer, SearchEngine } from "./search-engine.ts";
import type { Narrowed, SearchFilters } from "./search-filters.ts";
import { ResultList } from "./search-results.ts";
import { SearchStart } from "./search-start.ts";
import { droppedNotice, statusOf } from "./search-status.ts";
import { type Lead, Searching } from "./searching.ts";

/** Pause in typing after which the search starts, in milliseconds. */
const pause = 150;

class PaperSearch extends HTMLElement {
  readonly #searching = new Searching(this);
  #results: ResultList | null = null;
  #start: SearchStart | null = null;
  #filters: Promise<SearchFilters> | null = null;
  /** Whether the address in the history is one that a reader may want to come back to. */
  #isSettled = true;
  /** Counts searches, so that a slow one never overwrites the results of a later one. */
  #turn = 0;

  connectedCallback(): void {
    const { form, input } = this;
    if (form === null || input === null) return;
    this.#results ??= new ResultList(this.#part("results") ?? this, {
      chips: (page) => this.#searching.chips(page),
      onMore: (says) => {
        this.#say(says);
      },
    });
    this.#start ??= new SearchStart(this.#part("examples"), this.#site);
    form.addEventListener("submit", this.#onSubmit);
    input.addEventListener("input", this.#onInput);
    this.#filterButton?.addEventListener("click", this.#onFilter);
    this.#part("results")?.addEventListener("click", this.#remember);
    window.addEventListener("popstate", this.#readAddress);
    this.#readAddress();
  }

  disconnectedCallback(): void {
    this.form?.removeEventListener("submit", this.#onSubmit);
    this.input?.removeEventListener("input", this.#onInput);
    this.#filterButton?.removeEventListener("click", this.#onFilter);
    this.#part("results")?.removeEventListener("click", this.#remember);
    window.removeEventListener("popstate", this.#readAddress);
  }

  /** The search behind the interface. */
  get engine(): SearchEngine {
    return this.#searching.engine;
  }

  get form(): HTMLFormElement | null {
    return this.querySelector<HTMLFormElement>("form[role=search]");
  }

  get input(): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>("input[name=q]");
  }

  get #filterButton(): HTMLButtonElement | null {
    return this.querySelector<HTMLButtonElement>("button[data-filter]");
  }

  get #site(): URL {
    return addressIn(this, "pagefind");
  }

  #part(name: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-${name}]`);
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.#onInput();
    this.#remember();
    this.#isSettled = true;
  };

  readonly #onInput = (): void => {
    const address = withQuery(this.input?.value.trim() ?? "");
    if (address === location.search) return;
    if (this.#isSettled) history.pushState(null, "", address || location.pathname);
    else history.replaceState(null, "", address || location.pathname);
    this.#isSettled = false;
    void this.#search();
  };

  /** A choice of filters or order. */
  readonly #choose = (selection: Selection): void => {
    history.pushState(null, "", withSelection(selection) || location.pathname);
    this.#isSettled = true;
    void this.#search();
  };

  readonly #readAddress = (): void => {
    if (this.input !== null) this.input.value = asked().query;
    this.#isSettled = true;
    void this.#search();
    this.#remember();
  };

  readonly #remember = (): void => {
    const { query } = asked();
    if (query !== "") rememberSearch(this.#site, query);
  };

  async #search(): Promise<void> {
    const turn = ++this.#turn;
    const isWanted = (): boolean => turn === this.#turn;
    const { query, asTyped, isNarrowed } = asked();
    const isStart = query === "" && !isNarrowed;
    this.#start?.show(isStart);
    if (isStart) {
      this.#clear();
      this.#say("");
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (!isWanted()) return;
    try {
      const answer = query === "" ? null : await this.engine.find(query, { asTyped });
      const filters = isNarrowed || this.#filters !== null ? await this.#openFilters() : null;
      if (!isWanted()) return;
      const narrowed = (await filters?.narrow(answer, isWanted)) ?? null;
      if (isWanted()) await this.#show(query, answer, narrowed, isWanted);
    } catch {
      if (isWanted()) this.#showFailure();
    }
  }

  async #show(
    query: string,
    answer: Answer | null,
    narrowed: Narrowed | null,
    isWanted: () => boolean,
  ): Promise<void> {
    const hits = narrowed?.hits ?? answer?.hits ?? [];
    const answered = answer?.answered ?? readQuery("");
    const leads = answer === null ? [] : await this.#searching.leads(answered, answer.hits);
    await this.#results?.show({ hits, answered, leads }, isWanted);
    if (!isWanted()) return;
    this.#part("bar")?.toggleAttribute("hidden", (answer?.hits.length ?? 1) === 0);
    this.#say(...statusOf({ query, answer, narrowed, found: hits.length }));
    const advice = hits.length === 0 ? await this.#advice(answer, narrowed, leads) : [];
    if (!isWanted()) return;
    this.#part("advice")?.replaceChildren(...advice, ...droppedNotice(narrowed));
  }

  /** What to do when nothing is left. */
  #advice(
    answer: Answer | null,
    narrowed: Narrowed | null,
    leads: readonly Lead[],
  ): Promise<Node[]> | Node[] {
    const wasFound = answer === null || answer.hits.length > 0;
    if (narrowed?.isNarrowed !== true || !wasFound) {
      return answer === null ? [] : adviceOn(this.#searching, answer.answered, leads);
    }
    return adviceOnFilters(narrowed.waysOut, ({ selection }) => {
      this.#choose(selection);
      this.input?.focus();
    });
  }

  readonly #onFilter = (): void => void this.#showFilters();

  async #showFilters(): Promise<void> {
    try {
      const { panel } = await this.#openFilters();
      const details = panel.querySelector("details");
      if (details !== null) details.open = true;
      panel.querySelector("summary")?.focus();
      await this.#search();
    } catch {
      this.#showFailure();
    }
  }

  /** The filters, loaded when they are first asked for and put in the place of their button. */
  #openFilters(): Promise<SearchFilters> {
    this.#filters ??= this.#loadFilters().catch((error: unknown) => {
      this.#filters = null;
      throw error;
    });
    return this.#filters;
  }

  async #loadFilters(): Promise<SearchFilters> {
    const { SearchFilters: Filters } = await import("./search-filters.ts");
    const filters = new Filters({
      engine: this.engine,
      data: addressIn(this, "data"),
      onChange: this.#choose,
    });
    // Nothing is shown of it before the data is there.
    await filters.load();
    this.#part("facets")?.replaceChildren(filters.panel);
    this.#part("facets")?.removeAttribute("hidden");
    this.#part("bar")?.replaceChildren(filters.choices, filters.sort);
    return filters;
  }

  #clear(): void {
    this.#results?.clear();
    this.#part("advice")?.replaceChildren();
    this.#part("bar")?.setAttribute("hidden", "");
  }

  #showFailure(): void {
    this.#clear();
    this.#say(
      ...failureNodes(() => {
        this.input?.focus();
        void this.#search();
      }),
    );
  }

  #say(...content: (Node | string)[]): void {
    this.#part("status")?.replaceChildren(...content);
  }
}

customElements.define("paper-search", PaperSearch);
