/** Blocks: what blank lines part from each other. */
import type { SourceLine } from "../source.ts";

/** A run of lines without a blank one between them. */
export interface Block {
  readonly lines: readonly SourceLine[];
  readonly text: string;
}

/** A block of these lines; its text is theirs, trimmed and joined by spaces. */
export function blockOf(lines: readonly SourceLine[]): Block {
  return { lines, text: lines.map((line) => line.text.trim()).join(" ") };
}
