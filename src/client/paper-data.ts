/**
 * The data of the list of papers, loaded in pieces when it is first asked for; `core/facets/columns.ts`
 * says what the files hold. A file that could not be loaded is asked for again the next time.
 */
import type { CardData } from "../core/facets/card.ts";
import type { FacetIndex, FacetPiece } from "../core/facets/columns.ts";
import { type FacetTable, facetTable } from "../core/facets/table.ts";

/** A paper's card and the place of the paper among all. */
export interface PlacedCard {
  readonly place: number;
  readonly card: CardData;
}

/** Everything below rejects when a file is missing, cannot be loaded or is not what it should be. */
export class PaperData {
  readonly #folder: URL;
  readonly #files = new Map<string, Promise<unknown>>();
  #table: Promise<FacetTable> | null = null;

  /** `folder`: address of the data folder, with a slash at its end. */
  constructor(folder: URL) {
    this.#folder = folder;
  }

  /** What can be chosen. */
  index(): Promise<FacetIndex> {
    return this.#file("facets", isIndex);
  }

  /** Which papers have what; loads all pieces of the columns. */
  table(): Promise<FacetTable> {
    this.#table ??= this.#loadTable().catch((error: unknown) => {
      this.#table = null;
      throw error;
    });
    return this.#table;
  }

  /** Places of all papers in the order of their titles. */
  titles(): Promise<readonly number[]> {
    return this.#file("titles", isNumbers);
  }

  /** The cards of papers, in the order of the places given; loads the files that have them. */
  async cards(places: readonly number[]): Promise<readonly PlacedCard[]> {
    const { papersInCards } = await this.index();
    return Promise.all(
      places.map(async (place) => {
        const number = Math.floor(place / papersInCards);
        const cards = await this.#file(`cards-${String(number)}`, isCards);
        const card = cards[place % papersInCards];
        if (card === undefined) throw new Error(`No card for the paper at ${String(place)}.`);
        return { place, card };
      }),
    );
  }

  async #loadTable(): Promise<FacetTable> {
    const index = await this.index();
    const pieces = await Promise.all(
      Array.from({ length: Math.ceil(index.papers / index.papersInPiece) }, (_, number) =>
        this.#file(`facets-${String(number)}`, isPiece),
      ),
    );
    return facetTable(index, pieces);
  }

  #file<Content>(name: string, is: (value: unknown) => value is Content): Promise<Content> {
    const known = this.#files.get(name) as Promise<Content> | undefined;
    if (known !== undefined) return known;
    const file = this.#load(name, is);
    this.#files.set(name, file);
    file.catch(() => this.#files.delete(name));
    return file;
  }

  async #load<Content>(name: string, is: (value: unknown) => value is Content): Promise<Content> {
    const response = await fetch(new URL(`${name}.json`, this.#folder));
    if (!response.ok) throw new Error(`${String(response.status)} for ${response.url}`);
    const content: unknown = await response.json();
    if (!is(content)) throw new Error(`${response.url} is not what it should be.`);
    return content;
  }
}

// The files come from the same build as this code: whether it is the right kind of file is enough.
const has = (value: unknown, name: string): boolean =>
  typeof value === "object" && value !== null && name in value;
const isIndex = (value: unknown): value is FacetIndex => has(value, "papersInPiece");
const isPiece = (value: unknown): value is FacetPiece => has(value, "techniques");
const isNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((each) => typeof each === "number");
const isCards = (value: unknown): value is readonly CardData[] =>
  Array.isArray(value) && value.every((each) => has(each, "title"));
