import { describe, expect, it } from "vitest";
import { canStand, tellingPlaces, tellingWords } from "../../../src/core/search/phrases.ts";
import { readQuery } from "../../../src/core/search/query.ts";
import {
  type PageText,
  phraseMatch,
  relevance,
  unmatched,
} from "../../../src/core/search/relevance.ts";
import { areForms } from "../../../src/core/search/word-forms.ts";

const page = (title: string, authors = "", content = ""): PageText => ({ title, authors, content });

/** Whether a reader who types `query` means `better` rather than `other`. */
function prefers(query: string, better: PageText, other: PageText): boolean {
  return relevance(readQuery(query), better) > relevance(readQuery(query), other);
}

describe("relevance", () => {
  it.each<[string, PageText, PageText]>([
    ["quiet star", page("Quiet-STaR: Thinking"), page("A star", "", "quiet")],
    ["s grpo", page("S-GRPO: Early Exit"), page("Some GRPO", "", "s")],
    ["sgrpo", page("S-GRPO: Early Exit"), page("Other", "", "sgrpo")],
    ["wei li", page("A", "Wei Li, Ann Lee"), page("A", "Wei Ann, Jo Li")],
    ["cohesion", page("COHESION: Graphs"), page("Cohesion of Graphs")],
    ["MiMIC", page("MiMIC: Calls"), page("Mimic: Images")],
    ["models moral", page("Moral Models"), page("Moral Model")],
    ["large framework", page("T", "", "large framework"), page("T", "", "larger frameworks")],
    ["graph comp", page("Graph Completion"), page("Graph", "", "completion")],
  ])("prefers for %s what a reader means", (query, better, other) => {
    expect(prefers(query, better, other)).toBe(true);
  });

  it("names the words that nothing on the page accounts for", () => {
    const paper = page("Planning with Models", "Zoë Müller", "We plan.");
    expect(unmatched(readQuery("plan muller modle planed"), paper)).toEqual([2]);
    expect(unmatched(readQuery("planing"), paper)).toEqual([]);
  });
});

it("puts a page with every word as typed before one that has other forms of them in its title", () => {
  const query = readQuery("models losses enhanced");
  const asTyped = page("T", "", "Our models show enhanced losses.");
  const inOtherForms = page("A model and its loss", "", "It enhances models.");
  expect(relevance(query, asTyped)).toBeGreaterThan(relevance(query, inOtherForms));
});

describe("phrases", () => {
  it("are matched letter by letter, in the title first", () => {
    const query = readQuery('"policy gradients"');
    expect(phraseMatch(query, page("Policy Gradients"))).toBe(2.5);
    expect(phraseMatch(query, page("T", "", "All policy-gradients are."))).toBe(1);
    expect(phraseMatch(query, page("Policy Gradient"))).toBe(0);
    expect(phraseMatch(readQuery('"wei li"'), page("T", "Ann Wei, Li Bo"))).toBe(0);
  });

  it("fit better sign by sign than across the end of a sentence", () => {
    const query = readQuery('"learning  in"');
    expect(phraseMatch(query, page("T", "", "It is learning in place."))).toBe(1.5);
    expect(phraseMatch(query, page("T", "", "It is learning. In place."))).toBe(1);
  });

  it("are looked for by their telling words, at their distance", () => {
    const [phrase = []] = readQuery('"understanding of the image"').phrases;
    expect(tellingWords(phrase).map(({ whole }) => whole)).toEqual(["understanding", "image"]);
    expect(tellingPlaces(phrase)).toEqual([0, 3]);
    expect(canStand([0, 3], [2, 5, 9])).toBe(true);
    expect(canStand([0, 3], [2, 6])).toBe(false);
    expect(tellingPlaces(readQuery('"to be or"').phrases[0] ?? [])).toEqual([0, 1, 2]);
  });
});

it.each([
  ["model", "models", true],
  ["plan", "planning", true],
  ["policies", "policy", true],
  ["tuning", "tune", true],
  ["language", "langage", false],
  ["ata", "atari", false],
])("tells whether %s and %s are forms of one word", (one, other, expected) => {
  expect(areForms(one, other)).toBe(expected);
});
