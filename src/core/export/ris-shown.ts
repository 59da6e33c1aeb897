/**
 * RIS inside an HTML page. HTML knows one sign for the end of a line and is not valid with spaces
 * before it; RIS ends its lines in two signs, and its last line is `ER  - ` with a space.
 */

/** A line that is a tag without a value, when its space was taken. */
const bareTag = /^([A-Z][A-Z0-9] {2}-)$/gm;

/** RIS as a page shows it. */
export function shownRis(ris: string): string {
  return ris.replaceAll("\r\n", "\n").replace(/ +$/gm, "");
}

/** RIS as programs read it, from what a page shows. */
export function risFromShown(shown: string): string {
  return shown.replace(bareTag, "$1 ").replaceAll("\n", "\r\n");
}
