/** The key under which two spellings of one title meet. */

/**
 * A title without its typography: compatibility forms unified, accents, TeX marks, punctuation and
 * white space gone, lower case. Empty for a title that has no letter and no digit.
 *
 * `C$^2$GSPG: A Way` and `C2GSPG -- a way` have the same key.
 */
export function titleKey(title: string): string {
  return title
    .normalize("NFKD")
    .replace(/\\[A-Za-z]+/g, " ")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
