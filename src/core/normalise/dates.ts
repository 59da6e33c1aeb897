/**
 * Dates of a list and of its entries. A Hugging Face page leaves out the year when it is the year in
 * which the page was saved, so that year is one that no line of the page states.
 */
import { type Diagnostic, diagnose } from "../diagnostics.ts";
import type { ParsedSeed, StatedDay } from "../formats/format.ts";
import type { DatePrecision, PublishedDate } from "../model.ts";

const isoDate = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Whether a text is an ISO 8601 date, possibly cut to the month or the year, that exists. */
export function isIsoDate(text: string): boolean {
  const match = isoDate.exec(text);
  if (match === null) return false;
  const [, year, month = "01", day = "01"] = match;
  const date = new Date(`${year ?? ""}-${month}-${day}T00:00:00Z`);
  return (
    !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year ?? ""}-${month}-${day}`)
  );
}

/** Precision of an ISO 8601 date by its length. */
export function precisionOf(isoDate: string): DatePrecision {
  return isoDate.length === 4 ? "year" : isoDate.length === 7 ? "month" : "day";
}

/** Year, month (1 to 12) and day as ISO 8601, whether or not there is such a day. */
export function isoDay(year: number, month: number, day: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

/** What is known of the year in which a list was saved. */
export interface YearOfSaving {
  /** `null` when neither the file nor `lists.yaml` tells. */
  readonly year: number | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The year of saving: as the page's own day states it, else from `lists.yaml`, else from a date in
 * the file's name, else the year after the last one that the file states.
 *
 * @param listDate the list's date in `lists.yaml` or in the file's name, ISO 8601, or `null`.
 */
export function yearOfSaving(
  file: string,
  parsed: ParsedSeed,
  listDate: string | null,
): YearOfSaving {
  const days = [...parsed.entries.map((entry) => entry.date), parsed.savedOn].flatMap(
    (day) => day ?? [],
  );
  const yearless = days.find(({ year }) => year === null);
  if (yearless === undefined) return { year: null, diagnostics: [] };
  const known = parsed.savedOn?.year ?? (listDate === null ? null : Number(listDate.slice(0, 4)));
  const latest = days.reduce<number | null>(
    (year, day) => (day.year === null || (year !== null && day.year <= year) ? year : day.year),
    null,
  );
  if (known !== null) {
    const isStatedElsewhere = parsed.entries.some(({ date }) => (date?.year ?? 0) >= known);
    const message = `The list is of ${String(known)}, but the file states ${String(latest)} on another line; dates without a year are read as ${String(known)}.`;
    return {
      year: known,
      diagnostics: isStatedElsewhere
        ? [diagnose("year-contradiction", file, yearless, message)]
        : [],
    };
  }
  if (latest !== null) return { year: latest + 1, diagnostics: [] };
  return {
    year: null,
    diagnostics: [
      diagnose(
        "year-unknown",
        file,
        yearless,
        "No line of the file states a year, so the year of the dates without one is unknown.",
      ),
    ],
  };
}

/**
 * A stated day with the year it has or, marked as such, the year of saving. A day that the year of
 * saving cannot have had by then is a problem in words, and no date.
 */
export function publishedOn(
  day: StatedDay | null,
  list: { readonly yearOfSaving: number | null; readonly date: string | null },
): { readonly date: PublishedDate | null; readonly problem: string | null } {
  if (day === null) return { date: null, problem: null };
  if (day.year !== null) {
    const value = isoDay(day.year, day.month, day.day);
    return { date: { value, precision: "day", basis: "stated" }, problem: null };
  }
  const { yearOfSaving: year } = list;
  if (year === null) return { date: null, problem: null };
  const value = isoDay(year, day.month, day.day);
  const isLater = list.date !== null && list.date.length === value.length && value > list.date;
  if (!isIsoDate(value) || isLater) {
    const why = isLater ? `is after the list's own date, ${list.date}` : "does not exist";
    return { date: null, problem: `The year is left out, and ${value} ${why}.` };
  }
  return { date: { value, precision: "day", basis: "year-inferred" }, problem: null };
}
