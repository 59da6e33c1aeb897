/** The lines of an arXiv digest: what each one is, and what it opens or closes. */
import type { SourceLine, SourceText } from "../source.ts";

/** The labels a digest has, and the field of the entry that each one fills. */
const fieldOfLabel = {
  authors: "authors",
  link: "link",
  abstract: "abstract",
  "title (zh)": "titleZh",
  "abstract (zh)": "abstractZh",
} as const;

/** The fields of an entry that a label fills. */
export type LabelledField = (typeof fieldOfLabel)[keyof typeof fieldOfLabel];

/** `**Label**: rest`, with the column where the rest starts. */
export interface Label {
  readonly name: string;
  readonly field: LabelledField | null;
  readonly rest: string;
  readonly restColumn: number;
}

/** What a line is by itself. */
export type Part =
  | { readonly kind: "blank" }
  | { readonly kind: "rule" }
  | { readonly kind: "heading"; readonly text: string; readonly column: number }
  | { readonly kind: "label"; readonly label: Label }
  | { readonly kind: "text" };

const headingPattern = /^\s*#{1,6}(?:\s+|$)/;
const rulePattern = /^\s*(?:-{3,}|_{3,}|\*{3,})\s*$/;
/** A label may be an item of a list or a quotation, and the colon may be bold with it. */
const labelPattern = /^[\s>]*(?:[*+-]\s+)?\*\*([^*:：]{1,40}?)(?:\*\*\s*[:：]|[:：]\*\*)\s*/;

/** Tells what a line is by itself. */
export function partOf(line: SourceLine): Part {
  if (line.isBlank || line.isTooLong) return { kind: "blank" };
  if (rulePattern.test(line.text)) return { kind: "rule" };
  const heading = headingPattern.exec(line.text);
  if (heading !== null) {
    return {
      kind: "heading",
      text: line.text.slice(heading[0].length),
      column: heading[0].length + 1,
    };
  }
  const label = labelPattern.exec(line.text);
  if (label === null) return { kind: "text" };
  const name = label[1] ?? "";
  const key = name.trim().toLowerCase();
  return {
    kind: "label",
    label: {
      name,
      field: isFieldLabel(key) ? fieldOfLabel[key] : null,
      rest: line.text.slice(label[0].length),
      restColumn: label[0].length + 1,
    },
  };
}

function isFieldLabel(key: string): key is keyof typeof fieldOfLabel {
  return Object.hasOwn(fieldOfLabel, key);
}

/** The lines of a digest with what each one opens or closes; lines and parts share indices. */
export class Outline {
  readonly parts: readonly Part[];
  /** Index of the next line that is not blank; the number of lines where there is none. */
  readonly #next: readonly number[];
  /** The next part that is neither blank nor text; absent where there is none. */
  readonly #nextMark: readonly (Part | undefined)[];
  /** Whether only headings and rules stand between the line and the next entry. */
  readonly #leadsToEntry: readonly boolean[];

  constructor(source: SourceText) {
    this.parts = source.lines.map(partOf);
    const next: number[] = [];
    const nextMark: (Part | undefined)[] = [];
    let following = this.parts.length;
    let mark: Part | undefined;
    for (let at = this.parts.length - 1; at >= 0; at -= 1) {
      const part = this.parts[at];
      next[at] = following;
      nextMark[at] = mark;
      if (part === undefined || part.kind === "blank") continue;
      following = at;
      if (part.kind !== "text") mark = part;
    }
    this.#next = next;
    this.#nextMark = nextMark;
    const leadsToEntry: boolean[] = [];
    for (let at = this.parts.length - 1; at >= 0; at -= 1) {
      const after = this.after(at);
      const passes = after?.part.kind === "heading" || after?.part.kind === "rule";
      leadsToEntry[at] =
        after !== undefined &&
        (this.opensEntry(after.at, false) || (passes && leadsToEntry[after.at] === true));
    }
    this.#leadsToEntry = leadsToEntry;
  }

  /** The part after this line, blanks passed over; `undefined` at the end of the file. */
  after(at: number): { readonly part: Part; readonly at: number } | undefined {
    const next = this.#next[at] ?? this.parts.length;
    const part = this.parts[next];
    return part === undefined ? undefined : { part, at: next };
  }

  /**
   * Whether an entry starts here: a heading with a field behind it. Outside of every entry a heading
   * can hardly be anything else, so there text may stand between the two.
   */
  opensEntry(at: number, isOutside: boolean): boolean {
    if (this.parts[at]?.kind !== "heading") return false;
    const next = this.after(at)?.part;
    if (next?.kind === "label" && next.label.field !== null) return true;
    const mark = this.#nextMark[at];
    return isOutside && mark !== undefined && this.#opensUntitled(mark);
  }

  /**
   * Whether a heading stands over entries (`## cs.CL (12 papers)`): what comes after it, other such
   * headings and rules passed over, opens one.
   */
  isSectionHeading(at: number): boolean {
    return (
      this.parts[at]?.kind === "heading" &&
      !this.opensEntry(at, false) &&
      this.#leadsToEntry[at] === true
    );
  }

  /** Whether a heading stands alone between rules: an entry with nothing but a title. */
  isLoneTitle(at: number): boolean {
    if (this.parts[at]?.kind !== "heading") return false;
    const next = this.after(at);
    return next === undefined || this.#isRuleBeforeEntry(next.at);
  }

  /** Whether a rule ends the entry it stands in. */
  closesEntry(at: number): boolean {
    if (this.parts[at]?.kind !== "rule") return false;
    const next = this.after(at);
    if (next === undefined) return true;
    return (
      this.opensEntry(next.at, true) ||
      this.isLoneTitle(next.at) ||
      this.isSectionHeading(next.at) ||
      this.#opensUntitled(next.part) ||
      this.#isRuleBeforeEntry(next.at)
    );
  }

  #isRuleBeforeEntry(at: number): boolean {
    if (this.parts[at]?.kind !== "rule") return false;
    const next = this.after(at);
    return next === undefined || this.opensEntry(next.at, true) || this.#opensUntitled(next.part);
  }

  #opensUntitled(part: Part): boolean {
    return part.kind === "label" && part.label.field !== null && part.label.field !== "abstractZh";
  }
}
