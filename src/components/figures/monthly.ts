/** Papers counted by month, and the bars drawn from the counts. */
import type { Paper } from "../../core/model.ts";
import { monthOf } from "../published.ts";

/** One month of a chart. */
export interface Month {
  /** `2026-05` */
  readonly value: string;
  readonly papers: number;
  /** Papers of all lists in this month; `null` where these are themselves what is counted. */
  readonly outOf: number | null;
}

/**
 * Counts papers by month, without gaps from the first to the last. Papers whose month is not known
 * are left out.
 *
 * @param all the papers to count against, by month, or `null`
 */
export function papersPerMonth(
  papers: readonly Paper[],
  all: ReadonlyMap<string, number> | null,
): readonly Month[] {
  const counts = countMonths(papers);
  const known = [...counts.keys()].sort();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  return monthsBetween(first, last).map((value) => ({
    value,
    papers: counts.get(value) ?? 0,
    outOf: all === null ? null : (all.get(value) ?? 0),
  }));
}

/** The latest months of a corpus, without gaps: the time axis that small charts share. */
export function latestMonths(papers: readonly Paper[], most: number): readonly string[] {
  return papersPerMonth(papers, null)
    .slice(-most)
    .map(({ value }) => value);
}

/** Numbers of papers in each of the given months. */
export function countsIn(months: readonly string[], papers: readonly Paper[]): readonly number[] {
  const counts = countMonths(papers);
  return months.map((month) => counts.get(month) ?? 0);
}

/** Papers by month (`2026-05`); those whose month is not known are left out. */
export function countMonths(papers: readonly Paper[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { published } of papers) {
    const month = monthOf(published);
    if (month !== null) counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return counts;
}

/** Papers of one group in the months of a chart that several groups share. */
export interface MonthlyRow<Of> {
  readonly of: Of;
  /** As many as the chart has months. */
  readonly counts: readonly number[];
}

/** The months of one year within a chart. */
export interface Year {
  /** `2026` */
  readonly value: string;
  /** Place of its first month in the chart, from 0. */
  readonly start: number;
  readonly months: number;
}

/** The years that the months of a chart, which have no gaps, belong to. */
export function yearsOf(months: readonly string[]): readonly Year[] {
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  return years.map((value) => ({
    value,
    start: months.findIndex((month) => month.startsWith(value)),
    months: months.filter((month) => month.startsWith(value)).length,
  }));
}

/** Every month from `first` to `last`, both `YYYY-MM` and included; empty when last is before first. */
function monthsBetween(first: string, last: string): readonly string[] {
  const index = (month: string): number =>
    Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  const from = index(first);
  return Array.from({ length: index(last) - from + 1 }, (_, offset) => {
    const at = from + offset;
    return `${String(Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, "0")}`;
  });
}
