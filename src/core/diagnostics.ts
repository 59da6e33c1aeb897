/**
 * Diagnostics are data: collected on the way, reported once, by whoever runs the build. A rule has
 * one severity and one hint; an occurrence adds the place and what was found there.
 */
import { compareText } from "./order.ts";
import type { Position } from "./position.ts";

/** `error` fails a strict run; `warning` asks for a look; `info` is good to know. */
export type Severity = "error" | "warning" | "info";

/** Every rule there is: how bad it is, and what to do about it. */
export const rules = {
  // Reading
  "unreadable-file": [
    "error",
    "Check that the file exists and may be read, or take it out of the seeds folder.",
  ],
  "not-a-file": [
    "warning",
    "Seeds are files directly in the folder; move this elsewhere or flatten it.",
  ],
  "file-too-large": ["error", "A digest is some hundred kilobytes; split the file or take it out."],
  "no-seeds": [
    "error",
    "Put at least one digest into the folder, or name another one: PAPERSHELF_SEEDS=path.",
  ],
  "empty-file": ["warning", "Delete the file, or save the digest again."],
  "invalid-utf-8": [
    "error",
    "Save the file as UTF-8; the damaged characters show as U+FFFD until then.",
  ],
  "encoding-utf-16": ["info", "It was understood; UTF-8 would be the usual choice."],
  "byte-order-mark": ["info", "It is ignored; save the file without it to be rid of this message."],
  "line-too-long": ["error", "No abstract is that long; look at what was saved here."],
  // Recognising
  "unknown-format": ["error", "CONTRIBUTING.md names the formats and says how to add one."],
  "two-formats": ["error", "Split the file, so that each file is one list of one format."],
  // Parsing
  "missing-title": ["error", "Give the entry a title; without one it is not published."],
  "missing-abstract": [
    "warning",
    "The paper is published without one; add it to the seed if there is one.",
  ],
  "missing-authors": [
    "warning",
    "The paper is published without them; add them in amendments.yaml if known.",
  ],
  "stray-line": ["warning", "It is part of no entry; delete it, or put it where it belongs."],
  "structure-in-abstract": [
    "info",
    "It is kept as a part of the abstract; if it begins something else, mend the seed around it.",
  ],
  "two-abstracts": [
    "warning",
    "If they belong to two papers, put the second one's title between them.",
  ],
  "unknown-field": ["warning", "The field is not one that this format has; its line is left out."],
  "repeated-field": ["warning", "The first one counts; delete the other."],
  "unreadable-date": ["warning", "A date reads like `May 18`, or `Jul 22, 2025` with a year."],
  "unreadable-link": ["warning", "A link reads like `[PDF](https://arxiv.org/pdf/2601.21611)`."],
  "unsafe-link": ["warning", "Only http and https addresses are published; this one is left out."],
  "line-unaccounted": ["error", "This is a fault of the format's parser: report it with the file."],
  // Normalising, identifying, merging
  "year-unknown": [
    "warning",
    "Give the list a date in lists.yaml; its year settles the dates without one.",
  ],
  "year-contradiction": [
    "warning",
    "Dates without a year belong to the year of saving; check the list's date in lists.yaml.",
  ],
  "duplicate-entry": [
    "warning",
    "The list has the paper at its first place; delete the other entry.",
  ],
  "title-conflict": [
    "warning",
    "The first list's title is used; settle it in amendments.yaml if it is the wrong one.",
  ],
  "abstract-conflict": [
    "info",
    "The text of the list that comes first is used; amendments.yaml can set another.",
  ],
  "date-conflict": [
    "info",
    "The date that rests on better ground is used; amendments.yaml can set another.",
  ],
  "field-conflict": [
    "info",
    "The value of the list that comes first is used; amendments.yaml can set another.",
  ],
  "same-title-two-ids": [
    "warning",
    "They stay two papers, because an id is a fact and a title a name; correct the seed if one id is wrong.",
  ],
  "slug-taken": [
    "info",
    "The later paper's address has its identifier added; both addresses are stable.",
  ],
  "slug-from-id": [
    "info",
    "The title has no letters an address can use, so the identifier names the page.",
  ],
  "permalink-missing": [
    "warning",
    "Run `npm run permalinks`, so that these addresses stay with their papers.",
  ],
  "permalink-broken": [
    "warning",
    "A published address leads nowhere now; restore the entry or change permalinks.json on purpose.",
  ],
  // Files beside the seeds
  "yaml-syntax": ["error", "Mend the YAML; nothing of this file is used until then."],
  "manifest-shape": ["error", "README, “Add a digest”, shows what lists.yaml may say."],
  "manifest-missing-file": ["error", "Correct the name, or delete the entry if the file is gone."],
  "manifest-duplicate": ["error", "Keep one entry for each file, and one file for each id."],
  "amendment-shape": ["error", "CONTRIBUTING.md shows what an amendment may say."],
  "amendment-unknown-paper": [
    "error",
    "Use the last part of the paper's address; it may have changed.",
  ],
  "amendment-unknown-technique": [
    "error",
    "Use a technique's id, the last part of its page's address.",
  ],
  "permalinks-shape": [
    "error",
    "permalinks.json is written by `npm run permalinks`; restore it from version control.",
  ],
  vocabulary: [
    "error",
    "Mend the vocabulary; CONTRIBUTING.md, “Add a technique”, explains its fields.",
  ],
} as const satisfies Record<string, readonly [Severity, string]>;

/** Id of a rule, as it stands in reports. */
export type RuleId = keyof typeof rules;

/** One thing found, where, and what to do about it. */
export interface Diagnostic {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  readonly hint: string;
}

/** A diagnostic of a known rule; severity and hint are the rule's own. */
export function diagnose(
  rule: RuleId,
  file: string,
  position: Position,
  message: string,
): Diagnostic {
  const [severity, hint] = rules[rule];
  return { file, line: position.line, column: position.column, severity, rule, message, hint };
}

/** Report order: by file, then line, column and rule; the same input gives the same report. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}
