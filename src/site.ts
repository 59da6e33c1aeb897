/**
 * The site's constants and every address it has. The base path lives here alone: a page that writes
 * an address by hand is a page that breaks under `/some/base/`.
 */
import { cardPath, type SharedCard } from "./core/shared-cards.ts";
import type { FamilyId, ListId, PaperId, TechniqueId } from "./core/ids.ts";

/** Name of the site, as in the header and in every `<title>`. */
export const title: string = import.meta.env.PAPERSHELF_TITLE;
/** What the site is, in one line. */
export const tagline: string = import.meta.env.PAPERSHELF_TAGLINE;
/** Where the source and the seeds live; no trailing slash. */
export const repository: string = import.meta.env.PAPERSHELF_REPOSITORY;

/** Whether the build makes the zip that opens without a server. */
export const hasOfflineBundle: boolean = import.meta.env.PAPERSHELF_OFFLINE_BUNDLE;

const base = import.meta.env.BASE_URL.replace(/\/*$/, "/");

/** Root-relative address of a path of this site (`papers/x/` -> `/base/papers/x/`). */
function href(path: string): string {
  return base + path;
}

/**
 * Key under which a reader's browser keeps their library. It must never change, or libraries are lost;
 * the base path tells the sites of one host apart.
 */
export const shelfKey = `papershelf:1:${base}`;

const paged = (path: string, page: number): string =>
  href(page === 1 ? path : `${path}page/${String(page)}/`);

/** Root-relative addresses, base path included, of everything the site publishes. */
export const to = {
  home: (): string => href(""),
  papers: (page = 1): string => paged("papers/", page),
  /** The papers narrowed down by facets: `{ family: "reasoning", year: "2026" }`; see `core/facets/selection.ts`. */
  papersWhere: (facets: Readonly<Record<string, string>>): string =>
    href(`papers/?${new URLSearchParams(facets).toString().replaceAll("%2C", ",")}`),
  paper: (id: PaperId): string => href(`papers/${id}/`),
  /** The folder of the data that the list of papers is filtered and drawn with. */
  paperData: (): string => href("papers/data/"),
  years: (): string => href("years/"),
  /** Papers of a year: `2026`. */
  year: (year: string, page = 1): string => paged(`years/${year}/`, page),
  areas: (): string => href("areas/"),
  area: (id: string, page = 1): string => paged(`areas/${id}/`, page),
  withCode: (page = 1): string => paged("papers/with-code/", page),
  techniques: (): string => href("techniques/"),
  family: (id: FamilyId): string => href(`techniques/families/${id}/`),
  technique: (id: TechniqueId, page = 1): string => paged(`techniques/${id}/`, page),
  /** Papers with two techniques at their core; the ids in alphabetical order. */
  pair: (first: TechniqueId, second: TechniqueId, page = 1): string =>
    paged(`techniques/${first}/with/${second}/`, page),
  lists: (page = 1): string => paged("lists/", page),
  list: (id: ListId, page = 1): string => paged(`lists/${id}/`, page),
  /** The folder of the authors' pages; it has no page itself. */
  authors: (): string => href("authors/"),
  author: (slug: string, page = 1): string => paged(`authors/${slug}/`, page),
  search: (query?: string): string =>
    href(query === undefined ? "search/" : `search/?q=${encodeURIComponent(query)}`),
  library: (): string => href("library/"),
  about: (): string => href("about/"),
  /** The image that a shared link to a page shows. */
  card: (card: SharedCard): string => href(cardPath(card)),
  /** A file at the root of the site: `papers.json`, `favicon.svg`, ... */
  file: (name: string): string => href(name),
} as const;

/** Absolute address of a root-relative one, for canonical links, feeds and shared cards. */
export function absolute(rootRelative: string): string {
  return new URL(rootRelative, import.meta.env.SITE).href;
}
