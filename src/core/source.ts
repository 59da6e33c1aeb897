/**
 * A seed file as text with a line index. Bytes become text here and nowhere else, and what is wrong
 * with the bytes is said here: encoding, emptiness, lines no person could have written.
 */
import { type Diagnostic, diagnose } from "./diagnostics.ts";
import type { Position } from "./position.ts";

/** A line longer than this many UTF-16 code units is reported and not used. */
export const longestLine = 200_000;

/** One line, without its terminator. */
export interface SourceLine {
  /** From 1. */
  readonly number: number;
  /** The line's text; empty for a line that is too long to use. */
  readonly text: string;
  readonly isBlank: boolean;
  /** The line has content, but too much of it: it is reported and never parsed. */
  readonly isTooLong: boolean;
}

/** Text of one file, by lines. Line ends `\r\n`, `\r` and `\n` are all one line end. */
export interface SourceText {
  /** As diagnostics name it: the path from the project's root, or the file's name. */
  readonly file: string;
  readonly lines: readonly SourceLine[];
}

/** What the edge hands over: a file's name and bytes. */
export interface SeedFile {
  /** Path as diagnostics print it. */
  readonly path: string;
  /** Name inside the seeds folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A decoded file with what was found wrong on the way. */
export interface Decoded {
  readonly source: SourceText;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Turns bytes into text. UTF-8 is expected; a UTF-16 file with a byte order mark is read as such.
 * Never throws: bytes that are no text come out as U+FFFD and are reported at the first of them.
 */
export function decode(file: { readonly path: string; readonly bytes: Uint8Array }): Decoded {
  const diagnostics: Diagnostic[] = [];
  const encoding = encodingOf(file.bytes);
  const decoded = new TextDecoder(encoding, { ignoreBOM: true }).decode(file.bytes);
  const text = decoded.startsWith("\uFEFF") ? decoded.slice(1) : decoded;
  const source = { file: file.path, lines: splitLines(text) };

  if (encoding !== "utf-8") {
    diagnostics.push(
      diagnose("encoding-utf-16", source.file, { line: 1, column: 1 }, `The file is ${encoding}.`),
    );
  } else if (text !== decoded) {
    diagnostics.push(
      diagnose(
        "byte-order-mark",
        source.file,
        { line: 1, column: 1 },
        "The file starts with a byte order mark.",
      ),
    );
  }
  const damaged = firstReplacement(source.lines);
  if (damaged !== null && !isValid(file.bytes, encoding)) {
    diagnostics.push(
      diagnose(
        "invalid-utf-8",
        source.file,
        damaged,
        "From here on there are bytes that are not UTF-8 text.",
      ),
    );
  }
  if (source.lines.every((line) => line.isBlank)) {
    diagnostics.push(
      diagnose("empty-file", source.file, { line: 1, column: 1 }, "The file is empty."),
    );
  }
  for (const line of source.lines) {
    if (line.isTooLong) {
      diagnostics.push(
        diagnose(
          "line-too-long",
          source.file,
          { line: line.number, column: longestLine + 1 },
          `The line has more than ${String(longestLine)} characters; it is left out.`,
        ),
      );
    }
  }
  return { source, diagnostics };
}

function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}

function isValid(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function firstReplacement(lines: readonly SourceLine[]): Position | null {
  for (const line of lines) {
    const at = line.text.indexOf("\uFFFD");
    if (at >= 0) return { line: line.number, column: at + 1 };
  }
  // Lines that are too long are not kept, so damage in one can only be placed at its start.
  const long = lines.find((line) => line.isTooLong);
  return long === undefined ? null : { line: long.number, column: 1 };
}

/** A text that needs no decoding, by lines. */
export function sourceText(file: string, text: string): SourceText {
  return { file, lines: splitLines(text) };
}

function splitLines(text: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  let start = 0;
  while (start <= text.length) {
    const end = lineEnd(text, start);
    const isTooLong = end - start > longestLine;
    const line = isTooLong ? "" : text.slice(start, end);
    lines.push({
      number: lines.length + 1,
      text: line,
      isBlank: !isTooLong && line.trim() === "",
      isTooLong,
    });
    start = end + (text.startsWith("\r\n", end) ? 2 : 1);
  }
  return lines;
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a || unit === 0x0d) return at;
  }
  return text.length;
}
