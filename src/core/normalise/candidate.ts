/** One entry of one list, normalised: a candidate for being, or being part of, a paper. */
import { type Diagnostic, diagnose } from "../diagnostics.ts";
import type { RawEntry } from "../formats/format.ts";
import type { ArxivId } from "../ids.ts";
import type { DescribedList } from "../lists.ts";
import type { Organization, PublishedDate } from "../model.ts";
import { submissionMonth } from "./arxiv-id.ts";
import { precisionOf, publishedOn } from "./dates.ts";
import { type Links, readLinks } from "./link.ts";
import { authorNames } from "./people.ts";
import { foldedLine } from "./text.ts";
import { titleKey } from "./title-key.ts";

/** A normalised entry with the place it comes from. */
export interface Candidate {
  readonly list: DescribedList;
  readonly line: number;
  readonly title: string;
  /** Key under which titles meet; never empty. */
  readonly titleKey: string;
  readonly abstract: string;
  readonly authors: readonly string[] | null;
  readonly authorCount: number | null;
  readonly organization: Organization | null;
  readonly arxivId: ArxivId | null;
  readonly links: readonly URL[];
  readonly titleZh: string | null;
  readonly abstractZh: string | null;
  /** What the entry itself says; the list's date only where it says nothing. */
  readonly published: PublishedDate | null;
  readonly comments: number | null;
}

/** Normalises an entry. What cannot be used of it is reported, and the rest is kept. */
export function normaliseEntry(
  list: DescribedList,
  entry: RawEntry,
): { readonly candidate: Candidate; readonly diagnostics: readonly Diagnostic[] } {
  const title = foldedLine(entry.title.text);
  const authors = entry.authors === null ? [] : authorNames(entry.authors.text);
  const links = readLinks(entry.link?.text ?? "");
  const published = publishedDate(list, entry, links.arxivId);
  const candidate: Candidate = {
    list,
    line: entry.title.line,
    title,
    titleKey: titleKey(title) || title,
    abstract: entry.abstract?.text ?? "",
    authors: authors.length === 0 ? null : authors,
    authorCount: authors.length === 0 ? entry.authorCount : authors.length,
    organization: entry.organization,
    arxivId: links.arxivId,
    links: links.urls,
    titleZh: entry.titleZh === null ? null : foldedLine(entry.titleZh.text),
    abstractZh: entry.abstractZh?.text ?? null,
    published: published.date,
    comments: entry.comments,
  };
  return {
    candidate,
    diagnostics: [...linkProblems(list, entry, links), ...published.diagnostics],
  };
}

function publishedDate(
  list: DescribedList,
  entry: RawEntry,
  arxivId: ArxivId | null,
): { readonly date: PublishedDate | null; readonly diagnostics: readonly Diagnostic[] } {
  const { date, problem } = publishedOn(entry.date, list);
  const fallback =
    list.date === null
      ? null
      : { value: list.date, precision: precisionOf(list.date), basis: "list-date" as const };
  return {
    date: date ?? (arxivId === null ? fallback : submissionMonth(arxivId)),
    diagnostics:
      problem === null || entry.date === null
        ? []
        : [diagnose("unreadable-date", list.seed.path, entry.date, problem)],
  };
}

function linkProblems(
  list: DescribedList,
  entry: RawEntry,
  { arxivId, urls, unsafe }: Links,
): readonly Diagnostic[] {
  const field = entry.link;
  if (field === null) return [];
  if (unsafe.length > 0) {
    const scheme = new URL(unsafe[0] ?? "").protocol;
    const message = `The link is no web address but a “${scheme}” one; it is left out.`;
    return [diagnose("unsafe-link", list.seed.path, field, message)];
  }
  if (urls.length > 0 || arxivId !== null) return [];
  const message = `“${field.text.slice(0, 80)}” holds no address.`;
  return [diagnose("unreadable-link", list.seed.path, field, message)];
}
