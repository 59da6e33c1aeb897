/**
 * Merges the entries of one paper, field by field. The precedence, in this order:
 *
 * 1. A value beats no value.
 * 2. Dates: stated, then year-inferred, then from the arXiv id, then the list's date.
 * 3. An arXiv digest, which is nearer to the source, beats a Daily Papers page (the order of
 *    `formats`).
 * 4. The list that comes first beats the later one.
 *
 * Every value that lost against a different one is a diagnostic.
 */
import { type Diagnostic, diagnose, type RuleId } from "../diagnostics.ts";
import { formats } from "../formats/recognise.ts";
import type { ArxivId } from "../ids.ts";
import type { DateBasis, Organization, PublishedDate, Translation } from "../model.ts";
import type { Candidate } from "../normalise/candidate.ts";
import { foldedLine } from "../normalise/text.ts";
import { type Group, titleConflict } from "./identify.ts";

/** A paper before it has an address, tags and neighbours. */
export interface MergedPaper {
  readonly group: Group;
  readonly title: string;
  readonly authors: readonly string[] | null;
  readonly authorCount: number | null;
  readonly organization: Organization | null;
  readonly arxivId: ArxivId | null;
  readonly links: readonly URL[];
  readonly abstract: string;
  readonly translations: readonly Translation[];
  readonly published: PublishedDate | null;
}

const basisOrder: readonly DateBasis[] = ["stated", "year-inferred", "arxiv-id", "list-date"];

/** One paper from its entries, and what they disagree about. */
export function merge(group: Group): {
  readonly paper: MergedPaper;
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const ranked = [...group.candidates].sort((a, b) => formatRank(a) - formatRank(b));

  /** The first value in rank order; every other one that differs by `same` is reported. */
  const pick = <T>(
    read: (candidate: Candidate) => T | null,
    key: (value: T) => string,
    rule: RuleId,
    name: string,
  ): T | null => {
    const given = ranked.flatMap((candidate) => {
      const value = read(candidate);
      return value === null ? [] : [{ candidate, value }];
    });
    const [kept, ...others] = given;
    if (kept === undefined) return null;
    for (const other of others) {
      if (key(other.value) === key(kept.value)) continue;
      diagnostics.push(conflict(rule, name, other.candidate, kept.candidate));
    }
    return kept.value;
  };

  const first = ranked[0] ?? group.first;
  for (const other of ranked.slice(1)) {
    if (other.titleKey !== first.titleKey) diagnostics.push(titleConflict(other, first));
  }
  const authors = pick(
    (c) => c.authors,
    (names) => names.join("\n"),
    "field-conflict",
    "authors",
  );
  const paper: MergedPaper = {
    group,
    title: first.title,
    authors,
    authorCount:
      authors?.length ?? pick((c) => c.authorCount, String, "field-conflict", "number of authors"),
    organization: pick(
      (c) => c.organization,
      (o) => o.handle,
      "field-conflict",
      "organization",
    ),
    arxivId: group.arxivId,
    links: ranked.flatMap(({ links }) => links),
    abstract: pick((c) => c.abstract || null, foldedLine, "abstract-conflict", "abstract") ?? "",
    translations: translations(ranked),
    published: published(ranked, diagnostics),
  };
  return { paper, diagnostics };
}

function formatRank(candidate: Candidate): number {
  return formats.indexOf(candidate.list.seed.format);
}

function published(ranked: readonly Candidate[], diagnostics: Diagnostic[]): PublishedDate | null {
  const rank = ({ published: date }: Candidate): number =>
    date === null ? basisOrder.length : basisOrder.indexOf(date.basis);
  const [kept, ...others] = [...ranked].sort((a, b) => rank(a) - rank(b));
  if (kept?.published == null) return null;
  for (const other of others) {
    const { published: date } = other;
    // A list's own date is no claim about the paper; a coarser date that agrees is no conflict.
    if (date === null || date.basis === "list-date") continue;
    const agree =
      date.value.startsWith(kept.published.value) || kept.published.value.startsWith(date.value);
    const isPreprintMonth = date.basis === "arxiv-id" && kept.published.basis !== "arxiv-id";
    if (!agree && !isPreprintMonth)
      diagnostics.push(conflict("date-conflict", "date", other, kept));
  }
  return kept.published;
}

function translations(ranked: readonly Candidate[]): readonly Translation[] {
  const title = ranked.find((candidate) => candidate.titleZh !== null)?.titleZh ?? null;
  const abstract = ranked.find((candidate) => candidate.abstractZh !== null)?.abstractZh ?? null;
  return title === null && abstract === null ? [] : [{ lang: "zh", title, abstract }];
}

function conflict(rule: RuleId, name: string, lost: Candidate, kept: Candidate): Diagnostic {
  const message =
    `“${lost.title}”: not the same ${name} as at ` +
    `${kept.list.seed.path}:${String(kept.line)}; the latter is used.`;
  return diagnose(rule, lost.list.seed.path, { line: lost.line, column: 1 }, message);
}
