/**
 * The tree that `parseRichText` makes and every rendering reads.
 *
 * Each node says which stretch of the source it came from, so that an evidence span, which counts
 * UTF-16 code units of the source, can be found again in any rendering.
 */

/** A stretch of the source, in UTF-16 code units; `end` is one past the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Readable characters. When `verbatim` is true, `value` is exactly the source between `start` and
 * `end` and may be cut anywhere; otherwise it stands for the whole stretch (`\'e` for `é`).
 */
export interface TextNode extends Span {
  readonly kind: "text";
  readonly value: string;
  readonly verbatim: boolean;
}

/** A formula: TeX without its delimiters. */
export interface MathNode extends Span {
  readonly kind: "math";
  readonly tex: string;
  readonly display: boolean;
}

/** How a group is set apart from the text around it; `note` is a footnote, shown in brackets. */
export type GroupStyle =
  | "emphasis"
  | "strong"
  | "code"
  | "small-caps"
  | "underline"
  | "strike"
  | "superscript"
  | "subscript"
  | "note";

/** Text in a style of its own. */
export interface GroupNode extends Span {
  readonly kind: "group";
  readonly style: GroupStyle;
  readonly children: readonly RichNode[];
}

/** A link; `href` is always an absolute `http:` or `https:` address. */
export interface LinkNode extends Span {
  readonly kind: "link";
  readonly href: string;
  readonly children: readonly RichNode[];
}

/** A citation or a reference to a place of the paper: all that is known is its keys. */
export interface CitationNode extends Span {
  readonly kind: "citation";
  readonly keys: string;
}

/** Source that is shown as it is, because nothing better is known: an unknown macro, say. */
export interface RawNode extends Span {
  readonly kind: "raw";
  readonly value: string;
}

/** The end of a line (a list item, `\\`) or of a paragraph; never inside another node. */
export interface BreakNode extends Span {
  readonly kind: "break";
  readonly level: "line" | "paragraph";
}

/** Any node of the tree. */
export type RichNode =
  TextNode | MathNode | GroupNode | LinkNode | CitationNode | RawNode | BreakNode;

/** A title or an abstract, understood. Immutable; nodes are in source order and do not overlap. */
export interface RichText {
  readonly source: string;
  readonly children: readonly RichNode[];
}
