/** What the search page says about what it found. */
import { element } from "./element.ts";
import { inDigits, inResults } from "./numbers.ts";
import { withQuery } from "./search-address.ts";
import type { Answer } from "./search-engine.ts";
import type { Narrowed } from "./search-filters.ts";

/** What was asked and found. */
export interface Outcome {
  /** As typed; empty for all papers. */
  readonly query: string;
  readonly answer: Answer | null;
  /** What filters left of it; `null` when they are not in use. */
  readonly narrowed: Narrowed | null;
  /** Number of results shown, all "Show more" included. */
  readonly found: number;
}

/** The outcome in words, for a live region. */
export function statusOf({ query, answer, narrowed, found }: Outcome): (Node | string)[] {
  const isNarrowed = narrowed?.isNarrowed === true;
  const filtered = isNarrowed ? " with these filters" : "";
  if (found === 0) return [`No results${query === "" ? "" : ` for “${query}”`}${filtered}.`];
  const all = isNarrowed ? narrowed.of : found;
  const counted = found === all ? inResults(all) : `${inDigits(found)} of ${inResults(all)}`;
  if (query === "") return [`${counted}${filtered}`];
  const corrected = answer?.corrected ?? null;
  if (corrected === null) return [`${counted} for “${query}”${filtered}`];
  const typed = element("a", "", `Search instead for “${query}”`);
  typed.href = withQuery(query, true);
  return [`Showing ${counted} for “${corrected}”${filtered}. `, typed];
}

/** Says which parts of the address mean nothing here; nothing when all do. */
export function droppedNotice(narrowed: Narrowed | null): Node[] {
  const parts = (narrowed?.dropped ?? []).map(({ parameter, value }) => `${parameter}=${value}`);
  if (parts.length === 0) return [];
  const says = `Left out, because this site does not know it: ${parts.join(", ")}.`;
  return [element("p", "notice", says)];
}
