/**
 * Rich text: the titles and abstracts of papers, which hold TeX, a little Markdown, and accidents.
 *
 * One value, several renderings: `parseRichText` reads the source once, `toHtml`, `toHtmlBlocks`,
 * `toPlain`, `toTex` and `toSlugWords` write it. Nothing of it throws, all of it takes linear time,
 * and what is not understood is shown as its source, never dropped.
 *
 * The grammar:
 * - Formulas: `$...$`, `\(...\)`, `$$...$$`, `\[...\]`, `\ensuremath{...}`, environments such as
 *   `equation` and `align`, and lone formula macros with arguments (`\mathcal{O}`). Whether a dollar
 *   is money is told in `dollars.ts`. Symbols outside of formulas (`\alpha`, `\times`) are characters.
 * - Groups: `\emph`, `\textbf`, `\texttt`, `\textsc`, `\underline`, `\textsuperscript`, ... with their
 *   argument, and `{\em ...}`, `{\bf ...}` and their like to the end of the group. `\footnote{...}`
 *   is shown in brackets. `\mbox`, `\textcolor{red}` and other matters of looks leave their text.
 * - Escapes (`\%`, `\&`, `\_`, `\{`), accents (`\'e`, `\"{o}`, `\v{c}`), letters (`\ss`, `\o`),
 *   quotes, dashes and ties (`typography.ts`), quantities (`\SI{10}{\second}`). A bare `%`, `&`, `#`,
 *   `_` or `^` is itself: texts like these have no comments and no tables.
 * - Links: `\href{address}{text}`, `\url{address}` and bare addresses; only `http:` and `https:`
 *   (`addresses.ts`). Any other `\href` is shown as source.
 * - `\cite` and `\ref` of all kinds give their keys in brackets.
 * - Breaks, at the top level only: a blank line, a line end behind a sentence, `\\`, list environments
 *   and list items (`breaks.ts`). Elsewhere a line end is a space.
 * - Markdown: `**bold**`, `*stress*`, `` `code` `` where the signs hug whole words. A lone asterisk
 *   (`A*`), underscores, headings and HTML tags are text.
 * - Braces vanish around a command, around capitals (`{BERT}`) and when they touch a letter
 *   (`{G}raph`); other pairs (`{class}`) and unpaired ones are text.
 * - A macro that is not known is raw source; text in braces behind it is still read.
 */
export { escapeHtml, toHtml, toHtmlBlocks } from "./html.ts";
export type { HtmlOptions } from "./html.ts";
export type { Mark } from "./marks.ts";
export { parseRichText } from "./parse.ts";
export { toPlain } from "./plain.ts";
export { toSlugWords } from "./slug-words.ts";
export { escapeTex, toTex } from "./tex.ts";
export type * from "./tree.ts";
