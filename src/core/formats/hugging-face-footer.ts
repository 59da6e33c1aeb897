/**
 * The footer of an entry on a Daily Papers page: who wrote it, a dot, a day.
 *
 *       • 7 authors            or:  nex-agi Nex AGI
 *     ·
 *     May 18 1                 month, day, the year unless it is the year of saving, comments
 */
import type { Organization } from "../model.ts";
import { monthOfName } from "../normalise/month-names.ts";
import type { SourceLine } from "../source.ts";
import { type Block, blockOf } from "./block.ts";
import type { StatedDay } from "./format.ts";

const longestMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const dayPattern =
  /^([A-Za-z]{3,9})\.? (\d{1,2})(?:,? (\d{4}))?(?: (\d{1,3}(?:,\d{3})+|\d{1,6}))?$/;
/** `• 7 authors`, or with whatever bullet the clipboard made of it. */
const authorCountPattern = /^[•·*◦‣▪●-]? ?(\d{1,3}(?:,\d{3})+|\d{1,5}) authors?$/;
/** A handle and mostly a name, as the page writes them. */
const organizationPattern = /^(\S+)(?: (\S.{0,160}))?$/;
/** A handle as Hugging Face allows it: what tells a footer from prose where all is on one line. */
const handlePattern = /^[A-Za-z0-9][\w.-]*$/;
/** Years in which arXiv and its readers can have written a day. */
const firstYear = 1991;
const lastYear = 2100;

/** What a footer says; what it leaves out is `null`. */
export interface Footer {
  readonly block: Block;
  readonly authorCount: number | null;
  readonly organization: Organization | null;
  readonly date: StatedDay | null;
  /** The line in the day's place when it is no day. */
  readonly unreadableDay: SourceLine | null;
  readonly comments: number | null;
}

/** Reads `May 18 1` or `Jul 22, 2025`; `null` for what is no day of any year. */
export function readDay(
  line: SourceLine,
): { readonly day: StatedDay; readonly comments: number | null } | null {
  return readDayText(folded(line.text), line);
}

function readDayText(
  text: string,
  line: SourceLine,
): { readonly day: StatedDay; readonly comments: number | null } | null {
  const match = dayPattern.exec(text);
  const month = monthOfName(match?.[1] ?? "");
  const day = Number(match?.[2]);
  if (match === null || month === null) return null;
  if (day < 1 || day > (longestMonth[month - 1] ?? 0)) return null;
  const year = match[3] === undefined ? null : Number(match[3]);
  if (year !== null && (year < firstYear || year > lastYear)) return null;
  if (year !== null && month === 2 && day === 29 && !isLeapYear(year)) return null;
  return {
    day: { year, month, day, line: line.number, column: line.text.search(/\S/) + 1 },
    comments: match[4] === undefined ? null : numberOf(match[4]),
  };
}

/** Clipboards bring all kinds of spaces. */
function folded(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function numberOf(text: string): number {
  return Number(text.replaceAll(",", ""));
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** A footer that starts at this line: `who`, `·`, `day`; blank lines between them do not matter. */
export function footerAt(
  lines: readonly SourceLine[],
  at: number,
): { readonly footer: Footer; readonly next: number } | null {
  const who = lines[at];
  if (who === undefined || who.isBlank || who.isTooLong) return null;
  const oneLine = footerOnOneLine(who);
  if (oneLine !== null) return { footer: oneLine, next: at + 1 };
  const dotAt = nextFilled(lines, at);
  const dayAt = nextFilled(lines, dotAt);
  const author = readAuthor(folded(who.text));
  const dot = lines[dotAt];
  const hasDot = dot?.text.trim() === "·";
  if (author === null || (!hasDot && author.authorCount === null)) return null;
  const day = lines[dayAt];
  const read = hasDot && day !== undefined ? readDay(day) : null;
  // A line of prose before a lonely dot is no footer: without a count the day must be there.
  if (author.authorCount === null && read === null) return null;
  // What stands right under the dot is in the day's place, readable or not.
  const unreadableDay = hasDot && read === null && dayAt === dotAt + 1 ? (day ?? null) : null;
  const hasDay = read !== null || unreadableDay !== null;
  const used = [who, ...(hasDot ? [dot] : []), ...(hasDay && day !== undefined ? [day] : [])];
  return {
    footer: {
      block: blockOf(used),
      ...author,
      date: read?.day ?? null,
      unreadableDay,
      comments: read?.comments ?? null,
    },
    next: 1 + (hasDay ? dayAt : hasDot ? dotAt : at),
  };
}

/** `• 7 authors · May 18 1` on one line. */
function footerOnOneLine(line: SourceLine): Footer | null {
  const text = folded(line.text);
  const dot = text.lastIndexOf(" · ");
  if (dot < 0) return null;
  const author = readAuthor(text.slice(0, dot));
  const read = readDayText(text.slice(dot + 3), line);
  if (author === null || read === null) return null;
  if (author.organization !== null && !handlePattern.test(author.organization.handle)) return null;
  const { day: date, comments } = read;
  return { block: blockOf([line]), ...author, date, unreadableDay: null, comments };
}

function readAuthor(text: string): Pick<Footer, "authorCount" | "organization"> | null {
  const count = authorCountPattern.exec(text)?.[1];
  if (count !== undefined) return { authorCount: numberOf(count), organization: null };
  const [, handle, name] = organizationPattern.exec(text) ?? [];
  if (handle === undefined) return null;
  return { authorCount: null, organization: { handle, name: name ?? handle } };
}

/** Index of the next line that is not blank; the number of lines where there is none. */
function nextFilled(lines: readonly SourceLine[], at: number): number {
  let next = at + 1;
  while (lines[next]?.isBlank === true) next += 1;
  return next;
}
