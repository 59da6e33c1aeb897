/**
 * Characters that TeX's fonts turn into others (quotes, dashes, the tie) and the little Markdown
 * that abstracts hold. Each function looks at one place and says what stands there.
 */

/** Replacement of the source from the place asked about up to `end`. */
export interface Replacement {
  readonly value: string;
  readonly end: number;
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

const isWord = (character: string): boolean => LETTER_OR_DIGIT.test(character);
const isBlank = (character: string): boolean => character === "" || /\s/.test(character);

/** `--` and `---` as dashes; `null` for a single hyphen and for a rule of four or more. */
export function dash(source: string, at: number): Replacement | null {
  let end = at;
  while (source[end] === "-" && end < at + 5) end++;
  const width = end - at;
  return width === 2 || width === 3 ? { value: width === 2 ? "–" : "—", end } : null;
}

/**
 * A `~` that ties two words (`Table~1`, `models~(LLMs)`) as a no-break space; `null` for one that
 * means "about" (`~80%`, `15~71`) or stands in a path (`~/`).
 */
export function tie(source: string, at: number): Replacement | null {
  const before = source[at - 1] ?? "";
  const behind = source[at + 1] ?? "";
  if (isBlank(before) && isBlank(behind)) return null;
  if (/[/~]/.test(before) || /[/~]/.test(behind)) return null;
  if (/[0-9$]/.test(behind) && !/[\p{L}.)}\]]/u.test(before)) return null;
  if (/[.\\]/.test(behind) && isBlank(before)) return null;
  return { value: "\u00a0", end: at + 1 };
}

/** Which of TeX's quotes are open at this point of the text. */
export interface OpenQuotes {
  single: boolean;
  double: boolean;
}

/**
 * TeX's quotes as typographic ones: two backticks or one open, two apostrophes or one close. An
 * apostrophe or `"` is changed only where TeX opened a quote before; `null` elsewhere.
 */
export function quote(source: string, at: number, open: OpenQuotes): Replacement | null {
  const character = source[at];
  const before = source[at - 1] ?? "";
  const two = source[at + 1] === character;
  const behind = source[at + (two ? 2 : 1)] ?? "";
  if (character === "`" && behind !== "`") {
    if (two) {
      open.double = true;
      return { value: "“", end: at + 2 };
    }
    if (isWord(before) || isBlank(behind)) return null;
    open.single = true;
    return { value: "‘", end: at + 1 };
  }
  if (character === "'" && two) {
    const opens = !open.double && /^[\s([]?$/.test(before) && !isBlank(behind);
    if (!opens && /[0-9]/.test(before) && !open.double) return null;
    open.double = opens;
    return { value: opens ? "“" : "”", end: at + 2 };
  }
  if (character === "'" && open.single && !isWord(behind)) {
    open.single = false;
    return { value: "’", end: at + 1 };
  }
  if (character === '"' && open.double) {
    open.double = false;
    return { value: "”", end: at + 1 };
  }
  return null;
}

/** A piece set apart by Markdown signs of one width: `**bold**`, `*stress*`, `` `code` ``. */
export interface MarkdownPiece {
  readonly style: "strong" | "emphasis" | "code";
  readonly start: number;
  readonly end: number;
  readonly width: number;
}

const LONGEST_STRESS = 160;

/**
 * The Markdown piece that opens at `at`, or `null`. Asterisks must hug what they stress and stand at
 * the edge of a word (`A*`, `KID*100`, `4 * 2` are no Markdown); a backtick closed by an apostrophe is
 * TeX's quote, not code. A piece never holds braces, formulas or line ends.
 */
export function markdownPiece(source: string, at: number, limit: number): MarkdownPiece | null {
  const sign = source[at] ?? "";
  const width = sign === "*" && source[at + 1] === "*" ? 2 : 1;
  const start = at + width;
  const first = source[start] ?? "";
  if (isWord(source[at - 1] ?? "") || isBlank(first) || first === sign) return null;
  const window = source.slice(start, Math.min(limit, start + LONGEST_STRESS));
  const length = window.indexOf(sign.repeat(width));
  if (length < 1) return null;
  const end = start + length;
  if (/[{}$\n\r]/.test(source.slice(start, end))) return null;
  const behind = source[end + width] ?? "";
  if (isBlank(source[end - 1] ?? "") || isWord(behind) || behind === sign) return null;
  if (sign === "`") {
    return window.slice(0, length).includes("'") ? null : { style: "code", start, end, width };
  }
  if (source[at - 1] === sign || !/[\p{L}\p{N}"'“‘(`[]/u.test(first)) return null;
  return { style: width === 2 ? "strong" : "emphasis", start, end, width };
}
