/** What a reader keeps: written, read back, carried over, brought together, and never lost. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinBibtex } from "../../../src/core/shelf/bibliography.ts";
import { addShared, followRenames, mergeShelves } from "../../../src/core/shelf/merge.ts";
import { sharedFragment, sharedPapers } from "../../../src/core/shelf/shared-link.ts";
import {
  emptyShelf,
  entryOf,
  keptPapers,
  parseShelf,
  type Shelf,
  withChange,
} from "../../../src/core/shelf/shelf.ts";

const monday = "2026-01-05T08:00:00.000Z";
const friday = "2026-01-09T08:00:00.000Z";
const one = withChange(emptyShelf, "a-paper", { starred: true, note: "Mine" }, monday, "A Paper");
const throughFile = (shelf: Shelf): Shelf | null => parseShelf(JSON.stringify(shelf));

describe("a shelf", () => {
  it("keeps a paper with what was changed, and when", () => {
    expect(entryOf(one, "a-paper")).toEqual({
      starred: true,
      state: "none",
      note: "Mine",
      title: "A Paper",
      changed: { starred: monday, note: monday },
    });
    expect(entryOf(one, "another")).toMatchObject({ starred: false, state: "none", note: "" });
    expect(throughFile(one)).toEqual(one);
  });

  it("counts what is kept, not what was taken away", () => {
    const both = withChange(one, "b", { state: "read" }, monday);
    expect(keptPapers(both).map(([id]) => id)).toEqual(["a-paper", "b"]);
    const less = withChange(both, "a-paper", { starred: false, note: "" }, friday);
    expect(keptPapers(less).map(([id]) => id)).toEqual(["b"]);
  });

  it("leaves what it does not know as it found it", () => {
    const text = JSON.stringify({
      format: "papershelf-library",
      version: 7,
      theme: "dark",
      papers: { "a-paper": { starred: true, rating: 5, changed: { rating: friday } }, odd: 3 },
    });
    const shelf = parseShelf(text);
    if (shelf === null) throw new Error("The shelf was not read.");
    expect(JSON.parse(JSON.stringify(withChange(shelf, "a-paper", { note: "x" }, friday)))).toEqual(
      {
        format: "papershelf-library",
        version: 7,
        theme: "dark",
        papers: {
          "a-paper": {
            starred: true,
            rating: 5,
            note: "x",
            changed: { rating: friday, note: friday },
          },
          odd: 3,
        },
      },
    );
  });

  it.each(["", "null", "[]", "{", "{}", '{"papers":[]}', "a,b,c"])("is none in: %s", (text) => {
    expect(parseShelf(text)).toBeNull();
  });

  it("reads fields of another shape as untouched, never throws", () => {
    const odd = { starred: "yes", state: "eaten", note: 1, title: {}, changed: [monday] };
    const shelf = parseShelf(JSON.stringify({ papers: { a: odd, b: null, c: [] } }));
    expect(shelf === null ? null : entryOf(shelf, "a")).toEqual(entryOf(emptyShelf, "none"));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (papers) => {
        const read = parseShelf(JSON.stringify({ papers }));
        if (read === null) throw new Error("The shelf was not read.");
        for (const [id] of keptPapers(mergeShelves(one, read))) entryOf(read, id);
      }),
    );
  });
});

describe("an import", () => {
  it("takes each field from where it was changed later", () => {
    const phone = withChange(one, "a-paper", { state: "reading" }, friday);
    const desk = withChange(one, "a-paper", { starred: false }, friday);
    const expected = { starred: false, state: "reading", note: "Mine" };
    expect(entryOf(mergeShelves(phone, desk), "a-paper")).toMatchObject(expected);
    expect(entryOf(mergeShelves(desk, phone), "a-paper")).toMatchObject(expected);
  });

  it("does not bring back what was taken away later", () => {
    const less = withChange(one, "a-paper", { starred: false, note: "" }, friday);
    expect(keptPapers(mergeShelves(less, one))).toEqual([]);
    expect(keptPapers(mergeShelves(one, less))).toEqual([]);
  });

  it("keeps both of two notes, once", () => {
    const here = withChange(emptyShelf, "a", { note: "Here" }, monday);
    const there = withChange(emptyShelf, "a", { note: "There" }, friday);
    const merged = mergeShelves(here, there);
    expect(entryOf(merged, "a").note).toBe("There\n\n—\n\nHere");
    expect(mergeShelves(merged, here)).toEqual(merged);
    expect(mergeShelves(merged, there)).toEqual(merged);
  });

  it("takes what a file says without dates where nothing is known", () => {
    const byHand = parseShelf('{"papers":{"a-paper":{"state":"read"},"b":{"starred":true}}}');
    if (byHand === null) throw new Error("The shelf was not read.");
    const merged = mergeShelves(one, byHand);
    expect(entryOf(merged, "a-paper")).toMatchObject({
      starred: true,
      state: "read",
      note: "Mine",
    });
    expect(entryOf(merged, "b").starred).toBe(true);
  });

  it("loses no paper and no words, and is the same the second time", () => {
    const change = fc.record({
      id: fc.constantFrom("a", "b", "c"),
      fields: fc.record(
        { starred: fc.boolean(), note: fc.constantFrom("one", "two", "three") },
        { requiredKeys: [] },
      ),
      at: fc.constantFrom(monday, friday),
    });
    const shelf = fc
      .array(change, { maxLength: 6 })
      .map((all) =>
        all.reduce((grown, { id, fields, at }) => withChange(grown, id, fields, at), emptyShelf),
      );
    fc.assert(
      fc.property(shelf, shelf, (ours, theirs) => {
        const merged = mergeShelves(ours, theirs);
        for (const [id, { note }] of [...keptPapers(ours), ...keptPapers(theirs)]) {
          expect(Object.keys(merged.papers)).toContain(id);
          expect(entryOf(merged, id).note).toContain(note);
        }
        expect(keptPapers(mergeShelves(merged, theirs))).toEqual(keptPapers(merged));
      }),
    );
  });
});

describe("a paper with another id", () => {
  it("takes its entry along", () => {
    const moved = followRenames(one, new Map([["a-paper", "the-paper"]]));
    expect(entryOf(moved, "the-paper")).toEqual(entryOf(one, "a-paper"));
    expect(Object.keys(moved.papers)).toEqual(["the-paper"]);
  });

  it("brings both entries together where the new id has one", () => {
    const both = withChange(one, "the-paper", { state: "read", note: "Later" }, friday);
    const moved = followRenames(both, new Map([["a-paper", "the-paper"]]));
    expect(entryOf(moved, "the-paper")).toMatchObject({
      starred: true,
      state: "read",
      note: "Later\n\n—\n\nMine",
    });
  });
});

describe("a shared link", () => {
  it("names its papers, whatever became of its commas", () => {
    const fragment = sharedFragment(["a-paper", "b"]);
    expect(sharedPapers(fragment)).toEqual(["a-paper", "b"]);
    expect(sharedPapers(fragment.replaceAll(",", "%2C"))).toEqual(["a-paper", "b"]);
    expect(sharedPapers("#papers=a,a,<script>,__proto__,")).toEqual(["a"]);
    expect(sharedPapers("#main")).toBeNull();
  });

  it("adds papers without touching those that are there", () => {
    const read = withChange(emptyShelf, "a", { state: "read", note: "Mine" }, monday);
    const grown = addShared(read, ["a", "b"], friday);
    expect(entryOf(grown, "a")).toEqual(entryOf(read, "a"));
    expect(entryOf(grown, "b").starred).toBe(true);
  });
});

it("gives every entry of a bibliography a key of its own", () => {
  const entry = (key: string): string => `@misc{${key},\n  title = {x}\n}\n`;
  expect(joinBibtex(["a", "a", "b", "a"].map(entry))).toBe(
    ["a", "a-2", "b", "a-3"].map(entry).join("\n"),
  );
});
