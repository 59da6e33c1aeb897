/** From parsed seeds to lists: their order, ids, titles and dates. */
import { type Diagnostic } from "./diagnostics.ts";
import { compareText } from "./order.ts";
import type { ParsedSeed, SeedFormat } from "./formats/format.ts";
import type { ListId } from "./ids.ts";
import type { ManifestEntry } from "./manifest.ts";
import { readLinks } from "./normalise/link.ts";
import { submissionMonth } from "./normalise/arxiv-id.ts";
import { monthOfName } from "./normalise/month-names.ts";
import { isIsoDate, isoDay, publishedOn, yearOfSaving } from "./normalise/dates.ts";
import { fingerprint, slug } from "./slug.ts";

/** A seed that was recognised and parsed. */
export interface ReadSeed {
  /** Name inside the seeds folder. */
  readonly name: string;
  /** Path as diagnostics print it. */
  readonly path: string;
  readonly format: SeedFormat;
  readonly parsed: ParsedSeed;
}

/** A list before its entries have become papers. */
export interface DescribedList {
  readonly id: ListId;
  readonly seed: ReadSeed;
  readonly title: string;
  readonly date: string | null;
  readonly source: string | null;
  /** Year of the dates without one; `null` when nothing tells. */
  readonly yearOfSaving: number | null;
}

/**
 * Describes every list: by `lists.yaml` where that says something, else from the file. Lists come in
 * the manifest's order, the others behind it by file name.
 */
export function describeLists(
  seeds: readonly ReadSeed[],
  manifest: readonly ManifestEntry[],
): { readonly lists: readonly DescribedList[]; readonly diagnostics: readonly Diagnostic[] } {
  const order = new Map(manifest.map((entry, index) => [entry.file, { entry, index }]));
  const last = manifest.length;
  const sorted = [...seeds].sort(
    (a, b) =>
      (order.get(a.name)?.index ?? last) - (order.get(b.name)?.index ?? last) ||
      compareText(a.name, b.name),
  );
  const taken = new Set(manifest.flatMap(({ id }) => id ?? []));
  const diagnostics: Diagnostic[] = [];
  const lists = sorted.map((seed): DescribedList => {
    const entry = order.get(seed.name)?.entry;
    const saving = yearOfSaving(seed.path, seed.parsed, entry?.date ?? dateInName(seed.name));
    diagnostics.push(...saving.diagnostics);
    const date = entry?.date ?? dateOf(seed, saving.year);
    const id = entry?.id ?? freeId(seed.name, taken);
    taken.add(id);
    return {
      id: id as ListId,
      seed,
      title: entry?.title ?? titleOf(seed, date),
      date,
      source: entry?.source ?? null,
      yearOfSaving: saving.year,
    };
  });
  return { lists: withDistinctTitles(lists), diagnostics };
}

/** Lists that would have the same title get their file's name behind it. */
function withDistinctTitles(lists: readonly DescribedList[]): readonly DescribedList[] {
  const counts = new Map<string, number>();
  for (const { title } of lists) counts.set(title, (counts.get(title) ?? 0) + 1);
  return lists.map((list) =>
    counts.get(list.title) === 1
      ? list
      : { ...list, title: `${list.title} (${stem(list.seed.name)})` },
  );
}

function stem(name: string): string {
  return name.replace(/\.[A-Za-z0-9]+$/, "");
}

function freeId(name: string, taken: ReadonlySet<string>): string {
  const own = slug(stem(name));
  const usable = own === "" || own === "page" ? `list-${fingerprint(name)}` : own;
  // Two files with one stem (`a.md`, `a.txt`): the later one's id says which file it is.
  return taken.has(usable) ? `${usable}-${fingerprint(name)}` : usable;
}

/** The day of saving, else a date in the file's name, else the month of the newest arXiv id. */
function dateOf(seed: ReadSeed, year: number | null): string | null {
  const { savedOn, entries } = seed.parsed;
  const saved = publishedOn(savedOn, { yearOfSaving: year, date: null }).date;
  const known = saved?.value ?? dateInName(seed.name);
  if (known !== null) return known;
  const months = entries.flatMap(({ link }) => {
    const id = link === null ? null : readLinks(link.text).arxivId;
    return id === null ? [] : [submissionMonth(id).value];
  });
  return months.reduce<string | null>(
    (latest, month) => (latest === null || month > latest ? month : latest),
    null,
  );
}

/** `2026-05-20` or `2026-05` in a file's name, else `20-May-2026`, however its parts are joined. */
function dateInName(name: string): string | null {
  const iso = /(?:^|[^0-9])(\d{4}-\d{2}(?:-\d{2})?)(?![0-9])/.exec(name)?.[1];
  const [, day, monthName = "", year] =
    /(?:^|[^0-9])(\d{1,2})[-_. ]([A-Za-z]{3,9})[-_. ](\d{4})(?![0-9])/.exec(name) ?? [];
  const month = monthOfName(monthName);
  const date = iso ?? (month === null ? null : isoDay(Number(year), month, Number(day)));
  return date !== null && isIsoDate(date) ? date : null;
}

function titleOf(seed: ReadSeed, date: string | null): string {
  const name = seed.parsed.listTitle ?? seed.format.label;
  return date === null ? `${name}: ${stem(seed.name)}` : `${name}, ${date}`;
}
