/** Definitions of the vocabulary, in short. */

/** The first sentence of a definition, with its full stop. */
export function firstSentence(definition: string): string {
  const end = /[.!?](?=\s+[A-Z])/.exec(definition);
  return end === null ? definition : definition.slice(0, end.index + 1);
}
