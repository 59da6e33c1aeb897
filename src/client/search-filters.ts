/**
 * The facets of a search, with the data and the code of the list of papers: the index numbers its
 * papers as that data does, so that what a search found becomes a set of places, and the same sets
 * count and filter it.
 */
import { addBit, type Bits, hasBit, noBits } from "../core/facets/bits.ts";
import { countFacets, filterPapers, relaxations, sortPapers } from "../core/facets/filter.ts";
import {
  choicesOf,
  type Dropped,
  readSelection,
  type Selection,
  type Sort,
  withoutChoice,
} from "../core/facets/selection.ts";
import { type FacetTable, knownValues } from "../core/facets/table.ts";
import { FacetPanel, inWords } from "./facet-panel.ts";
import { PaperData } from "./paper-data.ts";
import type { Answer, Hit, SearchEngine } from "./search-engine.ts";
import { SortControl } from "./sort-control.ts";

/** Orders of results; the first is the search's own. */
const sorts: readonly Sort[] = ["relevance", "newest", "oldest"];

/** A way out of an empty list. */
export interface WayOut {
  /** The choice in words. */
  readonly label: string;
  readonly papers: number;
  /** The selection without it. */
  readonly selection: Selection;
}

/** What is left of an answer. */
export interface Narrowed {
  readonly hits: readonly Hit[];
  /** How many there were before. */
  readonly of: number;
  /** Whether filters left something out. */
  readonly isNarrowed: boolean;
  /** Parts of the address that mean nothing here. */
  readonly dropped: readonly Dropped[];
  /** When nothing is left: what to take back, most papers first. */
  readonly waysOut: readonly WayOut[];
}

/** What filters are made with. */
export interface SearchFiltersOptions {
  readonly engine: SearchEngine;
  /** Address of the folder of the papers' data. */
  readonly data: URL;
  readonly onChange: (selection: Selection) => void;
}

/** The panel, what is chosen, and the order. */
export class SearchFilters {
  /** The facets. */
  readonly panel: HTMLElement;
  /** What is chosen, as buttons. */
  readonly choices: HTMLElement;
  readonly sort: HTMLElement;
  readonly #options: SearchFiltersOptions;
  readonly #data: PaperData;
  readonly #facets: FacetPanel;
  readonly #sort: SortControl;
  #selection: Selection | null = null;
  #places: ReadonlyMap<string, number> | null = null;

  constructor(options: SearchFiltersOptions) {
    this.#options = options;
    this.#data = new PaperData(options.data);
    this.#facets = new FacetPanel({ onChange: options.onChange });
    this.#sort = new SortControl(sorts, (sort) => {
      if (this.#selection !== null) options.onChange({ ...this.#selection, sort });
    });
    this.panel = this.#facets.element;
    this.choices = this.#facets.choices;
    this.sort = this.#sort.element;
  }

  /**
   * Loads what filters need.
   *
   * @throws when it cannot be loaded.
   */
  async load(): Promise<void> {
    await Promise.all([this.#data.table(), this.#placesById()]);
  }

  /**
   * What the choices in the address leave of an answer, in the order asked for; `answer` is `null` for
   * all papers. Shows the facets with their counts.
   *
   * @throws when the data or the index cannot be loaded.
   */
  async narrow(answer: Answer | null, isWanted: () => boolean): Promise<Narrowed> {
    const [index, whole, places, pages] = await Promise.all([
      this.#data.index(),
      this.#data.table(),
      this.#placesById(),
      this.#options.engine.pages(),
    ]);
    const papers = pages.slice(0, index.papers);
    const hits = answer?.hits ?? papers;
    const { selection, dropped } = readSelection(
      new URL(location.href).searchParams,
      knownValues(index, sorts),
    );
    const table = { ...whole, within: bitsOf(hits, places, whole.size) };
    const fitting = filterPapers(table, selection);
    const facets = countFacets(table, index, selection);
    const isNarrowed = choicesOf(selection).length > 0;
    if (isWanted()) {
      this.#selection = selection;
      // The number found is said with the query.
      this.#facets.show(facets, selection, isNarrowed ? "Filters:" : "");
      this.#sort.show(selection.sort);
    }
    const left = isNarrowed
      ? hits.filter(({ id }) => {
          const place = places.get(id);
          return place !== undefined && place < whole.size && hasBit(fitting, place);
        })
      : hits;
    return {
      hits: await this.#ordered(left, answer, { table, fitting, selection, papers, isNarrowed }),
      of: hits.length,
      isNarrowed,
      dropped,
      waysOut:
        left.length > 0
          ? []
          : relaxations(table, selection).map(({ choice, papers: given }) => ({
              label: inWords(choice, facets),
              papers: given,
              selection: withoutChoice(selection, choice),
            })),
    };
  }

  async #ordered(
    hits: readonly Hit[],
    answer: Answer | null,
    {
      table,
      fitting,
      selection,
      papers,
      isNarrowed,
    }: {
      readonly table: FacetTable;
      readonly fitting: Bits;
      readonly selection: Selection;
      readonly papers: readonly Hit[];
      readonly isNarrowed: boolean;
    },
  ): Promise<readonly Hit[]> {
    if (selection.sort !== null) {
      const sorted = sortPapers(table, fitting, selection.sort, []);
      return sorted.flatMap((place) => papers[place] ?? []);
    }
    if (answer === null || !isNarrowed || hits.length < 2) return hits;
    // The best of those that are left, which may be far down among all, are looked at in their turn.
    const among = new Set(hits.map(({ id }) => id));
    const { engine } = this.#options;
    const ranked = await engine.find(answer.answered.text, { asTyped: true, among });
    const known = new Set(ranked.hits.map(({ id }) => id));
    return [...ranked.hits, ...hits.filter(({ id }) => !known.has(id))];
  }

  async #placesById(): Promise<ReadonlyMap<string, number>> {
    if (this.#places !== null) return this.#places;
    const pages = await this.#options.engine.pages();
    this.#places = new Map(pages.map(({ id }, place) => [id, place]));
    return this.#places;
  }
}

/** The places of hits that are papers. */
function bitsOf(hits: readonly Hit[], places: ReadonlyMap<string, number>, size: number): Bits {
  const bits = noBits(size);
  for (const { id } of hits) {
    const place = places.get(id);
    if (place !== undefined && place < size) addBit(bits, place);
  }
  return bits;
}
