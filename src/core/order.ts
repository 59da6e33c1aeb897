/** The orders that everything sorted has: of texts, and of papers that nobody has sorted otherwise. */
import type { Paper } from "./model.ts";

/** Newest first; a date known to the month comes after the days of that month; ties by id. */
export function newestFirst(
  a: Pick<Paper, "published" | "id">,
  b: Pick<Paper, "published" | "id">,
): number {
  return compareText(b.published?.value ?? "", a.published?.value ?? "") || compareText(a.id, b.id);
}

/** Order by UTF-16 code units: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
