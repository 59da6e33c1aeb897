import { describe, expect, it } from "vitest";
import { aliasesOfTitle, foreignSpellings } from "../../../src/core/search/aliases.ts";
import { recordOf } from "../../../src/core/search/record.ts";

describe("aliases", () => {
  it.each([
    ["C²GSPG: Confidence", ["c2gspg"]],
    ["S-GRPO with models", ["sgrpo", "s", "grpo"]],
    ["Quiet-STaR: Think", ["quietstar", "quiet", "star"]],
    ["β-VAE", ["betavae", "β", "vae"]],
    ["A plain title", []],
  ])("of %s", (title, aliases) => {
    expect(aliasesOfTitle(title)).toEqual(aliases);
  });

  it("spell letters that are not on every keyboard", () => {
    expect(foreignSpellings("Jørgensen Müller Łukasz ReST²")).toEqual([
      "jorgensen",
      "lukasz",
      "rest2",
    ]);
  });
});

it("leaves out fields and filters without content", () => {
  const record = recordOf({
    address: "/papers/a/",
    title: "A title",
    abstract: "Text.",
    authors: [],
    arxivId: null,
    year: "2026",
    filters: { type: ["paper"], list: [] },
  });
  expect(record).toEqual({
    url: "/papers/a/",
    content: "Text.",
    language: "en",
    meta: { title: "A title", alias: "A title", year: "2026" },
    filters: { type: ["paper"] },
  });
});
