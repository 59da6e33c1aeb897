/** The library's view: which of a shelf's papers fit, and what becomes of papers that left the site. */
import { describe, expect, it } from "vitest";
import { facetFiles } from "../../../src/core/facets/columns.ts";
import { nothing, type Selection } from "../../../src/core/facets/selection.ts";
import { facetTable } from "../../../src/core/facets/table.ts";
import { codesOf, PaperCodes } from "../../../src/core/shelf/codes.ts";
import { libraryView } from "../../../src/core/shelf/library-view.ts";
import { emptyShelf, type ShelfFields, withChange } from "../../../src/core/shelf/shelf.ts";
import { fingerprint } from "../../../src/core/slug.ts";

const ids = ["newest", "middle", "oldest"];
const { index, pieces } = facetFiles(
  [["grpo"], ["dpo"], ["grpo"]].map((techniques, place) => ({
    techniques: techniques.map((id) => ({ id, role: "core" as const })),
    values: { year: [String(2026 - place)] },
  })),
  {
    techniques: ["grpo", "dpo", "ppo"].map((id) => ({ id, label: id, family: "optimization" })),
    facets: [
      {
        name: "year",
        label: "Years",
        values: ["2026", "2025", "2024"].map((id) => ({ id, label: id })),
      },
    ],
  },
);
const site = { index, table: facetTable(index, pieces), codes: new PaperCodes(codesOf(ids)) };

const at = "2026-01-01T00:00:00.000Z";
const kept: readonly (readonly [string, Partial<ShelfFields>])[] = [
  ["oldest", { state: "read" }],
  ["gone", { state: "read", note: "Gone" }],
  ["newest", { starred: true }],
];
const shelf = kept.reduce((grown, [id, change]) => withChange(grown, id, change, at), emptyShelf);
const view = (selection: Partial<Selection> = {}, byTitle: readonly number[] = []) =>
  libraryView(shelf, site, { ...nothing, ...selection }, byTitle);
const idsOf = ({ papers, lost }: ReturnType<typeof view>): readonly string[] => [
  ...papers.map(({ id }) => id),
  ...lost.map(([id]) => id),
];

describe("a view of the library", () => {
  it("has the shelf's papers in the site's order, and those that left behind them", () => {
    expect(idsOf(view())).toEqual(["newest", "oldest", "gone"]);
    expect(view().ofSite).toBe(2);
    expect(idsOf(view({ sort: "oldest" }))).toEqual(["oldest", "newest", "gone"]);
    expect(idsOf(view({ sort: "title" }, [2, 1, 0]))).toEqual(["oldest", "newest", "gone"]);
  });

  it("narrows down to a part of the shelf", () => {
    expect(idsOf(view({ values: { ...nothing.values, shelf: ["read"] } }))).toEqual([
      "oldest",
      "gone",
    ]);
    expect(idsOf(view({ values: { ...nothing.values, shelf: ["starred"] } }))).toEqual(["newest"]);
    expect(idsOf(view({ values: { ...nothing.values, shelf: ["noted"] } }))).toEqual(["gone"]);
  });

  it("counts and offers what its own papers have", () => {
    const { facets } = view();
    expect(facets.techniques.map(({ id, count }) => [id, count])).toEqual([["grpo", 2]]);
    expect(facets.facets.map(({ values }) => values.map(({ id }) => id))).toEqual([
      ["2026", "2024"],
    ]);
  });

  it("asks papers that left the site nothing that only the site knows", () => {
    const chosen = { any: ["grpo"], all: [], not: [] };
    expect(idsOf(view({ techniques: chosen }))).toEqual(["newest", "oldest"]);
    const other = view({ techniques: { any: ["dpo"], all: [], not: [] } });
    expect(idsOf(other)).toEqual([]);
    // What was chosen stays on offer, so that it can be taken back.
    expect(other.facets.techniques.map(({ id }) => id)).toContain("dpo");
  });
});

describe("codes of papers", () => {
  it("find a paper by its code and by its id", () => {
    expect(ids.map((id) => site.codes.placeOf(id))).toEqual([0, 1, 2]);
    expect(ids.map((id) => site.codes.placeOf(site.codes.codeOf(id)))).toEqual([0, 1, 2]);
    expect(site.codes.placeOf("gone")).toBeNull();
    expect(site.codes.codeOf("gone")).toBe("gone");
  });

  it("are the whole ids where two papers would share one", () => {
    // A paper whose id is another one's code.
    const [first = ""] = ids;
    const codes = new PaperCodes(codesOf([first, fingerprint(first)]));
    expect(codes.placeOf(first)).toBe(0);
    expect(codes.placeOf(fingerprint(first))).toBe(1);
    expect(
      [0, 1].map((place) => codes.placeOf(codes.codeOf([first, fingerprint(first)][place] ?? ""))),
    ).toEqual([0, 1]);
  });
});
