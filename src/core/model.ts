/**
 * The data model: what a corpus is made of. Pages, exports and data files are all made from these
 * objects, so a field here is a public promise (see `export/catalogue.ts` for the published form).
 */
import type { ArxivId, FamilyId, ListId, PaperId, TechniqueId } from "./ids.ts";

/** How exact a date is: `2026-05-18`, `2026-01` or `2026`. */
export type DatePrecision = "day" | "month" | "year";

/**
 * What a publication date rests on:
 * - `stated`: the seed gives the whole date;
 * - `year-inferred`: the seed gives month and day, and the year follows from the rest of the list;
 * - `arxiv-id`: the first four digits of the arXiv identifier (year and month);
 * - `list-date`: nothing better is known than the date of the list.
 */
export type DateBasis = "stated" | "year-inferred" | "arxiv-id" | "list-date";

/** A publication date with its honesty attached. */
export interface PublishedDate {
  /** ISO 8601, cut to the precision: `2026-05-18`, `2026-01` or `2026`. */
  readonly value: string;
  readonly precision: DatePrecision;
  readonly basis: DateBasis;
}

/** One reason for a tag: the span that fired and the rule that fired on it. */
export interface Evidence {
  readonly field: "title" | "abstract";
  /** First UTF-16 code unit of the span, counted from the start of the field's text. */
  readonly start: number;
  /** One past the last code unit. */
  readonly end: number;
  /** Id of the rule, as the vocabulary or the tagger names it. */
  readonly rule: string;
}

/** `core`: the paper is about it or built on it; `mention`: background, baseline or contrast. */
export type Role = "core" | "mention";

/** A concept of one of the vocabularies, given to a paper, with its proof. */
export interface Tag<Id extends string = string> {
  readonly id: Id;
  readonly role: Role;
  readonly evidence: readonly Evidence[];
}

/** One entry of one list: where a paper was found. */
export interface Appearance {
  readonly list: ListId;
  /** Place in the list's own order, from 1. */
  readonly position: number;
  /** Line of the title in the seed file, from 1. */
  readonly line: number;
  /** Comments on the Hugging Face page when it was saved; `null` where the list gives none. */
  readonly comments: number | null;
}

/** A neighbouring paper and the reason, in words a reader understands. */
export interface Related {
  readonly id: PaperId;
  readonly why: string;
}

/** Where a paper can be read. Only `http:` and `https:` addresses are ever kept. */
export interface PaperUrls {
  readonly abs: string | null;
  readonly pdf: string | null;
  readonly huggingface: string | null;
  readonly code: readonly string[];
  readonly project: readonly string[];
}

/** What a Hugging Face list names instead of authors. */
export interface Organization {
  readonly handle: string;
  readonly name: string;
}

/** Title or abstract in another language, kept as the seed gives it. */
export interface Translation {
  /** BCP 47 language tag. */
  readonly lang: "zh";
  readonly title: string | null;
  readonly abstract: string | null;
}

/** One paper, merged from all its appearances. */
export interface Paper {
  readonly id: PaperId;
  /** Ids under which it was published before; their addresses lead on to this paper's. */
  readonly formerIds: readonly string[];
  /** As in the seed, white space folded; TeX kept as source. */
  readonly title: string;
  readonly authors: readonly string[] | null;
  readonly authorCount: number | null;
  readonly organization: Organization | null;
  readonly arxivId: ArxivId | null;
  readonly urls: PaperUrls;
  /** As in the seed, outer white space trimmed; TeX kept as source; empty when there is none. */
  readonly abstract: string;
  readonly translations: readonly Translation[];
  readonly published: PublishedDate | null;
  readonly techniques: readonly Tag<TechniqueId>[];
  /** Fields of application (mathematics, medicine, ...), same machinery as techniques. */
  readonly areas: readonly Tag[];
  /** Benchmarks and models that the title or abstract names. */
  readonly resources: readonly Tag[];
  readonly appearances: readonly Appearance[];
  readonly related: readonly Related[];
}

/** The paper that introduced a technique. */
export interface IntroducedBy {
  readonly title: string;
  readonly authors: string;
  readonly year: number;
  readonly arxivId: ArxivId | null;
}

/** A technique of the vocabulary with its counts in this corpus. */
export interface Technique {
  readonly id: TechniqueId;
  readonly label: string;
  readonly family: FamilyId;
  readonly definition: string;
  readonly aliases: readonly string[];
  readonly broader: readonly TechniqueId[];
  readonly narrower: readonly TechniqueId[];
  readonly related: readonly TechniqueId[];
  /** What it is mistaken for: a sentence, and the technique meant where we have it. */
  readonly notToBeConfusedWith: readonly {
    readonly text: string;
    readonly technique: TechniqueId | null;
  }[];
  readonly introducedBy: IntroducedBy | null;
  readonly status: "active" | "merged";
  /** For a merged technique, the one that took its place. */
  readonly replacedBy: TechniqueId | null;
  readonly counts: { readonly core: number; readonly mention: number };
}

/** A group of techniques; each technique is in exactly one. */
export interface Family {
  readonly id: FamilyId;
  readonly label: string;
  readonly definition: string;
  readonly techniques: readonly TechniqueId[];
}

/** One seed file, as a list of papers in its own order. */
export interface PaperList {
  readonly id: ListId;
  /** File name inside the seeds folder. */
  readonly file: string;
  readonly title: string;
  /** ISO 8601, possibly cut to the month or year; `null` when nothing tells. */
  readonly date: string | null;
  /** Where the list was collected, in words or as an address; `null` when not said. */
  readonly source: string | null;
  readonly format: string;
  readonly formatLabel: string;
  /** Papers in the list's own order; a place never moves. */
  readonly entries: readonly { readonly position: number; readonly paper: PaperId }[];
}

/** Everything the site is made of. */
export interface Corpus {
  /** In the order of `seeds/lists.yaml`, then by file name. */
  readonly lists: readonly PaperList[];
  /** Newest first; ties by id. */
  readonly papers: readonly Paper[];
  readonly families: readonly Family[];
  /** In the vocabulary's order. */
  readonly techniques: readonly Technique[];
  /** Labels of areas and resources that papers' tags refer to, by id. */
  readonly areas: readonly { readonly id: string; readonly label: string }[];
  readonly resources: readonly {
    readonly id: string;
    readonly label: string;
    readonly kind: "benchmark" | "model";
  }[];
  /** Every rule that evidence names, in words for the reader. */
  readonly rules: readonly { readonly id: string; readonly says: string }[];
}
