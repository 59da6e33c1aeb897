/** What the build tells the worker, and what the worker and the pages tell each other. */

/** One pack of the site's files; see `pack.ts`. */
export interface Pack {
  /**
   * `<kind>.<hash of its contents>`: a pack that did not change keeps its name, so that a new version
   * of the site takes it over as it is.
   */
  readonly name: string;
  /** Address below the base path. */
  readonly file: string;
  /** Bytes over the wire. */
  readonly bytes: number;
  /** Bytes once unpacked. */
  readonly unpacked: number;
}

/** One version of the site: what the worker answers with, and never mixed with another. */
export interface SiteVersion {
  /** What every page needs, and the page for what is not there; always kept. */
  readonly shell: Pack;
  /** Pages, search index and data. */
  readonly others: readonly Pack[];
  /** Whether all is kept after the first visit; else when the reader asks for it. */
  readonly isAutomatic: boolean;
}

/**
 * What a page may ask the worker. `status`, `keep` and `drop` come with a port, on which `CopyStatus`
 * comes back.
 */
export type Wish =
  /** What is kept? */
  | "status"
  /** Keep the whole site. */
  | "keep"
  /** Keep only what every page needs, and pages as they are visited. */
  | "drop"
  /** Let the version that waits take over, although tabs of the old one are open. */
  | "take-over";

/** How much of the site is kept in this browser. */
export interface CopyStatus {
  readonly state: "whole" | "visited-only" | "fetching" | "no-room" | "failed";
  /** Bytes over the wire that have come; all of them when the copy is whole. */
  readonly done: number;
  /** Bytes over the wire of the whole site. */
  readonly total: number;
}
