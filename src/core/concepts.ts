/** The vocabulary's concepts as the corpus shows them: labels, counts, and the words of every rule. */
import { compareText } from "./order.ts";
import type { TechniqueId } from "./ids.ts";
import type { Corpus, Paper, Technique } from "./model.ts";
import { explainRule } from "./tag/explain.ts";
import type { Vocabulary } from "./tag/vocabulary.ts";

/** Families, techniques, areas and resources with their counts; all empty without a vocabulary. */
export function conceptsOf(
  papers: readonly Paper[],
  vocabulary: Vocabulary | null,
): Pick<Corpus, "families" | "techniques" | "areas" | "resources" | "rules"> {
  const counts = new Map<TechniqueId, { core: number; mention: number }>();
  for (const { techniques } of papers) {
    for (const { id, role } of techniques) {
      const count = counts.get(id) ?? { core: 0, mention: 0 };
      count[role] += 1;
      counts.set(id, count);
    }
  }
  const all = vocabulary?.techniques ?? [];
  const label = ({ id, prefLabel }: { id: string; prefLabel: string }) => ({
    id,
    label: prefLabel,
  });
  return {
    families: (vocabulary?.families ?? []).map((family) => ({
      id: family.id,
      label: family.prefLabel,
      definition: family.definition,
      techniques: all.filter((concept) => concept.family === family.id).map(({ id }) => id),
    })),
    techniques: all.map((concept): Technique => ({
      id: concept.id,
      label: concept.prefLabel,
      family: concept.family,
      definition: concept.definition,
      aliases: concept.altLabels.filter((label) => label !== concept.prefLabel),
      broader: concept.broader,
      narrower: all.filter(({ broader }) => broader.includes(concept.id)).map(({ id }) => id),
      related: concept.related,
      notToBeConfusedWith: concept.notToBeConfusedWith,
      introducedBy: concept.introducedBy,
      status: concept.status,
      replacedBy: concept.replacedBy,
      counts: counts.get(concept.id) ?? { core: 0, mention: 0 },
    })),
    areas: (vocabulary?.areas ?? []).map(label),
    resources: (vocabulary?.resources ?? []).map((concept) => ({
      ...label(concept),
      kind: concept.kind,
    })),
    rules: vocabulary === null ? [] : rulesOf(papers, vocabulary),
  };
}

/** Every rule that fired, with its explanation. */
function rulesOf(papers: readonly Paper[], vocabulary: Vocabulary): Corpus["rules"] {
  const ids = new Set<string>();
  for (const { techniques, areas, resources } of papers) {
    for (const tag of [...techniques, ...areas, ...resources]) {
      for (const { rule } of tag.evidence) ids.add(rule);
    }
  }
  return [...ids].sort(compareText).map((id) => ({ id, says: explainRule(vocabulary, id) }));
}
