/** Where the lines of an abstract end on purpose. */

const ITEM = /^[ \t]*(?:[-*•–] |\(?[0-9]{1,2}[.)] )/;
const SENTENCE_END = /[.!?:;%][)\]"'”’}$*]{0,3}$/;

/**
 * Whether the text's single line ends mean anything. In most abstracts they end paragraphs; in text
 * that was wrapped at some width they are spaces, and then most of them stand inside sentences.
 */
export function linesAreWrapped(source: string): boolean {
  let inside = 0;
  let all = 0;
  for (const at of lineEnds(source)) {
    all++;
    if (!endsSentence(source, at)) inside++;
  }
  return all >= 3 && inside * 2 > all;
}

/**
 * What the white space from `start` to `end`, which holds a line end, means: the end of a paragraph
 * (a blank line, or a single line end behind a sentence), of a line (before a list item), or `null`
 * for a space.
 */
export function breakAt(
  source: string,
  start: number,
  end: number,
  wrapped: boolean,
): "line" | "paragraph" | null {
  const ends = source.slice(start, end).replace(/\r\n?/g, "\n").split("\n").length - 1;
  if (ends > 1) return "paragraph";
  if (ITEM.test(source.slice(end, end + 8))) return "line";
  return !wrapped && endsSentence(source, start) ? "paragraph" : null;
}

function endsSentence(source: string, at: number): boolean {
  return SENTENCE_END.test(source.slice(Math.max(0, at - 8), at).trimEnd());
}

function* lineEnds(source: string): Generator<number> {
  for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1)) {
    if (source[at + 1] !== "\n" && source[at - 1] !== "\n") yield at;
  }
}
