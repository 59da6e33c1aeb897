/** Reading on: the papers before and after one in the list where it stands. */
import type { Paper, PaperList } from "../core/model.ts";

/** A paper's neighbours in a list's own order; `null` at the ends. */
export interface ListNeighbours {
  readonly list: PaperList;
  readonly previous: Paper["id"] | null;
  readonly next: Paper["id"] | null;
}

/** The neighbours in the newest of the lists; of lists with one date, in the first. */
export function neighboursInNewest(
  id: Paper["id"],
  lists: readonly PaperList[],
): ListNeighbours | null {
  const [list] = [...lists].sort((a, b) => {
    const [first, second] = [a.date ?? "", b.date ?? ""];
    return first < second ? 1 : first > second ? -1 : 0;
  });
  if (list === undefined) return null;
  const place = list.entries.findIndex(({ paper }) => paper === id);
  return {
    list,
    previous: list.entries[place - 1]?.paper ?? null,
    next: list.entries[place + 1]?.paper ?? null,
  };
}
