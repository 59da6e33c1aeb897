/** How the pieces of a Daily Papers page are told apart: what is a title, and what a paragraph. */
import type { SourceLine } from "../source.ts";
import { type Block, blockOf } from "./block.ts";
import type { Footer } from "./hugging-face-footer.ts";

/** A paragraph is at least this long, in characters, when it does not end in a full stop; titles stay below it. */
const proseLength = 300;
/** Length in characters from which a block in a title's place is taken for an abstract that lost its title. */
export const abstractLength = 500;

/** What a page is cut into: footers of entries, and blocks of lines that nothing parts. */
export type Piece =
  | { readonly kind: "footer"; readonly footer: Footer }
  | { readonly kind: "block"; readonly block: Block };

/**
 * Whether a block after a title belongs to its abstract. Between title and footer any block does;
 * after a paragraph, a short block that another paragraph follows is the next entry's title, even
 * one that ends in a full stop.
 */
export function isParagraph(
  block: Block,
  next: Piece | undefined,
  paragraphsBefore: number,
): boolean {
  if (paragraphsBefore === 0) return looksLikeProse(block) || next?.kind === "footer";
  if (block.text.length >= proseLength) return true;
  return looksLikeProse(block) && (next?.kind !== "block" || !looksLikeProse(next.block));
}

/** Whether this block is an abstract that stands where a title should. */
export function isAbstractWithoutTitle({ text }: Block, next: Piece | undefined): boolean {
  if (text.length < abstractLength || !text.endsWith(".") || !text.includes(". ")) return false;
  return next?.kind !== "block" || !looksLikeProse(next.block);
}

/** Whether a block reads like a paragraph of an abstract rather than a title. */
function looksLikeProse({ text }: Block): boolean {
  if (text.length >= proseLength || /[.:;]["”’)\]]?$/.test(text)) return true;
  // A title may ask or exclaim, but seldom after a whole sentence.
  return /[!?…]["”’)\]]?$/.test(text) && text.includes(". ");
}

/** Where no blank line parts them, a short line over a long one is a title over its abstract. */
export function withTitleApart(lines: readonly SourceLine[]): readonly (readonly SourceLine[])[] {
  const [first, second] = lines;
  if (first === undefined) return [];
  const isTitle =
    second !== undefined && second.text.length >= proseLength && !looksLikeProse(blockOf([first]));
  return isTitle ? [[first], lines.slice(1)] : [lines];
}
