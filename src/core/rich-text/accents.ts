/** Accents of TeX's text mode (`\'e`, `\"{o}`, `\v{c}`), composed to single letters. */

const SIGNS: ReadonlyMap<string, string> = new Map([
  ["`", "\u0300"],
  ["'", "\u0301"],
  ["^", "\u0302"],
  ["~", "\u0303"],
  ["=", "\u0304"],
  [".", "\u0307"],
  ['"', "\u0308"],
]);

const LETTERS: ReadonlyMap<string, string> = new Map([
  ["u", "\u0306"],
  ["r", "\u030A"],
  ["H", "\u030B"],
  ["v", "\u030C"],
  ["d", "\u0323"],
  ["c", "\u0327"],
  ["k", "\u0328"],
  ["b", "\u0331"],
]);

// `\.` before any other letter is a file name or a regular expression, not a dot above.
const DOTTED_WITHOUT_BRACES = /[zZeEIcCgG]/;

/** An accent with its letter, as one character. */
export interface Accented {
  readonly value: string;
  readonly end: number;
}

/**
 * The accented letter whose backslash is at `from`, or `null` when what follows is none. Only
 * letters that exist as one character count, so `\"quoted\"` and the regular expression `\b{2}` stay
 * what they are. Accents named by a letter need their braces.
 */
export function accentedLetter(source: string, from: number, limit: number): Accented | null {
  const name = source[from + 1] ?? "";
  const sign = SIGNS.get(name);
  const mark = sign ?? LETTERS.get(name);
  if (mark === undefined) return null;
  const bare = /^(?:([A-Za-z])|\\([ij])(?![A-Za-z]))/;
  const braced = /^\{(?:([A-Za-z])|\\([ij]) ?)\}/;
  const rest = source.slice(from + 2, Math.min(limit, from + 8));
  const found = braced.exec(rest) ?? (sign === undefined ? null : bare.exec(rest));
  const letter = found?.[1] ?? found?.[2];
  if (found === null || letter === undefined) return null;
  if (name === "." && found[0].length === 1 && !DOTTED_WITHOUT_BRACES.test(letter)) return null;
  const value = (letter + mark).normalize("NFC");
  return value.length === 1 ? { value, end: from + 2 + found[0].length } : null;
}
