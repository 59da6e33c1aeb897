/** The order in which lists are shown. */
import type { PaperList } from "../core/model.ts";

/** The lists, newest first; those without a date last, lists of one day as they were. */
export function newestLists(lists: readonly PaperList[]): readonly PaperList[] {
  const day = ({ date }: PaperList): string => date ?? "";
  return [...lists].sort((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0));
}
