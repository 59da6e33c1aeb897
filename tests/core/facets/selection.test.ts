import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  choicesOf,
  cleared,
  type KnownValues,
  modeOf,
  nothing,
  readSelection,
  type Selection,
  selectionParameters,
  techniqueModes,
  withoutChoice,
  withTechnique,
  withValue,
  writeSelection,
} from "../../../src/core/facets/selection.ts";

const known: KnownValues = {
  techniques: ["grpo", "dpo", "rlhf", "ppo"],
  values: {
    family: ["reasoning", "agents-and-tools"],
    area: ["medicine"],
    year: ["2026", "2025"],
    list: ["daily-papers-2026-05-20"],
    has: ["code"],
  },
  sorts: ["newest", "oldest", "title", "techniques"],
};

const read = (query: string) => readSelection(new URLSearchParams(query), known);

/** Any selection of known values, as a reader may click it together. */
const selections = fc
  .record({
    techniques: fc.array(
      fc.tuple(fc.constantFrom(...known.techniques), fc.constantFrom(...techniqueModes, null)),
      { maxLength: 8 },
    ),
    values: fc.array(
      fc.tuple(
        fc.constantFrom(
          ...(["family", "area", "year", "list", "has"] as const).flatMap((facet) =>
            (known.values[facet] ?? []).map((value) => [facet, value] as const),
          ),
        ),
        fc.boolean(),
      ),
      { maxLength: 8 },
    ),
    role: fc.constantFrom("core" as const, "mention" as const, null),
    sort: fc.constantFrom("oldest" as const, "title" as const, "techniques" as const, null),
  })
  .map(({ techniques, values, role, sort }): Selection => {
    let selection: Selection = { ...nothing, role, sort };
    for (const [id, mode] of techniques) selection = withTechnique(selection, id, mode);
    for (const [[facet, value], ticked] of values) {
      selection = withValue(selection, facet, value, ticked);
    }
    return selection;
  });

describe("a selection in an address", () => {
  it("is written as people would write it", () => {
    const { selection, dropped } = read("year=2025&not=rlhf&all=grpo%2Cdpo");
    expect(dropped).toEqual([]);
    expect(writeSelection(selection)).toBe("all=grpo,dpo&not=rlhf&year=2025");
    expect(writeSelection(selection, [["q", "half a title"]])).toBe(
      "q=half%20a%20title&all=grpo,dpo&not=rlhf&year=2025",
    );
    expect(writeSelection(nothing)).toBe("");
  });

  it("has a short form for one technique", () => {
    expect(read("technique=grpo&technique=dpo").selection.techniques.any).toEqual(["grpo", "dpo"]);
    expect(writeSelection(read("technique=grpo").selection)).toBe("any=grpo");
  });

  it.each([
    ["any=grpo,unheard-of", "any", "unheard-of"],
    ["year=1066", "year", "1066"],
    ["role=lead", "role", "lead"],
    ["sort=size", "sort", "size"],
    ["sort=title,oldest", "sort", "oldest"],
    ["has=code,money", "has", "money"],
    ["any=dpo&not=dpo", "any", "dpo"],
    ["any=dpo&all=dpo", "any", "dpo"],
    ["all=dpo&not=dpo", "all", "dpo"],
    ["list=%3Cscript%3E", "list", "<script>"],
  ])("says what it drops of %s", (query, parameter, value) => {
    expect(read(query).dropped).toEqual([{ parameter, value }]);
  });

  it("leaves facets alone that the page does not have", () => {
    const parameters = new URLSearchParams("shelf=starred&utm_source=chat");
    expect(readSelection(parameters, known)).toEqual({ selection: nothing, dropped: [] });
    const library = { ...known, values: { shelf: ["starred"] } };
    expect(readSelection(parameters, library).selection.values.shelf).toEqual(["starred"]);
  });

  it("does not name the page's own order", () => {
    expect(read("sort=newest").selection.sort).toBeNull();
    expect(writeSelection(read("sort=oldest").selection)).toBe("sort=oldest");
  });

  it("is read as it was written, whatever was chosen", () => {
    fc.assert(
      fc.property(selections, (selection) => {
        const query = writeSelection(selection);
        expect(read(query)).toEqual({ selection, dropped: [] });
        for (const name of new URLSearchParams(query).keys()) {
          expect(selectionParameters).toContain(name);
        }
      }),
    );
  });

  it("is read from any text at all", () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        const { selection } = read(query);
        expect(read(writeSelection(selection)).selection).toEqual(selection);
      }),
    );
  });
});

describe("choosing", () => {
  it("keeps a technique under one mode", () => {
    const chosen = withTechnique(withTechnique(nothing, "grpo", "any"), "grpo", "not");
    expect(chosen.techniques).toEqual({ any: [], all: [], not: ["grpo"] });
    expect(modeOf(chosen, "grpo")).toBe("not");
    expect(modeOf(withTechnique(chosen, "grpo", null), "grpo")).toBeNull();
  });

  it("takes back each choice by itself, and all of them at once", () => {
    fc.assert(
      fc.property(selections, (selection) => {
        const choices = choicesOf(selection);
        for (const choice of choices) {
          const left = choicesOf(withoutChoice(selection, choice));
          expect(left).toEqual(choices.filter((each) => each !== choice));
        }
        expect(cleared(selection)).toEqual({ ...nothing, sort: selection.sort });
      }),
    );
  });
});
