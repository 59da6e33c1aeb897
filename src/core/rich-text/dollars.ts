/**
 * Tells a dollar that opens a formula from one that is money.
 *
 * A `$` is paired with the next unescaped `$` of the same paragraph, skipping those inside `\text{...}`.
 * What lies between decides; it is no formula
 * - when it reads as prose: four plain words in a row, three where nothing looks like TeX (arguments
 *   in braces are not counted); or when it is longer than any formula;
 * - when the closing dollar has white space before it and a digit behind it: that is the next price
 *   (`$5 and $10`, even `$5 for top_k and $10`).
 *
 * Beyond that, a macro, `^` or `_` in it makes it a formula, even with a digit behind (`8$\times$7B`).
 * Without them it must look like one: no white space inside either dollar (Pandoc's rule), no digit
 * behind it where it starts with a digit itself (`$5-$10`), and no white space at all where a digit
 * stands before it (`100$/month or 200$/month`).
 *
 * An opening dollar that fails stays a dollar, and the next one is tried. A look ahead ends at the
 * next dollar or after `LONGEST_FORMULA` characters, so the time is linear.
 */

/** Formulas of titles and abstracts are short; beyond this many characters dollars are money. */
export const LONGEST_FORMULA = 2000;

const FOUR_WORDS = /(?<![\\A-Za-z])[A-Za-z]{2,}(?:[ \n][A-Za-z]{2,}){3}(?![A-Za-z])/;
const THREE_WORDS = /(?<![A-Za-z])[A-Za-z]{2,}(?:[ \n][A-Za-z]{2,}){2}(?![A-Za-z])/;
const TEX_SIGN = /\\[A-Za-z,%{|\\]|[\^_]/;
const TEXT_MACRO = /\\(?:text[a-z]*|mbox|hbox|emph)$/;

/**
 * Position of the dollar that closes the formula opened at `open`, or -1 when it opens none.
 * `closing` holds the partners of the braces (see `pairBraces`).
 */
export function closingDollar(
  source: string,
  closing: Int32Array,
  open: number,
  limit: number,
): number {
  const close = nextDollar(source, closing, open + 1, limit);
  if (close <= open + 1) return -1;
  const content = source.slice(open + 1, close);
  return isFormula(content, source[open - 1] ?? "", source[close + 1] ?? "") ? close : -1;
}

/** Position of the `$$` that closes a display opened at `open`, or -1. */
export function closingDoubleDollar(
  source: string,
  closing: Int32Array,
  open: number,
  limit: number,
): number {
  const close = nextDollar(source, closing, open + 2, limit);
  if (close <= open + 2 || source[close + 1] !== "$" || close + 2 > limit) return -1;
  return FOUR_WORDS.test(withoutArguments(source.slice(open + 2, close))) ? -1 : close;
}

const LINK = /^[\s\\]*(?=\\(?:href|url)\{)/;
const SET_TEXT =
  /^\s*\\(?:text[a-z]*|emph|mbox|math(?:tt|sf|rm|bf|it)(?=\{[\p{L}\p{N} .:+\-[\]]{2,}\}))\{/u;

/**
 * Where to start reading what is text between dollars, not a formula, or -1: a link, or words set in
 * some font and nothing else (`$\texttt{SEM-CTRL}$`). As text they can be searched and copied.
 */
export function textBetweenDollars(
  source: string,
  closing: Int32Array,
  start: number,
  end: number,
): number {
  const content = source.slice(start, end);
  const link = LINK.exec(content)?.[0];
  if (link !== undefined) return start + link.length;
  const set = SET_TEXT.exec(content)?.[0];
  if (set === undefined) return -1;
  const close = closing[start + set.length - 1] ?? -1;
  return close >= 0 && close < end && source.slice(close + 1, end).trim() === "" ? start : -1;
}

function nextDollar(source: string, closing: Int32Array, from: number, limit: number): number {
  const end = Math.min(limit, from + LONGEST_FORMULA);
  for (let at = from; at < end; at++) {
    const character = source[at];
    if (character === "\\") at++;
    else if (character === "$") return at;
    else if (character === "{" && TEXT_MACRO.test(source.slice(Math.max(from, at - 12), at))) {
      at = Math.max(at, closing[at] ?? -1);
    } else if (character === "\n" && /^[ \t]*\r?\n/.test(source.slice(at + 1, at + 40))) return -1;
  }
  return -1;
}

function isFormula(content: string, before: string, behind: string): boolean {
  if (!/\S/.test(content)) return false;
  const bare = withoutArguments(content);
  if (FOUR_WORDS.test(bare)) return false;
  const digitBehind = /[0-9]/.test(behind);
  if (digitBehind && /\s$/.test(content)) return false;
  if (TEX_SIGN.test(content)) return true;
  if (THREE_WORDS.test(bare) || /^\s|\s$/.test(content)) return false;
  if (/^[0-9]/.test(content)) return !digitBehind;
  return !(/[0-9]/.test(before) && /\s/.test(content));
}

/** The innermost arguments in braces removed: words of `\text{...}` are no sign of prose. */
function withoutArguments(content: string): string {
  return content.replace(/\{[^{}]*\}/g, "{}");
}
