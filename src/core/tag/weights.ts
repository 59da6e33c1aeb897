/**
 * How the tagger weighs what it finds: every number of it stands here.
 *
 * A match is worth the strength of its rule times the factor of its place. In each sentence only the
 * best match of a concept counts; a concept's score is the sum over title and sentences. A score of at
 * least {@link coreThreshold} is `core`; a concept named or half-proved is a `mention`.
 */

/** How much a match of a rule says by itself. */
export const strengths = {
  /** The concept's name, or a phrase that means nothing else. */
  strong: 1,
  /** A phrase that most often means the concept. */
  fair: 0.6,
  /** A phrase that supports the concept but never proves it alone. */
  hint: 0.3,
} as const;

/** Where a match stands, and how much that counts. */
export const places = {
  /** The title: what the paper says that it is about. */
  title: 1.7,
  /** A sentence in which the authors say what they propose, build or study. */
  claim: 1.25,
  /** A sentence after that: how it works. */
  method: 1,
  /** A sentence of figures and comparisons. */
  result: 1,
  /** The last sentence of a long abstract: what it all comes to, where it may lead. */
  closing: 0.8,
  /** A sentence before the authors speak of their own work, or a clause about the work of others. */
  background: 0.6,
  /** After "unlike", "without", "instead of". */
  contrast: 0,
  /** After "outperforms", "compared with", "than". */
  baseline: 0,
} as const;

/** Score from which a tag is `core`. */
export const coreThreshold = 1;

/** Strength from which a single match is at least a `mention`. */
export const mentionStrength = 0.6;

/** Strength that at least one match must have for a tag to be `core`: hints alone prove nothing. */
export const coreStrength = 0.6;

/** Sentences of background together count no more than this: they never make a tag `core` alone. */
export const backgroundLimit = 0.9;

/** Factor of method and results for a concept that is often named in passing: it takes two sentences. */
export const passingFactor = 0.9;

/** Factor of background for a concept whose vocabulary entry says `background: subject`. */
export const subjectInBackground = 1;
