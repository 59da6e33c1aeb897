/** "Why this tag": the rule of a piece of evidence in words for the reader. */
import { nameKey } from "./rules.ts";
import type { Place } from "./context.ts";
import type { Concept, Vocabulary } from "./vocabulary.ts";

const placeWords: Readonly<Record<Place, string>> = {
  title: "in the title",
  claim: "in a sentence that says what the paper does",
  method: "in a sentence about how it works",
  result: "in a sentence about results",
  closing: "in the closing sentence",
  background: "in a sentence of background",
  contrast: "as what the paper does without or sets itself apart from",
  baseline: "as what the paper is compared with",
};

const isPlace = (word: string): word is Place => Object.hasOwn(placeWords, word);

/**
 * Explains a rule id as evidence carries it (`grpo/name:grpo@claim`, `dpo/acronym@title`,
 * `preference-optimization/implied-by:dpo`). An id that this vocabulary does not know is named as it is.
 */
export function explainRule(vocabulary: Vocabulary, ruleId: string): string {
  const slash = ruleId.indexOf("/");
  const at = ruleId.lastIndexOf("@");
  const id = ruleId.slice(0, slash);
  const rule = ruleId.slice(slash + 1, at > slash ? at : undefined);
  const place = at > slash ? ruleId.slice(at + 1) : "";
  const all: readonly Concept[] = [
    ...vocabulary.techniques,
    ...vocabulary.areas,
    ...vocabulary.resources,
  ];
  const where = isPlace(place) ? ` ${placeWords[place]}` : "";
  if (rule.startsWith("implied-by:")) {
    const narrower = rule.slice("implied-by:".length);
    const label = all.find((concept) => concept.id === narrower)?.prefLabel ?? narrower;
    return `implied by “${label}”, which is a kind of it`;
  }
  if (rule === "acronym") return `the short form that the paper gives it${where}`;
  const concepts = all.filter((concept) => concept.id === id || concept.replacedBy === id);
  if (rule.startsWith("name:")) {
    const key = rule.slice("name:".length);
    const isKey = (name: string): boolean => nameKey(name) === key;
    const name = concepts
      .flatMap(({ prefLabel, altLabels }) => [prefLabel, ...altLabels])
      .find(isKey);
    if (name !== undefined) return `the name “${name}”${where}`;
    const form = concepts.flatMap(({ hiddenLabels }) => hiddenLabels).find(isKey);
    return form === undefined
      ? `a form of its name${where}`
      : `the form “${form}” of its name${where}`;
  }
  if (rule === "form") return `a form of its name${where}`;
  const says = concepts.flatMap(({ rules }) => rules).find((one) => one.id === rule)?.says;
  return says === undefined ? `the rule “${ruleId}”` : `${says}${where}`;
}
