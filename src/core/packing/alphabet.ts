/**
 * The characters of packed text. Packs are scripts that hold one string literal each, and the zip's
 * own deflate compresses them: a symbol is therefore a character, frequent symbols are characters
 * of few bytes in UTF-8, and none needs an escape in a literal.
 */

/** Separators, which neither a text nor a symbol contains. */
export const ends = { sheet: "\u0001", field: "\u0002", quote: "\u0003" } as const;

/** What packed text gives a meaning of its own: separators, references and quotes. */
const reserved = new RegExp(`[${Object.values(ends).join("")}\uE000-\uE6FF]`, "g");

/** Characters that cannot be symbols: unsafe in a literal, no characters, or half of one. */
const isUnsafe = (code: number): boolean =>
  code < 0x04 ||
  [0x0a, 0x0d, 0x22, 0x5c, 0x2028, 0x2029, 0xfeff, 0xfffe, 0xffff].includes(code) ||
  (code >= 0xd800 && code <= 0xdfff);

/**
 * The first `count` symbols, those of the fewest bytes first.
 *
 * @throws {RangeError} when there are not as many characters.
 */
export function symbols(count: number): string[] {
  const found: string[] = [];
  for (let code = 0; found.length < count; code += 1) {
    if (code > 0xffff) throw new RangeError(`${String(count)} symbols are more than there are.`);
    if (!isUnsafe(code)) found.push(String.fromCharCode(code));
  }
  return found;
}

/**
 * HTML without characters that packed text gives a meaning; such characters mean nothing there. An
 * apostrophe needs no reference, and as itself it is what the search index has.
 */
export function packableHtml(html: string): string {
  return html.replaceAll("&#39;", "'").replace(reserved, (char) =>
    // HTML has no reference for a control character.
    char < " " ? "\uFFFD" : `&#x${char.charCodeAt(0).toString(16)};`,
  );
}

/** JSON text without them. */
export function packableJson(json: string): string {
  return json.replace(reserved, (char) => {
    return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** A text as a string literal of JavaScript that escapes as little as it can. */
export function literal(text: string): string {
  const escaped = text.replace(/[\0\n\r"\\\u2028\u2029\uFEFF]/g, (char) =>
    char === "\0" ? "\\u0000" : char === "\uFEFF" ? "\\uFEFF" : JSON.stringify(char).slice(1, -1),
  );
  return `"${escaped.replace(/[\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16)}`)}"`;
}
