import { describe, expect, it } from "vitest";
import { readQuery } from "../../../src/core/search/query.ts";
import { sentencesOf, tellingSentence } from "../../../src/core/search/sentence.ts";

const text =
  "Large models reason, e.g. in steps, as Wei et al. Have shown. We train a Markovian policy with GRPO. " +
  "It gains 3.5 points on AIME! Chain-of-thought prompts help less than chain of thought training.";

const shown = (query: string, of = text): string =>
  tellingSentence(readQuery(query), of)
    .map((stretch) => (stretch.isMatch ? `[${stretch.text}]` : stretch.text))
    .join("");

describe("sentences", () => {
  it("end where the next one begins, not at abbreviations or in numbers", () => {
    expect(sentencesOf(text)).toEqual([
      "Large models reason, e.g. in steps, as Wei et al. Have shown.",
      "We train a Markovian policy with GRPO.",
      "It gains 3.5 points on AIME!",
      "Chain-of-thought prompts help less than chain of thought training.",
    ]);
  });
});

describe("the telling sentence", () => {
  it.each([
    ["grpo policies", "We train a Markovian [policy] with [GRPO]."],
    [
      "chain-of-thought",
      "[Chain-of-thought] prompts help less than [chain] of [thought] training.",
    ],
    [
      '"chain of thought"',
      "[Chain-of-thought] prompts help less than [chain] [of] [thought] training.",
    ],
    ["the points", "It gains 3.5 [points] on AIME!"],
    ["aim", "It gains 3.5 points on [AIME]!"],
  ])("for %s", (query, sentence) => {
    expect(shown(query)).toBe(sentence);
  });

  it("is the first, unmarked, when the words stand elsewhere", () => {
    expect(shown("zelikman")).toBe("Large models reason, e.g. in steps, as Wei et al. Have shown.");
  });

  it("is cut around its first match when it is too long", () => {
    const long = `${"many words before it ".repeat(30)}needle ${"and many behind ".repeat(30)}end.`;
    const cut = shown("needle", long);
    expect(cut).toMatch(/^….*\[needle\].*…$/);
    expect(cut.length).toBeLessThan(340);
  });

  it("of no text is nothing", () => {
    expect(tellingSentence(readQuery("a"), "")).toEqual([]);
  });
});
