/** Which techniques stand at the core of the same papers. */
import type { TechniqueId } from "../core/ids.ts";
import type { Paper } from "../core/model.ts";

/** A technique and the number of papers it shares with another. */
export interface Companion {
  readonly id: TechniqueId;
  readonly papers: number;
}

/** Core techniques of the given papers other than `of`, most frequent first, ties by id. */
export function countOccurrences(of: TechniqueId, papers: readonly Paper[]): readonly Companion[] {
  const counts = new Map<TechniqueId, number>();
  for (const { techniques } of papers) {
    for (const { id, role } of techniques) {
      if (role === "core" && id !== of) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([id, n]) => ({ id, papers: n }))
    .sort((a, b) => b.papers - a.papers || (a.id < b.id ? -1 : 1));
}
