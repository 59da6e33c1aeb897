/**
 * Line conservation: after parsing, every non-blank line of a seed is a part of an entry's field,
 * known page furniture, or the subject of a diagnostic. The ledger holds one slot a line, so that a
 * line can be only one of them, and tells which lines were forgotten.
 */
import { type Diagnostic, diagnose } from "./diagnostics.ts";
import type { SourceText } from "./source.ts";

/** What a non-blank line turned out to be. */
export type LineUse = "field" | "furniture" | "diagnostic";

/** How many non-blank lines went where. */
export interface LineCounts {
  readonly field: number;
  readonly furniture: number;
  readonly diagnostic: number;
  readonly unaccounted: number;
}

/** The record of what became of each line of one source. */
export class LineLedger {
  readonly #source: SourceText;
  readonly #uses: (LineUse | undefined)[] = [];

  constructor(source: SourceText) {
    this.#source = source;
    for (const line of source.lines) if (line.isTooLong) this.claim(line.number, "diagnostic");
  }

  /** States what a line is. A later claim replaces an earlier one, but not that of a diagnostic. */
  claim(line: number, use: LineUse): void {
    if (this.#uses[line] !== "diagnostic") this.#uses[line] = use;
  }

  /** States what a run of lines is, blank ones left aside. */
  claimRange(first: number, last: number, use: LineUse): void {
    for (let line = first; line <= last; line += 1) {
      if (this.#source.lines[line - 1]?.isBlank === false) this.claim(line, use);
    }
  }

  /** States that nothing of this file was used, for the reason a file-level diagnostic gives. */
  claimAll(use: LineUse): void {
    this.claimRange(1, this.#source.lines.length, use);
  }

  /** Counts of non-blank lines by use. */
  counts(): LineCounts {
    const counts = { field: 0, furniture: 0, diagnostic: 0, unaccounted: 0 };
    for (const line of this.#source.lines) {
      if (!line.isBlank) counts[this.#uses[line.number] ?? "unaccounted"] += 1;
    }
    return counts;
  }

  /** One diagnostic for each line that nobody claimed: a fault of the parser, never hidden. */
  unaccounted(): readonly Diagnostic[] {
    return this.#source.lines
      .filter((line) => !line.isBlank && this.#uses[line.number] === undefined)
      .map((line) =>
        diagnose(
          "line-unaccounted",
          this.#source.file,
          { line: line.number, column: 1 },
          "The parser lost this line.",
        ),
      );
  }
}
