/**
 * The search behind an element of the page: the engine, the names of techniques, and the pages that
 * lead when a query names them. Its addresses stand in the element's data attributes, see
 * `components/search-addresses.ts`. Nothing is loaded before it is asked for.
 */
import {
  authorsNamed,
  type SearchNames,
  type TechniqueName,
  techniquesNamed,
} from "../core/search/names.ts";
import type { Query } from "../core/search/query.ts";
import { inPapers } from "./numbers.ts";
import { addressIn, pageBelow } from "./page-address.ts";
import type { PagefindPage } from "./pagefind-api.ts";
import { type Hit, SearchEngine } from "./search-engine.ts";

/** A page that a query names. */
export interface Lead {
  readonly kind: "technique" | "author";
  readonly label: string;
  readonly address: string;
  /** What stands beside the label. */
  readonly note: string;
  /** Id of a technique's family, for its hue. */
  readonly family?: string;
}

/** A technique as a chip shows it. */
export interface Chip {
  readonly label: string;
  readonly family: string;
  readonly address: string;
}

/** Hits in which authors are looked for: as many as the engine looks at anyway. */
const lookedAt = 10;

const nothingNamed: SearchNames = { techniques: [] };

/** One for each element that searches. */
export class Searching {
  readonly engine: SearchEngine;
  readonly #element: HTMLElement;
  #names: Promise<SearchNames> | null = null;

  /** `element`: the one with the addresses. */
  constructor(element: HTMLElement) {
    this.#element = element;
    this.engine = new SearchEngine(addressIn(element, "pagefind"));
  }

  /** The names of techniques; none as long as they cannot be loaded. */
  names(): Promise<SearchNames> {
    this.#names ??= this.#loadNames().catch(() => {
      this.#names = null;
      return nothingNamed;
    });
    return this.#names;
  }

  /**
   * The pages that the query names: of techniques, then of authors on the papers among its hits. With
   * `mayBegin`, the beginning of a technique's name will do.
   */
  async leads(query: Query, hits: readonly Hit[], mayBegin = false): Promise<readonly Lead[]> {
    const [{ techniques }, pages] = await Promise.all([
      this.names(),
      Promise.all(hits.slice(0, lookedAt).map((hit) => hit.data())),
    ]);
    const named = techniquesNamed(query, techniques, mayBegin).map((each) => this.#lead(each));
    const bylines = pages
      .filter(({ filters }) => filters["byline"]?.includes("organization") !== true)
      .map(authorsOf);
    const authors = authorsNamed(query, bylines).map(({ name, slug }): Lead => {
      const address = pageBelow(addressIn(this.#element, "authors"), slug);
      return { kind: "author", label: name, address, note: "Author" };
    });
    return [...named, ...authors];
  }

  /** The techniques of a page, as links. */
  async chips({ filters }: PagefindPage): Promise<readonly Chip[]> {
    const { techniques } = await this.names();
    return (filters["technique"] ?? []).flatMap((id): Chip[] => {
      const known = techniques.find((each) => each.id === id);
      if (known === undefined) return [];
      return [{ label: known.label, family: known.family, address: this.#technique(id) }];
    });
  }

  /**
   * Techniques that single words of the query name, each behind those that are broader: where to look
   * on when nothing was found.
   */
  async broader(query: Query): Promise<readonly Lead[]> {
    const { techniques } = await this.names();
    const near = query.words.flatMap((word) =>
      word.whole.length < 3
        ? []
        : techniquesNamed({ ...query, words: [word], phrases: [] }, techniques, true),
    );
    const ids = new Set(near.flatMap(({ id, broader }) => [...broader, id]));
    return [...ids].flatMap((id): Lead[] => {
      const known = techniques.find((each) => each.id === id);
      return known === undefined ? [] : [this.#lead(known)];
    });
  }

  #lead({ id, label, family, papers }: TechniqueName): Lead {
    const address = this.#technique(id);
    return { kind: "technique", label, address, family, note: inPapers(papers) };
  }

  #technique(id: string): string {
    return pageBelow(addressIn(this.#element, "techniques"), id);
  }

  async #loadNames(): Promise<SearchNames> {
    const response = await fetch(addressIn(this.#element, "names"));
    if (!response.ok) throw new Error(`${String(response.status)} for ${response.url}`);
    const names: unknown = await response.json();
    if (!isNames(names)) throw new Error(`${response.url} is not what it should be.`);
    return names;
  }
}

/** The names on a page's byline. */
export function authorsOf({ meta }: PagefindPage): readonly string[] {
  const authors = meta["authors"] ?? "";
  return authors === "" ? [] : authors.split(", ");
}

// The file comes from the same build as this code: whether it is the right one is enough.
function isNames(value: unknown): value is SearchNames {
  return typeof value === "object" && value !== null && "techniques" in value;
}
