/** One entry of one list, normalised: a candidate for being, or being part of, a paper. */
import { type Diagnostic, diagnose } from "../diagnostics.ts";
import type { RawEntry } from "../formats/format.ts";
import type { ArxivId } from "../ids.ts";
import type { DescribedList } from "../lists.ts";
import type { Organization, PublishedDate } from "../model.ts";
import { submissionMonth } from "./arxiv-id.ts";
import { precisionOf, publishedOn } from "./dates.ts";
import { arxivIdOfLink, linkTarget } from "./link.ts";
import { authorNames } from "./people.ts";
import { foldedLine } from "./text.ts";
import { titleKey } from "./title-key.ts";
import { webUrl } from "./urls.ts";

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
  readonly link: URL | null;
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
  const link = entry.link === null ? null : webUrl(linkTarget(entry.link.text));
  const arxivId = entry.link === null ? null : arxivIdOfLink(entry.link.text);
  const candidate: Candidate = {
    list,
    line: entry.title.line,
    title,
    titleKey: titleKey(title) || title,
    abstract: entry.abstract?.text ?? "",
    authors: authors.length === 0 ? null : authors,
    authorCount: authors.length === 0 ? entry.authorCount : authors.length,
    organization: entry.organization,
    arxivId,
    link,
    titleZh: entry.titleZh === null ? null : foldedLine(entry.titleZh.text),
    abstractZh: entry.abstractZh?.text ?? null,
    published: publishedDate(list, entry, arxivId),
    comments: entry.comments,
  };
  return { candidate, diagnostics: linkProblems(list, entry, link, arxivId) };
}

function publishedDate(
  list: DescribedList,
  entry: RawEntry,
  arxivId: ArxivId | null,
): PublishedDate | null {
  const stated = entry.date === null ? null : publishedOn(entry.date, list.yearOfSaving);
  if (stated !== null) return stated;
  if (arxivId !== null) return submissionMonth(arxivId);
  if (list.date === null) return null;
  return { value: list.date, precision: precisionOf(list.date), basis: "list-date" };
}

function linkProblems(
  list: DescribedList,
  entry: RawEntry,
  link: URL | null,
  arxivId: ArxivId | null,
): readonly Diagnostic[] {
  if (entry.link === null || link !== null || arxivId !== null) return [];
  const target = linkTarget(entry.link.text);
  const isUnsafe = URL.canParse(target);
  const message = isUnsafe
    ? `The link is no web address but a “${new URL(target).protocol}” one.`
    : `“${target.slice(0, 80)}” is no address.`;
  const rule = isUnsafe ? "unsafe-link" : "unreadable-link";
  return [diagnose(rule, list.seed.path, entry.link, message)];
}
