/**
 * The arXiv digest, in Markdown. An entry is a heading, labelled fields, and a line `---`:
 *
 *     # Title
 *     **Authors**: A. Author, B. Author
 *     **Link**: [PDF](https://arxiv.org/pdf/2601.21611)
 *     **Abstract**: One or more paragraphs.
 *     ---
 *
 * with `**Title (ZH)**:` and `**Abstract (ZH)**:` in some files. An abstract may hold blank lines,
 * headings and lines `---` of its own. So neither a heading nor a rule means anything by itself: a
 * heading opens an entry only when a field follows it (outside of an entry, stray text may stand
 * between them), and a rule closes one only when an entry or the end of the file follows.
 */
import { type Diagnostic, diagnose } from "../diagnostics.ts";
import { LineLedger } from "../line-ledger.ts";
import { foldedLine } from "../normalise/text.ts";
import type { SourceLine, SourceText } from "../source.ts";
import { bareEntry, type Field, type ParsedSeed, type SeedFormat } from "./format.ts";
import {
  type Label,
  type LabelledField,
  Outline,
  type Part,
  partOf,
} from "./arxiv-digest-outline.ts";

/** Fields of prose, in which lines may look like structure. */
const prose = new Set<LabelledField>(["abstract", "abstractZh"]);

/** Fields that go on over the lines that follow, until another field or the end of the entry. */
const multiline = new Set<LabelledField>(["abstract", "abstractZh", "authors"]);

/** An entry that is being read. */
interface OpenEntry {
  readonly title: Field;
  readonly firstLine: number;
  lastLine: number;
  readonly fields: Map<
    LabelledField,
    { readonly line: number; readonly column: number; lines: string[] }
  >;
  current: LabelledField | null;
}

/** See the top of the file. */
export const arxivDigest: SeedFormat = {
  id: "arxiv-digest",
  label: "arXiv digest",

  marks(source) {
    return source.lines.filter((line) => {
      const part = partOf(line);
      return part.kind === "label" && part.label.field !== null;
    }).length;
  },

  parse(source) {
    return new DigestParser(source).parse();
  },
};

class DigestParser {
  readonly #source: SourceText;
  readonly #outline: Outline;
  readonly #ledger: LineLedger;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #entries: ParsedSeed["entries"][number][] = [];
  #open: OpenEntry | null = null;

  constructor(source: SourceText) {
    this.#source = source;
    this.#outline = new Outline(source);
    this.#ledger = new LineLedger(source);
  }

  parse(): ParsedSeed {
    let afterRule = true;
    for (const [at, line] of this.#source.lines.entries()) {
      const part = this.#outline.parts[at];
      if (part === undefined || part.kind === "blank") {
        // A blank line inside an abstract is a part of it; trailing ones are trimmed at the end.
        this.#append(line, false);
        continue;
      }
      this.#line(at, line, part, afterRule);
      afterRule = part.kind === "rule" && this.#open === null;
    }
    this.#close();
    for (const lost of this.#ledger.unaccounted()) this.#diagnostics.push(lost);
    return {
      entries: this.#entries,
      savedOn: null,
      listTitle: null,
      ledger: this.#ledger,
      diagnostics: this.#diagnostics,
    };
  }

  #line(at: number, line: SourceLine, part: Part, afterRule: boolean): void {
    if (
      part.kind === "heading" &&
      (this.#outline.opensEntry(at, this.#open === null) ||
        (afterRule && this.#outline.isLoneTitle(at)))
    ) {
      this.#close();
      this.#start(line, { text: part.text.trim(), line: line.number, column: part.column });
    } else if (this.#outline.closesEntry(at) || this.#outline.isSectionHeading(at)) {
      this.#close();
      this.#ledger.claim(line.number, "furniture");
    } else if (part.kind === "label" && this.#opensField(part.label)) {
      this.#field(line, part.label);
    } else if ((part.kind === "label" && !this.#inProse()) || !this.#append(line, true)) {
      this.#stray(line, part);
    } else if (part.kind !== "text" && this.#inProse()) {
      const what = part.kind === "label" ? `a label, “${part.label.name}”` : `a ${part.kind}`;
      this.#report("structure-in-abstract", line.number, 1, `The abstract holds ${what}.`);
    }
  }

  #start(line: SourceLine, title: Field): void {
    this.#open = {
      title,
      firstLine: line.number,
      lastLine: line.number,
      fields: new Map(),
      current: null,
    };
    this.#ledger.claim(line.number, "field");
  }

  /**
   * Whether a label is one of the entry's fields. Inside an abstract, a label that the entry has
   * already is text; only authors, who stand before an abstract, then tell of a next entry.
   */
  #opensField({ field }: Label): boolean {
    if (field === null) return false;
    return !this.#inProse() || field === "authors" || this.#open?.fields.has(field) !== true;
  }

  #inProse(): boolean {
    const current = this.#open?.current ?? null;
    return current !== null && prose.has(current);
  }

  #field(line: SourceLine, label: Label): void {
    const field = label.field;
    if (field === null) return;
    // Authors who come again, behind an abstract, belong to an entry whose title is missing.
    const isNextEntry =
      field === "authors" && this.#inProse() && this.#open?.fields.has(field) === true;
    if (isNextEntry) this.#close();
    if (this.#open === null) this.#start(line, { text: "", line: line.number, column: 1 });
    const entry = this.#open as OpenEntry;
    entry.lastLine = line.number;
    this.#ledger.claim(line.number, "field");
    if (entry.fields.has(field)) {
      this.#report("repeated-field", line.number, 1, `The entry has “${label.name}” twice.`);
      this.#ledger.claim(line.number, "diagnostic");
      return;
    }
    entry.fields.set(field, { line: line.number, column: label.restColumn, lines: [label.rest] });
    entry.current = field;
  }

  /** Adds a line to the field that goes on; `false` when no field does. */
  #append(line: SourceLine, claim: boolean): boolean {
    const entry = this.#open;
    if (entry?.current == null || !multiline.has(entry.current)) return false;
    const field = entry.fields.get(entry.current);
    if (field === undefined) return false;
    // The only lines of authors are those that follow at once: a list of names has no paragraphs.
    if (entry.current === "authors" && line.isBlank) {
      entry.current = null;
      return false;
    }
    field.lines.push(line.text);
    if (claim) {
      entry.lastLine = line.number;
      this.#ledger.claim(line.number, "field");
    }
    return true;
  }

  #stray(line: SourceLine, part: Part): void {
    this.#ledger.claim(line.number, "diagnostic");
    if (part.kind === "label") {
      this.#report(
        "unknown-field",
        line.number,
        1,
        `“${part.label.name}” is not a field of an arXiv digest.`,
      );
    } else {
      this.#report("stray-line", line.number, 1, "The line stands outside of every field.");
    }
  }

  #close(): void {
    const entry = this.#open;
    this.#open = null;
    if (entry === null) return;
    if (foldedLine(entry.title.text) === "") {
      this.#report(
        "missing-title",
        entry.firstLine,
        1,
        "The entry has no title, so it is not published.",
      );
      this.#ledger.claimRange(entry.firstLine, entry.lastLine, "diagnostic");
      return;
    }
    const field = (name: LabelledField): Field | null => {
      const raw = entry.fields.get(name);
      const text = raw?.lines.join("\n").trim() ?? "";
      return raw === undefined || text === "" ? null : { text, line: raw.line, column: raw.column };
    };
    const abstract = field("abstract");
    const authors = field("authors");
    if (abstract === null) {
      this.#report(
        "missing-abstract",
        entry.firstLine,
        1,
        `“${entry.title.text}” has no abstract.`,
      );
    }
    if (authors === null) {
      this.#report(
        "missing-authors",
        entry.firstLine,
        1,
        `“${entry.title.text}” names no authors.`,
      );
    }
    this.#entries.push({
      ...bareEntry(entry.title),
      abstract,
      authors,
      link: field("link"),
      titleZh: field("titleZh"),
      abstractZh: field("abstractZh"),
    });
  }

  #report(
    rule: Parameters<typeof diagnose>[0],
    line: number,
    column: number,
    message: string,
  ): void {
    this.#diagnostics.push(diagnose(rule, this.#source.file, { line, column }, message));
  }
}
