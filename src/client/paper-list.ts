/**
 * `<paper-list data-papers="/base/papers/" data-techniques="/base/techniques/" data-data="/base/papers/data/">`:
 * the list of papers, filtered and sorted. It takes over a page that is complete: the links in
 * `[data-facets]` become the panel, `[data-bar]` what is chosen, and `[data-first-page]`, the newest
 * papers as they were built, stays until something is chosen. What is chosen stands in the address.
 */
import { countBits } from "../core/facets/bits.ts";
import type { FacetIndex } from "../core/facets/columns.ts";
import type { Facets } from "../core/facets/facets.ts";
import {
  countFacets,
  filterPapers,
  paperSorts,
  relaxations,
  sortPapers,
} from "../core/facets/filter.ts";
import {
  choicesOf,
  type Dropped,
  readSelection,
  type Selection,
  selectionParameters,
  withoutChoice,
  writeSelection,
} from "../core/facets/selection.ts";
import { type FacetTable, knownValues } from "../core/facets/table.ts";
import { FacetPanel, inWords } from "./facet-panel.ts";
import { inDigits, inPapers } from "./numbers.ts";
import { PaperData } from "./paper-data.ts";
import { PaperResults } from "./paper-results.ts";
import { SortControl, sortInWords } from "./sort-control.ts";

const missingData =
  "The data to filter with could not be loaded. Check the connection, then choose again.";

const waiting = "Looking for the papers …";

/** What is there once the names of the values have come. */
interface Parts {
  readonly index: FacetIndex;
  readonly panel: FacetPanel;
  readonly sort: SortControl;
  readonly results: PaperResults;
}

class PaperList extends HTMLElement {
  #data: PaperData | null = null;
  #parts: Parts | null = null;
  #table: FacetTable | null = null;
  /** The facets with their counts, and the number found, as last shown. */
  #shown: { readonly facets: Facets; readonly found: string } | null = null;
  /** Counts selections, so that a slow one never overwrites the outcome of a later one. */
  #turn = 0;

  connectedCallback(): void {
    window.addEventListener("popstate", this.#readAddress);
    if (this.#parts === null) void this.#start();
    // A view that was linked or gone back to: the newest papers are not what it shows.
    const parameters = new URL(location.href).searchParams;
    const isOther = selectionParameters.some((name) => parameters.has(name));
    this.#firstPage?.toggleAttribute("data-waiting", isOther);
    if (isOther) this.querySelector("[data-bar] p")?.replaceChildren(waiting);
  }

  disconnectedCallback(): void {
    window.removeEventListener("popstate", this.#readAddress);
  }

  /** The data behind the list. */
  get data(): PaperData {
    return (this.#data ??= new PaperData(this.#address("data")));
  }

  /** The newest papers, as they were built. */
  get #firstPage(): HTMLElement | null {
    return this.querySelector("[data-first-page]");
  }

  #address(name: string): URL {
    return new URL(this.dataset[name] ?? "", location.href);
  }

  /** Puts the panel in the place of the links, as soon as the names of the values are there. */
  async #start(): Promise<void> {
    let index: FacetIndex;
    try {
      index = await this.data.index();
    } catch {
      // The links still lead to every value's papers; only a choice in the address asks for more.
      if (this.#firstPage?.hasAttribute("data-waiting") === true) {
        this.querySelector("[data-bar] p")?.replaceChildren(missingData);
      }
      this.#firstPage?.removeAttribute("data-waiting");
      return;
    }
    const panel = new FacetPanel({ onChange: this.#choose });
    const sort = new SortControl(paperSorts, (chosen) => {
      this.#choose({ ...this.#inAddress(index).selection, sort: chosen });
    });
    const results = new PaperResults({
      context: {
        papers: this.#address("papers"),
        techniques: this.#address("techniques"),
        names: index.techniques,
      },
      cards: (places) => this.data.cards(places),
      onMore: (shown) => {
        history.replaceState({ shown }, "");
      },
    });
    this.#parts = { index, panel, sort, results };
    const facets = this.querySelector("[data-facets]");
    facets?.replaceChildren(panel.element);
    // Whoever reaches for the panel will need what it filters with.
    for (const event of ["pointerenter", "focusin"]) {
      const load = (): void => void this.data.table().catch(() => null);
      facets?.addEventListener(event, load, { once: true });
    }
    this.querySelector("[data-bar]")?.replaceChildren(panel.choices, sort.element);
    this.#firstPage?.before(results.element);
    this.#readAddress();
  }

  readonly #choose = (selection: Selection): void => {
    const address = new URL(location.href);
    const own = [...address.searchParams].filter(([name]) => !selectionParameters.includes(name));
    address.search = writeSelection(selection, own);
    history.pushState(null, "", address);
    void this.#show(selection, []);
  };

  readonly #readAddress = (): void => {
    if (this.#parts === null) return;
    const { selection, dropped } = this.#inAddress(this.#parts.index);
    void this.#show(selection, dropped);
  };

  #inAddress(index: FacetIndex): ReturnType<typeof readSelection> {
    return readSelection(new URL(location.href).searchParams, knownValues(index, paperSorts));
  }

  async #show(selection: Selection, dropped: readonly Dropped[]): Promise<void> {
    if (this.#parts === null) return;
    const { index, panel, sort, results } = this.#parts;
    const turn = ++this.#turn;
    const isFirstPage = choicesOf(selection).length === 0 && selection.sort === null;
    const inOrder = (papers: string): string =>
      `${papers}, ${sortInWords(selection.sort ?? "newest")}`;
    results.notice(dropped);
    sort.show(selection.sort);
    if (this.#table === null) {
      // The controls answer at once; the counts follow when the columns are there.
      const found = isFirstPage ? inOrder(inPapers(index.papers)) : waiting;
      this.#shown ??= { facets: uncounted(index), found };
      panel.show(this.#shown.facets, selection, this.#shown.found);
      if (isFirstPage) {
        this.#showFirstPage();
        return;
      }
    }
    try {
      const table = (this.#table ??= await this.data.table());
      const byTitle = selection.sort === "title" ? await this.data.titles() : [];
      if (turn !== this.#turn) return;
      const papers = filterPapers(table, selection);
      const facets = countFacets(table, index, selection);
      const found = countBits(papers);
      const all = inPapers(index.papers);
      const words = inOrder(found === index.papers ? all : `${inDigits(found)} of ${all}`);
      this.#shown = { facets, found: words };
      panel.show(facets, selection, words);
      if (isFirstPage) {
        this.#showFirstPage();
        return;
      }
      if (found === 0) this.#showEmpty(table, selection, facets, results);
      else await results.show(sortPapers(table, papers, selection.sort, byTitle), shownBefore());
      if (turn === this.#turn && this.#firstPage !== null) this.#firstPage.hidden = true;
    } catch {
      if (turn !== this.#turn) return;
      panel.show(this.#shown?.facets ?? uncounted(index), selection, missingData);
      this.#firstPage?.removeAttribute("data-waiting");
    }
  }

  #showFirstPage(): void {
    this.#parts?.results.clear();
    if (this.#firstPage === null) return;
    this.#firstPage.hidden = false;
    this.#firstPage.removeAttribute("data-waiting");
  }

  #showEmpty(table: FacetTable, selection: Selection, facets: Facets, results: PaperResults): void {
    results.showEmpty(
      relaxations(table, selection).map(({ choice, papers }) => ({
        label: inWords(choice, facets),
        papers,
        take: () => {
          this.#choose(withoutChoice(selection, choice));
          // The button is gone with the empty list.
          this.querySelector<HTMLElement>("[role=status]")?.focus();
        },
      })),
    );
  }
}

/** How many papers were shown when the reader left this entry of the history. */
function shownBefore(): number | undefined {
  const state: unknown = history.state;
  if (typeof state !== "object" || state === null || !("shown" in state)) return undefined;
  return typeof state.shown === "number" ? state.shown : undefined;
}

/** The facets of the index, with the counts they have while nothing is chosen. */
function uncounted({ techniques, facets }: FacetIndex): Facets {
  return { techniques, roles: { core: null, mention: null }, facets };
}

customElements.define("paper-list", PaperList);
