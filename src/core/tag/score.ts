/** How well tags agree with hand labels: precision, recall and F1 of the core role. */
import type { Tag } from "../model.ts";

/** Hand labels of one paper. */
export interface GoldLabels {
  readonly title: string;
  readonly core: readonly string[];
  readonly mention: readonly string[];
}

/** Titles are the key between labels and papers; marks and spaces do not tell them apart. */
export function titleKey(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Agreements and disagreements, with the figures made from them (0 to 1). */
export interface Agreement {
  /** Tagged core, labelled core. */
  readonly both: number;
  /** Tagged core, not labelled core. */
  readonly tagOnly: number;
  /** Labelled core, not tagged core. */
  readonly goldOnly: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** One disagreement, with the tag when there is one. */
export interface Disagreement {
  readonly title: string;
  readonly technique: string;
  readonly kind: "tag only" | "gold only";
  /** Role that the labels give, or `null`. */
  readonly gold: "core" | "mention" | null;
  readonly tag: Tag | null;
}

/** The whole comparison. */
export interface Scores {
  /** Over all pairs of paper and technique. */
  readonly micro: Agreement;
  /** Means over the techniques that labels or tags use. */
  readonly macro: Pick<Agreement, "precision" | "recall" | "f1">;
  readonly byTechnique: ReadonlyMap<string, Agreement>;
  readonly disagreements: readonly Disagreement[];
}

/** Compares tags with labels, paper by paper; a technique in neither counts for nothing. */
export function scoreTags(
  papers: readonly { readonly gold: GoldLabels; readonly tags: readonly Tag[] }[],
): Scores {
  const counts = new Map<string, { both: number; tagOnly: number; goldOnly: number }>();
  const disagreements: Disagreement[] = [];
  for (const { gold, tags } of papers) {
    const tagged = new Map(tags.map((tag) => [tag.id, tag]));
    const ids = new Set([...gold.core, ...tags.map(({ id }) => id)]);
    for (const technique of [...ids].sort()) {
      const tag = tagged.get(technique) ?? null;
      const isTagged = tag?.role === "core";
      const isLabelled = gold.core.includes(technique);
      if (!isTagged && !isLabelled) continue;
      const count = counts.get(technique) ?? { both: 0, tagOnly: 0, goldOnly: 0 };
      counts.set(technique, count);
      if (isTagged && isLabelled) {
        count.both += 1;
        continue;
      }
      count[isTagged ? "tagOnly" : "goldOnly"] += 1;
      disagreements.push({
        title: gold.title,
        technique,
        kind: isTagged ? "tag only" : "gold only",
        gold: isLabelled ? "core" : gold.mention.includes(technique) ? "mention" : null,
        tag,
      });
    }
  }
  const byTechnique = new Map(
    [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { both, tagOnly, goldOnly }]) => [id, agreement(both, tagOnly, goldOnly)]),
  );
  const each = [...byTechnique.values()];
  const total = (of: (one: Agreement) => number): number =>
    each.reduce((sum, one) => sum + of(one), 0);
  const mean = (of: (one: Agreement) => number): number => ratio(total(of), each.length);
  return {
    micro: agreement(
      total((one) => one.both),
      total((one) => one.tagOnly),
      total((one) => one.goldOnly),
    ),
    macro: {
      precision: mean((one) => one.precision),
      recall: mean((one) => one.recall),
      f1: mean((one) => one.f1),
    },
    byTechnique,
    disagreements,
  };
}

function agreement(both: number, tagOnly: number, goldOnly: number): Agreement {
  return {
    both,
    tagOnly,
    goldOnly,
    precision: ratio(both, both + tagOnly),
    recall: ratio(both, both + goldOnly),
    f1: ratio(2 * both, 2 * both + tagOnly + goldOnly),
  };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
