/** The key under which two spellings of one title meet. */
import { parseRichText, toSlugWords } from "../rich-text/index.ts";

/**
 * A title without its typography: accents, mark-up, punctuation and white space gone, lower case,
 * Greek letters by name. `+` and `#` stay, since `C++` and `C#` are names. Empty for a title that
 * has nothing else.
 *
 * `C$^2$GSPG: A Way` and `C2GSPG -- a way` have the same key.
 */
export function titleKey(title: string): string {
  return toSlugWords(parseRichText(title))
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]+/gu, "");
}
