/** What a card in a list shows of a paper, as data: `cards-<n>.json` is an array of these. */
export interface CardData {
  /** Last part of the paper's address. */
  readonly id: string;
  /** The title as HTML with MathML, made by the rich-text core. */
  readonly title: string;
  /** First authors in words; `null` when the list says nothing. */
  readonly byline: string | null;
  /** ISO 8601 as exact as known, and in words; `null` for a date not known. */
  readonly date: readonly [iso: string, words: string] | null;
  /** Whether the date is only that of the list. */
  readonly isListed?: true;
  /** Techniques at the core, as places in the techniques of `facets.json`. */
  readonly techniques: readonly number[];
}
