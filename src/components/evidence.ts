/** Evidence made visible: which stretches of a text to mark, and the sentence that proves a tag. */
import type { Paper, Tag } from "../core/model.ts";
import { tokenize } from "../core/tag/tokens.ts";
import { type Mark, plainText } from "./rich-text.ts";

type Field = "title" | "abstract";

/** Words that prove a tag, and the marks where they stand. */
export interface Place {
  /** As they read at the first of the marks, without mark-up. */
  readonly words: string;
  /** Ids of the marks, in the order of the text. */
  readonly marks: readonly string[];
}

/** The marks of a paper's page, and for each tag the marks that prove it. */
export interface MarkedPaper {
  readonly title: readonly Mark[];
  readonly abstract: readonly Mark[];
  /** Where the words stand that prove a tag: the same words once, in the order of the text. */
  readonly placesOf: (tag: Tag) => readonly Place[];
}

/**
 * Joins the evidence of all tags into marks that do not overlap, numbered through title and abstract.
 * Each has the class `t1` for the first of the tags, `t2` for the second, ..., for every tag it proves.
 */
export function markPaper(paper: Paper, tags: readonly Tag[]): MarkedPaper {
  const title = joined(tags, "title");
  const abstract = joined(tags, "abstract");
  const marked = (field: Field, spans: readonly Mark[], after: number): readonly Mark[] =>
    spans.map((span, index) => ({
      ...span,
      id: `evidence-${String(after + index + 1)}`,
      className: tags
        .flatMap((tag, n) =>
          tag.evidence.some((each) => each.field === field && inside(each, span))
            ? [`t${String(n + 1)}`]
            : [],
        )
        .join(" "),
    }));
  const marks = {
    title: marked("title", title, 0),
    abstract: marked("abstract", abstract, title.length),
  };
  const placesOf = (tag: Tag): readonly Place[] => {
    const places = new Map<string, { words: string; marks: string[] }>();
    for (const field of ["title", "abstract"] as const) {
      for (const mark of marks[field]) {
        const own = tag.evidence.find((each) => each.field === field && inside(each, mark));
        if (own === undefined || mark.id === undefined) continue;
        const words = plainText(paper[field].slice(own.start, own.end));
        const place = places.get(words.toLowerCase());
        if (place === undefined) places.set(words.toLowerCase(), { words, marks: [mark.id] });
        else place.marks.push(mark.id);
      }
    }
    return [...places.values()];
  };
  return { ...marks, placesOf };
}

function inside({ start, end }: Stretch, mark: Stretch): boolean {
  return start >= mark.start && start < mark.end && end > start;
}

/** The spans of one field, overlapping ones made one, in order. */
function joined(tags: readonly Tag[], field: Field): readonly Mark[] {
  const spans = tags
    .flatMap(({ evidence }) => evidence)
    .filter((evidence) => evidence.field === field && evidence.end > evidence.start)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = result.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/** A sentence of a paper that proves a tag, with the stretches that do. */
export interface Proof {
  readonly field: Field;
  readonly text: string;
  /** In UTF-16 code units of `text`. */
  readonly marks: readonly Mark[];
  /** Whether words were left out before or after. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** Longest sentence shown whole, in UTF-16 code units. */
const longest = 420;

/**
 * The sentence of the abstract with the most evidence for a tag (the first of equals), else the
 * title; `null` for a tag without evidence, which a person gave.
 */
export function proofOf(paper: Paper, tag: Tag): Proof | null {
  const field = tag.evidence.some((each) => each.field === "abstract") ? "abstract" : "title";
  const spans = joined([tag], field);
  if (spans.length === 0) return null;
  if (field === "title") {
    return { field, text: paper.title, marks: spans, cutBefore: false, cutAfter: false };
  }
  const sentences = sentencesOf(paper.abstract);
  let best = { start: 0, end: paper.abstract.length };
  let most: readonly Mark[] = [];
  for (const sentence of sentences) {
    const inside = spans.filter(({ start }) => start >= sentence.start && start < sentence.end);
    if (inside.length > most.length) [best, most] = [sentence, inside];
  }
  return cut(paper.abstract, best, most.length === 0 ? spans.slice(0, 1) : most);
}

/** A stretch of a text. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The sentences of a text, each without the white space around it. */
function sentencesOf(source: string): readonly Stretch[] {
  const starts = [0];
  let sentence = 0;
  let previousEnd = 0;
  for (const token of tokenize(source)) {
    if (token.sentence !== sentence) {
      const between = source.slice(previousEnd, token.start);
      const stop = /[.!?]["'”’)\]}]*\s+/.exec(between);
      starts.push(stop === null ? token.start : previousEnd + stop.index + stop[0].length);
      sentence = token.sentence;
    }
    previousEnd = token.end;
  }
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? source.length;
    return { start, end: start + source.slice(start, end).trimEnd().length };
  });
}

/** Takes a sentence out of its text; a very long one is cut around its first mark. */
function cut(source: string, sentence: Stretch, marks: readonly Mark[]): Proof {
  const first = marks[0] ?? sentence;
  let { start, end } = sentence;
  if (end - start > longest) {
    start = Math.max(start, spaceBefore(source, first.start - longest / 3, sentence));
    end = Math.min(end, spaceBefore(source, start + longest, sentence));
  }
  return {
    field: "abstract",
    text: source.slice(start, end),
    marks: marks
      .filter((mark) => mark.start >= start && mark.start < end)
      .map((mark) => ({ start: mark.start - start, end: Math.min(mark.end, end) - start })),
    cutBefore: start > sentence.start,
    cutAfter: end < sentence.end,
  };
}

/** The last place at or before `at` where a cut falls between words and outside of a formula. */
function spaceBefore(source: string, at: number, { start, end }: Stretch): number {
  let place = start;
  let inFormula = false;
  for (let index = start; index < Math.min(at, end); index += 1) {
    const char = source[index];
    if (char === "\\") index += 1;
    else if (char === "$") inFormula = !inFormula;
    else if (char === " " && !inFormula) place = index + 1;
  }
  return place;
}
