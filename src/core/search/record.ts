/**
 * What the search index holds of a paper. The abstract is its text; everything else that people type
 * is a field of its own, because the index weighs fields and finds a phrase only within one.
 */
import { aliasesOfTitle, foreignSpellings } from "./aliases.ts";

/** A paper as the index needs it: texts are plain, without TeX. */
export interface SearchablePaper {
  /** Address below the base path, with a leading slash. */
  readonly address: string;
  readonly title: string;
  readonly abstract: string;
  /** Names; an organization stands here when the list names no person. */
  readonly authors: readonly string[];
  readonly arxivId: string | null;
  readonly year: string | null;
  /**
   * What a result shows beyond its fields: the index keeps filters with a page, but searches fields
   * alone, so that nothing is found by mark-up.
   */
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** An entry of the index: what Pagefind calls a custom record. */
export interface SearchRecord {
  readonly url: string;
  readonly content: string;
  readonly language: "en";
  /**
   * Fields: `title`, `authors`, `arxivId`, `year`, and `alias`, which is for finding only. It has title
   * and authors once more, because words of both are typed together (`bengio diffusion`), and their
   * other spellings.
   */
  readonly meta: Record<string, string>;
  readonly filters: Record<string, string[]>;
}

/** The index entry of a paper; a field without content is left out. */
export function recordOf(paper: SearchablePaper): SearchRecord {
  const authors = paper.authors.join(", ");
  const alias = [
    paper.title,
    authors,
    ...aliasesOfTitle(paper.title),
    ...foreignSpellings(paper.abstract),
    ...foreignSpellings(authors),
  ];
  const fields = {
    title: paper.title,
    authors,
    arxivId: paper.arxivId ?? "",
    alias: [...new Set(alias)].filter((each) => each !== "").join(" "),
    year: paper.year ?? "",
  };
  const filters = Object.entries(paper.filters).filter(([, values]) => values.length > 0);
  return {
    url: paper.address,
    content: paper.abstract,
    language: "en",
    meta: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== "")),
    filters: Object.fromEntries(filters.map(([name, values]) => [name, [...values]])),
  };
}
