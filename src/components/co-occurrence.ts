/** Which techniques stand at the core of the same papers. */
import { compareText } from "../core/order.ts";
import type { TechniqueId } from "../core/ids.ts";
import type { Paper } from "../core/model.ts";

/** A technique and the number of papers it shares with another. */
export interface Companion {
  readonly id: TechniqueId;
  readonly papers: number;
}

/** Two techniques in the order in which their common page names them. */
export type Pair = readonly [TechniqueId, TechniqueId];

/** Core techniques of the given papers other than `of`, most frequent first, ties by id. */
export function countOccurrences(of: TechniqueId, papers: readonly Paper[]): readonly Companion[] {
  const counts = new Map<TechniqueId, number>();
  for (const paper of papers) {
    for (const id of coreOf(paper)) {
      if (id !== of) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([id, n]) => ({ id, papers: n }))
    .sort((a, b) => b.papers - a.papers || compareText(a.id, b.id));
}

/** The pair in the one order that its page has: by id. */
export function pairOf(a: TechniqueId, b: TechniqueId): Pair {
  return a < b ? [a, b] : [b, a];
}

/** Every pair that at least one paper has at its core, in order. */
export function pairsOf(papers: readonly Paper[]): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  for (const paper of papers) {
    const core = [...coreOf(paper)].sort(compareText);
    for (const [index, first] of core.entries()) {
      for (const second of core.slice(index + 1)) pairs.set(`${first} ${second}`, [first, second]);
    }
  }
  return [...pairs].sort(([a], [b]) => compareText(a, b)).map(([, pair]) => pair);
}

/** Those of the papers that have the other technique at their core too. */
export function papersOfPair(papers: readonly Paper[], other: TechniqueId): readonly Paper[] {
  return papers.filter((paper) => coreOf(paper).includes(other));
}

function coreOf({ techniques }: Paper): readonly TechniqueId[] {
  return techniques.filter(({ role }) => role === "core").map(({ id }) => id);
}
