/** The order of papers wherever the reader has not asked for another one. */
import { compareText } from "./diagnostics.ts";
import type { Paper } from "./model.ts";

/** Newest first; a date known to the month comes after the days of that month; ties by id. */
export function newestFirst(
  a: Pick<Paper, "published" | "id">,
  b: Pick<Paper, "published" | "id">,
): number {
  return compareText(b.published?.value ?? "", a.published?.value ?? "") || compareText(a.id, b.id);
}
