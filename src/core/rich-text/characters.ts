/** Characters of seed text that no rendering can show as they are. */

/** Controls without a shape, and those that turn the direction of the text around them. */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex -- control characters are what it looks for
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * The text with what can be shown: invisible controls removed, vertical tabs and next-line controls
 * as spaces, lone surrogates and noncharacters as U+FFFD.
 */
export function displayable(text: string): string {
  return text
    .toWellFormed()
    .replace(INVISIBLE, "")
    .replace(/[\v\f\u0085]/g, " ")
    .replace(/\p{Noncharacter_Code_Point}/gu, "\ufffd");
}
