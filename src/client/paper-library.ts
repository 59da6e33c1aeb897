/**
 * `<paper-library data-papers data-techniques data-data>` (addresses of folders): the reader's own
 * papers, filtered like the list of all papers. What is chosen stands in the address, `#papers=…` in it
 * are papers that somebody shares.
 */
import type { FacetIndex } from "../core/facets/columns.ts";
import { paperSorts } from "../core/facets/filter.ts";
import {
  readSelection,
  type Selection,
  selectionParameters,
  writeSelection,
} from "../core/facets/selection.ts";
import { knownValues } from "../core/facets/table.ts";
import { libraryView, type PlacedEntry, type SitePapers } from "../core/shelf/library-view.ts";
import { followRenames } from "../core/shelf/merge.ts";
import { shelfIndex } from "../core/shelf/shelf-table.ts";
import { emptyShelf, keptPapers, type Shelf, withChange } from "../core/shelf/shelf.ts";
import { element } from "./element.ts";
import { FacetPanel } from "./facet-panel.ts";
import { LibraryActions } from "./library-actions.ts";
import { LibraryData } from "./library-data.ts";
import { bareCard, libraryItem } from "./library-item.ts";
import { inDigits, inPapers } from "./numbers.ts";
import { pageBelow } from "./page-address.ts";
import { type CardContext, paperCard } from "./paper-card.ts";
import { PaperData } from "./paper-data.ts";
import { SharedPapers } from "./shared-papers.ts";
import {
  changeShelf,
  onShelfChange,
  problemInWords,
  readShelf,
  unreadableShelf,
  whyBlocked,
} from "./shelf-store.ts";
import { ShelfTabs } from "./shelf-tabs.ts";
import { SortControl, sortInWords } from "./sort-control.ts";

const missingData =
  "The data of the papers could not be loaded, so they stand here by their titles alone. Your library is unharmed; check the connection, then reload the page.";

/** What is there once the data about the site's papers has come. */
interface Site extends SitePapers {
  readonly context: CardContext;
  readonly panel: FacetPanel;
  readonly sort: SortControl;
}

class PaperLibrary extends HTMLElement {
  readonly #connection = new AbortController();
  #data: { readonly papers: PaperData; readonly library: LibraryData } | null = null;
  #site: Site | null = null;
  #actions: LibraryActions | null = null;
  #tabs: ShelfTabs | null = null;
  #shared: SharedPapers | null = null;
  #turn = 0;

  connectedCallback(): void {
    if (this.#data !== null) return;
    const folder = this.#address("data");
    this.#data = { papers: new PaperData(folder), library: new LibraryData(folder) };
    this.#actions = new LibraryActions(this, this.#show);
    this.#tabs = new ShelfTabs(this.#part("tabs"), this.#choose);
    this.#shared = new SharedPapers(this.#part("shared"), this.#show);
    const { signal } = this.#connection;
    window.addEventListener("popstate", this.#show, { signal });
    window.addEventListener("hashchange", this.#show, { signal });
    onShelfChange((origin) => {
      // What is taken away here stays in sight until another view is chosen, so that it can be undone.
      if (origin === "elsewhere") this.#show();
      else this.#count();
    }, signal);
    void this.#start();
  }

  disconnectedCallback(): void {
    this.#connection.abort();
  }

  async #start(): Promise<void> {
    this.#count();
    this.#sayProblems();
    if (this.#data === null) return;
    const { papers, library } = this.#data;
    try {
      const [index, table, codes, renamed] = await Promise.all([
        papers.index(),
        papers.table(),
        library.codes(),
        library.renamed(),
      ]);
      const shelf = readShelf();
      if (shelf !== null && Object.keys(shelf.papers).some((id) => renamed.has(id))) {
        changeShelf((known) => followRenames(known, renamed));
      }
      // The panel knows nothing of the tabs above the list.
      const panel = new FacetPanel({
        onChange: (selection) => {
          const { shelf } = this.#selection().values;
          this.#choose({ ...selection, values: { ...selection.values, shelf } });
        },
      });
      const sort = new SortControl(paperSorts, (chosen) => {
        this.#choose({ ...this.#selection(), sort: chosen });
      });
      const context = {
        papers: this.#address("papers"),
        techniques: this.#address("techniques"),
        names: index.techniques,
      };
      this.#site = { index, table, codes, context, panel, sort };
      this.#part("facets").replaceChildren(panel.element);
      this.#part("bar").replaceChildren(panel.choices, sort.element);
    } catch {
      this.#say(missingData);
    }
    this.#show();
  }

  /** Shows the library as it is, in the view that the address names. */
  readonly #show = (): void => {
    const shelf = readShelf() ?? emptyShelf;
    this.#count();
    if (this.#site === null) this.#showTitles(shelf);
    else {
      this.#showView(shelf, this.#site).catch(() => {
        this.#say(missingData);
        this.#showTitles(shelf);
      });
    }
  };

  readonly #choose = (selection: Selection): void => {
    const address = new URL(location.href);
    const own = [...address.searchParams].filter(([name]) => !selectionParameters.includes(name));
    address.search = writeSelection(selection, own);
    history.pushState(null, "", address);
    this.#show();
  };

  #selection(): Selection {
    const index = shelfIndex(this.#site?.index ?? noIndex, 0);
    return readSelection(new URL(location.href).searchParams, knownValues(index, paperSorts))
      .selection;
  }

  async #showView(shelf: Shelf, site: Site): Promise<void> {
    const { codes, context, panel, sort } = site;
    const turn = ++this.#turn;
    const selection = this.#selection();
    const byTitle = selection.sort === "title" ? await this.#papers.titles() : [];
    const view = libraryView(shelf, site, selection, byTitle);
    const cards = await this.#papers.cards(view.papers.map(({ place }) => place));
    await this.#shared?.show(this.#papers, codes, context);
    if (turn !== this.#turn) return;
    const { papers, lost, ofSite } = view;
    const found = papers.length === ofSite ? "" : `${inDigits(papers.length)} of `;
    const order = sortInWords(selection.sort ?? "newest");
    panel.show(view.facets, view.selection, `${found}${inPapers(ofSite)}, ${order}`);
    sort.show(selection.sort);
    this.#tabs?.show(selection);
    const items = papers.flatMap((paper, at) => {
      const card = cards[at]?.card;
      return card === undefined ? [] : [this.#item(paper, paperCard(card, context))];
    });
    this.#part("list").replaceChildren(...items);
    this.#part("none").hidden = papers.length + lost.length > 0;
    this.#part("lost").hidden = lost.length === 0;
    this.#part("lost-list").replaceChildren(
      ...lost.map(([id, fields]) => this.#item({ id, fields }, bareCard(id, fields, null))),
    );
    const shown = [...papers.map(({ id }) => id), ...lost.map(([id]) => id)];
    this.#actions?.show(
      {
        places: papers.map(({ place }) => place),
        codes: shown.map((id) => codes.codeOf(id)),
        bibtex: (places) => this.#library.bibtex(places, site.index.papersInCards),
      },
      keptPapers(shelf).length,
    );
  }

  /** The library without the site's data: what the shelf itself knows. */
  #showTitles(shelf: Shelf): void {
    const kept = keptPapers(shelf);
    const folder = this.#address("papers");
    const items = kept.map(([id, fields]) =>
      this.#item({ id, fields }, bareCard(id, fields, pageBelow(folder, id))),
    );
    this.#part("list").replaceChildren(...items);
    const nothing = {
      places: [],
      codes: kept.map(([id]) => id),
      bibtex: () => Promise.resolve([]),
    };
    this.#actions?.show(nothing, kept.length);
  }

  #item({ id, fields }: Omit<PlacedEntry, "place">, card: HTMLElement): HTMLLIElement {
    return libraryItem({
      card,
      entry: fields,
      onState: (state) => {
        const at = new Date().toISOString();
        const problem = changeShelf((shelf) => withChange(shelf, id, { state }, at));
        if (problem !== null) this.#say(problemInWords(problem));
      },
    });
  }

  /** Says how much is kept, and shows the parts that make sense for it. */
  #count(): void {
    const shelf = readShelf();
    const entries = shelf === null ? [] : keptPapers(shelf);
    const isEmpty = entries.length === 0;
    this.#tabs?.count(entries.map(([, entry]) => entry));
    this.#part("empty").hidden = !isEmpty || shelf === null;
    // Papers that were taken away a moment ago can still be put back.
    const isShown = !isEmpty || this.#part("list").children.length > 0;
    this.#part("shelf").hidden = !isShown;
    this.#part("status").textContent = isEmpty
      ? ""
      : `${inPapers(entries.length)}, kept in this browser only.`;
  }

  #sayProblems(): void {
    if (readShelf() === null) this.#say(problemInWords(whyBlocked()));
    else if (unreadableShelf() !== null) {
      this.#say(
        "What this browser kept for your library could not be read. It was set aside and is not lost; import your last export to go on.",
      );
    }
  }

  #say(text: string): void {
    const problem = this.#part("problem");
    problem.hidden = false;
    problem.replaceChildren(element("p", "", text));
  }

  get #papers(): PaperData {
    return this.#data?.papers ?? new PaperData(this.#address("data"));
  }

  get #library(): LibraryData {
    return this.#data?.library ?? new LibraryData(this.#address("data"));
  }

  #address(name: string): URL {
    return new URL(this.dataset[name] ?? "", location.href);
  }

  /** A part of the page by its name. @throws {Error} when the page lacks it. */
  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-${name}]`);
    if (part === null) throw new Error(`The library's page has no part “${name}”.`);
    return part;
  }
}

const noIndex: FacetIndex = {
  papers: 0,
  papersInPiece: 1,
  papersInCards: 1,
  techniques: [],
  facets: [],
};

customElements.define("paper-library", PaperLibrary);
