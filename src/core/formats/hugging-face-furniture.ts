/** The lines of a Daily Papers page that belong to the page itself, not to an entry. */
import type { SourceLine } from "../source.ts";
import type { StatedDay } from "./format.ts";
import { readDay } from "./hugging-face-footer.ts";

/** Lines of the page itself, above its first entry. */
const head = new Set([
  "new",
  "get trending papers in your email inbox!",
  "subscribe",
  "daily papers",
  "byak and the research community",
]);

/** Lines of the page itself that no title reads like, wherever they stand. */
const furniture = new Set([
  "get trending papers in your email inbox!",
  "subscribe",
  "daily papers",
  "byak and the research community",
  "upvote",
  "submitted by",
  "previous",
  "next",
  "© hugging face",
]);

/** Lines above “Daily Papers” that a page's head may have, known or not. */
const longestHead = 40;

/** The top of a page. */
export interface PageHead {
  /** Lines that such pages have. */
  readonly known: readonly SourceLine[];
  /** Lines above “Daily Papers” that they have not. */
  readonly strange: readonly SourceLine[];
  /** The day that the page shows. */
  readonly savedOn: StatedDay | null;
  /** “Daily Papers”, as the page writes it. */
  readonly listTitle: string | null;
  /** The lines below. */
  readonly body: readonly SourceLine[];
}

/** Reads the page's own lines at the top. Its day is the last of them: behind it, even “New” is a title. */
export function readHead(lines: readonly SourceLine[]): PageHead {
  const wordsOf = (line: SourceLine): string => line.text.trim().toLowerCase();
  const named = lines.slice(0, longestHead).findIndex((line) => wordsOf(line) === "daily papers");
  const known: SourceLine[] = [];
  const strange: SourceLine[] = [];
  let savedOn: StatedDay | null = null;
  let listTitle: string | null = null;
  let at = 0;
  for (const line of lines) {
    if (savedOn !== null) break;
    if (!line.isBlank) {
      const saved = at > named ? readDay(line) : null;
      const isKnown = head.has(wordsOf(line)) || saved !== null;
      if (!isKnown && at > named) break;
      (isKnown ? known : strange).push(line);
      savedOn = saved?.day ?? null;
      if (wordsOf(line) === "daily papers") listTitle = line.text.trim();
    }
    at += 1;
  }
  return { known, strange, savedOn, listTitle, body: lines.slice(at) };
}

/** Whether a line below the head belongs to the page. */
export function isFurniture(lines: readonly SourceLine[], at: number): boolean {
  const line = lines[at];
  if (line === undefined) return false;
  const text = line.text.trim().toLowerCase();
  const isAlone = lines[at - 1]?.isBlank ?? true;
  const isCount = /^[0-9][0-9.,k]{0,6}$/.test(text);
  // “New” is a title, unless a page's head goes on behind it.
  const next = lines.slice(at + 1, at + 4).find((following) => !following.isBlank);
  const isSecondHead = text === "new" && furniture.has(next?.text.trim().toLowerCase() ?? "");
  const isSecondDay = isAlone && readDay(line) !== null;
  return furniture.has(text) || isSecondHead || (isAlone && isCount) || isSecondDay;
}
