/** What a seed format is, and what parsing one gives: raw records, before any interpretation. */
import type { Diagnostic } from "../diagnostics.ts";
import type { LineLedger } from "../line-ledger.ts";
import type { Organization } from "../model.ts";
import type { Position } from "../position.ts";
import type { SourceText } from "../source.ts";

/** Text of one field as the seed has it (outer white space trimmed), and where it starts. */
export interface Field extends Position {
  readonly text: string;
}

/** A day as a list writes it: the year only where the list gives it. */
export interface StatedDay extends Position {
  readonly year: number | null;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31, and one that the month has in some year. */
  readonly day: number;
}

/** One entry of a seed; what the format does not have or the entry does not give is `null`. */
export interface RawEntry {
  readonly title: Field;
  readonly abstract: Field | null;
  readonly authors: Field | null;
  readonly link: Field | null;
  readonly titleZh: Field | null;
  readonly abstractZh: Field | null;
  readonly authorCount: number | null;
  readonly organization: Organization | null;
  readonly date: StatedDay | null;
  readonly comments: number | null;
}

/** An entry that gives nothing but its title. */
export function bareEntry(title: Field): RawEntry {
  return {
    title,
    abstract: null,
    authors: null,
    link: null,
    titleZh: null,
    abstractZh: null,
    authorCount: null,
    organization: null,
    date: null,
    comments: null,
  };
}

/** A parsed seed: its entries in their own order, and an account of every line. */
export interface ParsedSeed {
  readonly entries: readonly RawEntry[];
  /** The day the page was saved, where the format says it. */
  readonly savedOn: StatedDay | null;
  /** What the file itself calls the list; `null` when it does not. */
  readonly listTitle: string | null;
  readonly ledger: LineLedger;
  readonly diagnostics: readonly Diagnostic[];
}

/** One seed format: a file of this folder each. */
export interface SeedFormat {
  /** Kebab case, as in `papers.json`. */
  readonly id: string;
  /** In words, as the site shows it. */
  readonly label: string;
  /**
   * How many marks of this format the text has. A mark is a line that text of no other known format
   * has by chance; zero means: not this format.
   */
  readonly marks: (source: SourceText) => number;
  /** Never throws; whatever it cannot use is a diagnostic. */
  readonly parse: (source: SourceText) => ParsedSeed;
}
