/**
 * Authors of several papers. Names are all the digests give, so one name is one author here: two
 * people who share a name share a page, and the page says so.
 */
import { compareText } from "./order.ts";
import type { Paper } from "./model.ts";
import { fingerprint, slug } from "./slug.ts";

/** A name that stands on two papers or more. */
export interface Author {
  /** The most frequent spelling; among equals the first in code-unit order. */
  readonly name: string;
  /** Last part of the page's address. */
  readonly slug: string;
  /** Their papers, in the corpus's order (newest first). */
  readonly papers: readonly Paper[];
}

/** Spellings that differ only in case, accents or punctuation are one author. */
export function authorSlug(name: string): string {
  return slug(name) || `author-${fingerprint(name)}`;
}

/** Authors who stand on two papers or more, by slug. */
export function groupAuthors(papers: readonly Paper[]): readonly Author[] {
  const groups = new Map<string, { readonly spellings: Map<string, number>; papers: Set<Paper> }>();
  for (const paper of papers) {
    for (const name of paper.authors ?? []) {
      const key = authorSlug(name);
      const group = groups.get(key) ?? { spellings: new Map<string, number>(), papers: new Set() };
      groups.set(key, group);
      group.spellings.set(name, (group.spellings.get(name) ?? 0) + 1);
      group.papers.add(paper);
    }
  }
  return [...groups]
    .filter(([, group]) => group.papers.size > 1)
    .map(([key, group]) => {
      const spellings = [...group.spellings].sort(
        ([a, countA], [b, countB]) => countB - countA || compareText(a, b),
      );
      return { name: spellings[0]?.[0] ?? key, slug: key, papers: [...group.papers] };
    })
    .sort((a, b) => compareText(a.slug, b.slug));
}
