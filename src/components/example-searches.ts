/** Searches to try, made from what there is to find. */
import type { Author } from "../core/authors.ts";
import type { Paper, Technique } from "../core/model.ts";
import { plainTitle } from "./rich-text.ts";

/** A search and what it is an example of. */
export interface ExampleSearch {
  readonly query: string;
  readonly kind: string;
}

/** One of each kind, as far as the papers (newest first) have it. */
export function exampleSearches(
  papers: readonly Paper[],
  techniques: readonly Technique[],
  authors: readonly Author[],
): readonly ExampleSearch[] {
  const technique = largest(techniques, ({ counts }) => counts.core);
  const author = largest(authors, (each) => each.papers.length);
  const titles = papers.map(({ title }) => plainTitle(title));
  // The part before a title's colon that people type without its hyphen and capitals.
  const names = titles.flatMap((title) => /^([A-Za-z]+-[A-Za-z]+): /.exec(title)?.[1] ?? []);
  const method = names.find((name) => name !== name.toLowerCase());
  const phrases = titles.flatMap((title) => /: ([a-z-]{5,} [a-z-]{5,})/i.exec(title)?.[1] ?? []);
  const [phrase] = phrases.filter((words) => !/^(?:towards?|learning|beyond) /i.test(words));
  const id = papers.find(({ arxivId }) => arxivId !== null)?.arxivId;
  return [
    { kind: "a technique", query: technique?.label },
    { kind: "a method, however it is written", query: method?.toLowerCase().replace("-", " ") },
    { kind: "an author", query: author?.name },
    {
      kind: "a phrase in quotes",
      query: phrase === undefined ? null : `"${phrase.toLowerCase()}"`,
    },
    { kind: "an arXiv id, link or DOI", query: id },
  ].flatMap(({ kind, query }) => (query == null || query === "" ? [] : [{ kind, query }]));
}

/** The first of the largest; `null` of none. */
function largest<Item>(items: readonly Item[], sizeOf: (item: Item) => number): Item | null {
  return items.reduce<Item | null>(
    (best, item) => (best === null || sizeOf(item) > sizeOf(best) ? item : best),
    null,
  );
}
