/**
 * Neighbouring papers, with the reason in words. Papers are compared by what they share: core
 * techniques, named benchmarks and models, areas, and words of the title. A shared trait counts by
 * its inverse document frequency (Spärck Jones 1972), log(N / n) for n of N papers having it, times
 * the weight of its kind; the sums are compared by cosine, so that a paper with many traits is no
 * neighbour of everything.
 */
import { compareText } from "../order.ts";
import type { PaperId, TechniqueId } from "../ids.ts";
import type { Related, Tag } from "../model.ts";

/** What of a paper is compared. */
export interface ComparedPaper {
  readonly id: PaperId;
  /** Title as plain text. */
  readonly title: string;
  readonly techniques: readonly Tag<TechniqueId>[];
  readonly areas: readonly Tag[];
  readonly resources: readonly Tag[];
}

/** Display names of the concepts that tags refer to, by id. */
export interface ConceptLabels {
  readonly techniques: ReadonlyMap<string, string>;
  readonly areas: ReadonlyMap<string, string>;
  readonly resources: ReadonlyMap<string, string>;
}

const weights = { technique: 1, resource: 0.7, area: 0.4, word: 0.6 } as const;

/** Neighbours per paper, at most. */
const most = 5;
/** Cosine below which two papers have too little in common to be called neighbours. */
const leastSimilarity = 0.12;
/** A trait that more papers have tells too little of any two of them to be worth comparing all. */
const mostPapers = 2000;
/** Reasons given per neighbour, at most; the strongest first. */
const mostReasons = 3;

interface Trait {
  readonly kind: keyof typeof weights;
  readonly reason: string;
  readonly papers: number[];
}

/** The neighbours of every paper, nearest first. Cost: the sum of squared trait frequencies. */
export function neighbours(
  papers: readonly ComparedPaper[],
  labels: ConceptLabels,
): ReadonlyMap<PaperId, readonly Related[]> {
  const traits = new Map<string, Trait>();
  const traitsOf = papers.map((paper, index) =>
    traitsOfPaper(paper, labels).map(({ key, kind, reason }) => {
      const known = traits.get(key) ?? { kind, reason, papers: [] };
      if (known.papers.length === 0) traits.set(key, known);
      known.papers.push(index);
      return known;
    }),
  );
  const strength = ({ kind, papers: having }: Trait): number =>
    weights[kind] * Math.log(papers.length / having.length);
  const norms = traitsOf.map((own) => Math.hypot(...own.map(strength)));

  return new Map(
    papers.map((paper, index) => {
      const own = traitsOf[index] ?? [];
      const dots = new Map<number, number>();
      for (const trait of own) {
        const square = strength(trait) ** 2;
        if (square === 0 || trait.papers.length > mostPapers) continue;
        for (const other of trait.papers) {
          if (other !== index) dots.set(other, (dots.get(other) ?? 0) + square);
        }
      }
      const near = [...dots]
        .map(([other, dot]) => ({
          other,
          similarity: dot / ((norms[index] ?? 1) * (norms[other] ?? 1)),
        }))
        .filter(({ similarity }) => similarity >= leastSimilarity)
        .sort(
          (a, b) =>
            b.similarity - a.similarity ||
            compareText(papers[a.other]?.id ?? "", papers[b.other]?.id ?? ""),
        )
        .slice(0, most);
      const related = near.flatMap(({ other }): Related[] => {
        const neighbour = papers[other];
        if (neighbour === undefined) return [];
        const theirs = new Set(traitsOf[other]);
        const shared = own.filter((trait) => theirs.has(trait));
        shared.sort((a, b) => strength(b) - strength(a) || compareText(a.reason, b.reason));
        return [
          {
            id: neighbour.id,
            why: shared
              .slice(0, mostReasons)
              .map(({ reason }) => reason)
              .join("; "),
          },
        ];
      });
      return [paper.id, related] as const;
    }),
  );
}

function traitsOfPaper(
  paper: ComparedPaper,
  labels: ConceptLabels,
): readonly { readonly key: string; readonly kind: Trait["kind"]; readonly reason: string }[] {
  const tagged = (
    kind: Exclude<Trait["kind"], "word">,
    tags: readonly Tag[],
    names: ReadonlyMap<string, string>,
  ): readonly { key: string; kind: Trait["kind"]; reason: string }[] =>
    tags
      .filter((tag) => tag.role === "core" || kind !== "technique")
      .map(({ id }) => ({ key: `${kind}:${id}`, kind, reason: `both ${names.get(id) ?? id}` }));
  const words = new Set(paper.title.toLowerCase().match(/[\p{L}\p{N}]{5,}/gu) ?? []);
  return [
    ...tagged("technique", paper.techniques, labels.techniques),
    ...tagged("resource", paper.resources, labels.resources),
    ...tagged("area", paper.areas, labels.areas),
    ...[...words].map((word) => ({
      key: `word:${word}`,
      kind: "word" as const,
      reason: `both titles say “${word}”`,
    })),
  ];
}
