/** Dates in words. Written here and not by `Intl`, so that a build reads the same everywhere. */
import type { DateBasis, PublishedDate } from "../core/model.ts";

const months = [
  ...["January", "February", "March", "April", "May", "June", "July"],
  ...["August", "September", "October", "November", "December"],
];

/** `2026-05-18` as "18 May 2026", `2026-05` as "May 2026", `2026` as it is. */
export function dateInWords(iso: string): string {
  const [year = "", month, day] = iso.split("-");
  const name = month === undefined ? undefined : months[Number(month) - 1];
  if (name === undefined) return year;
  return day === undefined ? `${name} ${year}` : `${String(Number(day))} ${name} ${year}`;
}

/** `2026-05` as "May 26": a label under a bar. */
export function shortMonth(iso: string): string {
  const [year = "", month] = iso.split("-");
  const name = months[Number(month) - 1] ?? "";
  return `${name.slice(0, 3)} ${year.slice(2)}`.trim();
}

const bases: Record<DateBasis, string> = {
  stated: "as the list states it",
  "year-inferred": "year inferred from the list",
  "arxiv-id": "from the arXiv identifier",
  "list-date": "the date of the list; nothing better is known",
};

/** What a date rests on, in words that follow it after a comma. */
export function basisInWords({ basis }: PublishedDate): string {
  return bases[basis];
}

/** Year of a paper, `null` when its date is not known. */
export function yearOf(published: PublishedDate | null): string | null {
  return published === null ? null : published.value.slice(0, 4);
}

/** Month of a paper (`2026-05`), `null` when its date is not that exact. */
export function monthOf(published: PublishedDate | null): string | null {
  return published === null || published.precision === "year" ? null : published.value.slice(0, 7);
}
