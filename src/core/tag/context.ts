/**
 * What a sentence does with the words in it: proposes, explains, reports, gives background; and which of
 * its words stand after a contrast or a comparison.
 */
import {
  claims,
  clauseEnds,
  comparisons,
  contrasts,
  departures,
  othersWork,
  own,
  results,
} from "./cues.ts";
import { createMatcher } from "./matcher.ts";
import { readPattern } from "./pattern.ts";
import type { Token } from "./tokens.ts";
import { Break, foldWord } from "./tokens.ts";
import type { places } from "./weights.ts";

/** Where a match stands; each has its factor in `weights.ts`. */
export type Place = keyof typeof places;

/** Words after a contrast that it still reaches. */
const contrastReach = 9;
/** Words after "unlike" that it still reaches, unless a comma comes first. */
const departureReach = 18;
/** Sentences from which an abstract is long enough for the last of them to be an outlook. */
const closingFrom = 5;
const noWords: ReadonlySet<string> = new Set();
/** Words after a comparison that it still reaches. */
const comparisonReach = 12;
/** Words after "existing methods" that it still reaches, unless the authors speak of themselves first. */
const othersReach = 30;
/** Relative clauses go on about what the paper is compared with. */
const comparisonEnds: ReadonlySet<string> = new Set(
  [...clauseEnds].filter((word) => !["that", "which", "who"].includes(word)),
);
/** Words after which a clause begins with what it speaks of. */
const subjectOpeners: ReadonlySet<string> = new Set(
  "while although though however but whereas since because as and many most the these those recent".split(
    " ",
  ),
);
/** Words by which the authors come back to their own work. */
const ownWords: ReadonlySet<string> = new Set(["we", "our", "ours", "this", "here"]);

type CueKind = "own" | "claim" | "contrast" | "departure" | "comparison" | "others" | "result";

const cueRows = (kind: CueKind, patterns: readonly string[]) =>
  patterns.flatMap((source) =>
    readPattern(source, new Map(), foldWord).rows.map((node) => ({ key: kind, node })),
  );

const findCues = createMatcher<CueKind>([
  ...cueRows("own", own),
  ...cueRows("claim", claims),
  ...cueRows("contrast", contrasts),
  ...cueRows("departure", departures),
  ...cueRows("comparison", comparisons),
  ...cueRows("others", othersWork),
  ...cueRows("result", results),
]);

/** Gives the place of any row of words of one text. */
export type PlaceOf = (from: number, to: number) => Place;

/** Reads the cues of a title or an abstract and returns the place of each of its words. */
export function readPlaces(tokens: readonly Token[], field: "title" | "abstract"): PlaceOf {
  const marks = new Uint8Array(tokens.length);
  const claimed = new Set<number>();
  const reported = new Set<number>();
  let firstOwn = Number.POSITIVE_INFINITY;
  for (const { key, from, to } of findCues(tokens)) {
    const sentence = tokens[from]?.sentence ?? 0;
    switch (key) {
      case "own":
        firstOwn = Math.min(firstOwn, sentence);
        break;
      case "claim":
        claimed.add(sentence);
        break;
      case "result":
        reported.add(sentence);
        break;
      case "contrast":
        mark(tokens, marks, to, contrastReach, 1);
        break;
      case "departure":
        mark(tokens, marks, to, departureReach, 1, noWords);
        break;
      case "comparison":
        if (field === "abstract") mark(tokens, marks, to, comparisonReach, 2, comparisonEnds);
        break;
      case "others":
        if (field === "title" || !isSubject(tokens, from) || isOwnBefore(tokens, from)) break;
        for (let i = from; i < to; i += 1) marks[i] = (marks[i] ?? 0) | 4;
        mark(tokens, marks, to, othersReach, 4, ownWords);
        break;
    }
  }
  // An abstract in which nobody says "we" has at most one sentence of background.
  if (firstOwn === Number.POSITIVE_INFINITY) firstOwn = (tokens.at(-1)?.sentence ?? 0) > 0 ? 1 : 0;
  const last = tokens.at(-1)?.sentence ?? 0;
  return (from, to) => {
    const seen = marks[from] ?? 0;
    const next = tokens[to];
    const joined = next?.breaks === Break.none;
    if ((seen & 1) !== 0 || (joined && next.lower === "free")) return "contrast";
    if ((seen & 2) !== 0 || (joined && next.folded === "baseline")) return "baseline";
    if (field === "title") return "title";
    const sentence = tokens[from]?.sentence ?? 0;
    if (sentence < firstOwn || (seen & 4) !== 0) return "background";
    if (sentence === last && last + 1 >= closingFrom) return "closing";
    if (reported.has(sentence)) return "result";
    return claimed.has(sentence) ? "claim" : "method";
  };
}

/** Whether a row of words begins a sentence or a clause, and so is what it speaks of. */
function isSubject(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const here = tokens[at];
  if (before === undefined || here === undefined || here.sentence !== before.sentence) return true;
  return (here.breaks & (Break.comma | Break.clause)) !== 0 || subjectOpeners.has(before.lower);
}

/** Whether the authors speak of themselves in this sentence, before a word of it. */
function isOwnBefore(tokens: readonly Token[], at: number): boolean {
  const sentence = tokens[at]?.sentence;
  for (let i = at - 1; i >= 0 && tokens[i]?.sentence === sentence; i -= 1)
    if (ownWords.has(tokens[i]?.lower ?? "")) return true;
  return false;
}

/** Marks the words from `at` that a cue reaches: a contrast ends at a comma, a comparison goes on. */
function mark(
  tokens: readonly Token[],
  marks: Uint8Array,
  at: number,
  reach: number,
  bit: 1 | 2 | 4,
  ends: ReadonlySet<string> = clauseEnds,
): void {
  const stops = Break.clause | Break.sentence | (bit === 1 ? Break.comma : 0);
  for (let i = at; i < at + reach && i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined || ends.has(token.lower)) return;
    // The comma of "e.g.," ends nothing.
    const stopped = (token.breaks & stops) !== 0 && tokens[i - 1]?.lower !== "g";
    if (i > at && stopped) return;
    if (i === at && (token.breaks & (Break.clause | Break.sentence)) !== 0) return;
    marks[i] = (marks[i] ?? 0) | bit;
  }
}
