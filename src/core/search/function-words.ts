/**
 * Words that stand in nearly every abstract. Their entries are the largest of the index and tell the
 * least, so that a search asks for the other words first and looks for these in the hits.
 */
const functionWords = new Set(
  (
    "a an and are as at be been but by can do does for from had has have how if in into is it its of on or " +
    "our over such than that the their then these they this those to us was we were what when where which " +
    "while who why will with your"
  ).split(" "),
);

/** Whether a folded word says nothing about what a paper is about. */
export function isFunctionWord(word: string): boolean {
  return functionWords.has(word);
}
