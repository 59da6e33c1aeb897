/** White space and Unicode of names and titles. */

/** Control and invisible characters that no text has on purpose; tab and line ends are white space, not these. */
// eslint-disable-next-line no-control-regex -- they are what this pattern is about
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200B\u2060\uFEFF]/g;

/** One line of text: NFC, control characters dropped, runs of white space folded to one space. */
export function foldedLine(text: string): string {
  return text.normalize("NFC").replace(controls, "").replace(/\s+/g, " ").trim();
}
