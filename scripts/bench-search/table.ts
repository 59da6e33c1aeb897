/** The figures of a run, as text. */
import type { KnownItem } from "./queries.ts";
import type { Answered } from "./browser.ts";

/** A class of queries with its answers. */
export interface Measured {
  readonly name: string;
  readonly counts: boolean;
  readonly asked: readonly (KnownItem & Answered)[];
}

/** One over the rank of the right paper among the first ten, 0 when it is not there. */
export function reciprocalRank({ address, addresses }: KnownItem & Answered): number {
  const place = addresses.indexOf(address);
  return place === -1 ? 0 : 1 / (place + 1);
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);

/** The number below which `share` of them lie. */
function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

const cells = (...texts: readonly string[]): string =>
  texts.map((text, place) => (place === 0 ? text.padEnd(28) : text.padStart(10))).join("");

/** Mean reciprocal rank at ten, first ranks and warm latency, by class. */
export function qualityRows(measured: readonly Measured[]): string {
  const row = ({ name, asked }: Measured): string => {
    if (asked.length === 0) return cells(name, "0", "-", "-", "-", "-");
    const ranks = asked.map(reciprocalRank);
    const times = asked.map(({ milliseconds }) => milliseconds);
    return cells(
      name,
      String(asked.length),
      mean(ranks).toFixed(3),
      mean(ranks.map((rank) => (rank === 1 ? 1 : 0))).toFixed(3),
      quantile(times, 0.5).toFixed(1),
      quantile(times, 0.95).toFixed(1),
    );
  };
  const counted = measured.filter(({ counts, asked }) => counts && asked.length > 0);
  const times = counted.flatMap(({ asked }) => asked.map(({ milliseconds }) => milliseconds));
  return [
    cells("", "queries", "MRR@10", "first", "p50 ms", "p95 ms"),
    ...counted.map(row),
    cells(
      "mean of the classes",
      "",
      mean(counted.map(({ asked }) => mean(asked.map(reciprocalRank)))).toFixed(3),
      "",
      quantile(times, 0.5).toFixed(1),
      quantile(times, 0.95).toFixed(1),
    ),
    ...measured.filter(({ counts }) => !counts).map(row),
  ].join("\n");
}

/** Bytes over the wire of the visits of a class: of their first, second, third search. */
export interface Cost {
  readonly name: string;
  readonly counts: boolean;
  readonly visits: readonly (readonly number[])[];
}

/** Bytes over the wire of a visit's first search and of later ones, by class: mean and most. */
export function costRows(costs: readonly Cost[]): string {
  const row = (name: string, visits: Cost["visits"]): string => {
    if (visits.length === 0) return cells(name, "-", "-", "-", "-");
    const first = visits.map(([bytes = 0]) => bytes);
    const later = visits.flatMap(([, ...bytes]) => bytes);
    const figures = [mean(first), Math.max(0, ...first), mean(later), Math.max(0, ...later)];
    return cells(name, ...figures.map((bytes) => (bytes / 1000).toFixed(1)));
  };
  const counted = costs.filter(({ counts }) => counts);
  return [
    cells("kB over the wire", "first", "most", "later", "most"),
    ...counted.map(({ name, visits }) => row(name, visits)),
    row(
      "all of these",
      counted.flatMap(({ visits }) => visits),
    ),
    ...costs.filter(({ counts }) => !counts).map(({ name, visits }) => row(name, visits)),
  ].join("\n");
}
