/** What the packs hold, for the scripts that read them. */
import type { Names } from "./sheets.ts";

/** Says which pack has a page; the file `directory.js`. */
export interface PageDirectory {
  /** For each pack of sheets, the number and the address of its first sheet, in that order. */
  readonly packs: readonly (readonly [number, string])[];
}

/** Says where files of the search index are; the file `data.js`. */
export interface DataDirectory {
  /** Files that are data of a sheet, by the sheet's number. */
  readonly sheets: Names;
  /** Files that are lists: each is a sheet by its path, with references to entries beside pages. */
  readonly lists: readonly string[];
  /** Files in columns, in order. */
  readonly pieces: Names;
  /** How many of these a pack holds. */
  readonly piecesInPack: number;
}

/** Names of packs, which are also those of their files, without `.js`. */
export const packNames = {
  directory: "directory",
  data: "data",
  phrases: "phrases",
  sheets: (pack: number): string => `sheets-${String(pack)}`,
  pieces: (pack: number): string => `pieces-${String(pack)}`,
} as const;

/** Place of the last entry that is not behind `wanted`, in a list in order. */
export function lastNotBehind<Entry>(
  entries: readonly Entry[],
  isBehind: (entry: Entry) => boolean,
): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle];
    if (entry === undefined || isBehind(entry)) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}
