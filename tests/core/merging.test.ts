/** One paper from its entries: identity, precedence, dates, addresses, corrections. */
import { describe, expect, it } from "vitest";
import { amendTags } from "../../src/core/amend.ts";
import type { ArxivId, TechniqueId } from "../../src/core/ids.ts";
import type { Paper, Role, Tag } from "../../src/core/model.ts";
import { extendPermalinks } from "../../src/core/permalinks.ts";
import { arxivLink, corpusFrom, digestEntry, pageFurniture, places } from "./corpus-from.ts";

const abstract = `It is about something. ${"It goes on in much the same way. ".repeat(12)}`.trim();
const daily = (title: string, footer: string): string => `${title}\n\n${abstract}\n\n${footer}\n\n`;

function paperOf(files: Readonly<Record<string, string>>, id: string): Paper {
  const paper = corpusFrom(files).corpus.papers.find((candidate) => candidate.id === id);
  if (paper === undefined) throw new Error(`There is no paper “${id}”.`);
  return paper;
}

describe("one paper in several lists", () => {
  const files = {
    "daily.txt": `${pageFurniture}${daily("Shared: A Paper", "  • 7 authors\n·\nJan 18 3")}${daily("Dated", "acme Acme Labs\n·\nDec 31, 2025")}`,
    "digest.txt": digestEntry({
      title: "Shared --- A PAPER",
      authors: "Ada Author, Ben Writer, Jr.",
      abstract: "Short.",
    }),
  };

  it("takes each field from where it is best known", () => {
    expect(paperOf(files, "shared-a-paper")).toMatchObject({
      title: "Shared --- A PAPER",
      authors: ["Ada Author", "Ben Writer, Jr."],
      authorCount: 2,
      arxivId: "2601.00001",
      abstract: "Short.",
      published: { value: "2026-01-18", precision: "day", basis: "year-inferred" },
      urls: { huggingface: "https://huggingface.co/papers/2601.00001" },
      appearances: [
        { list: "daily", position: 1, comments: 3 },
        { list: "digest", position: 1, line: 1, comments: null },
      ],
    });
  });

  it("says what the entries disagree about", () => {
    expect(places(corpusFrom(files))).toEqual(["daily.txt:11:1 info abstract-conflict"]);
  });

  it("keeps an organization, and no author count where none is given", () => {
    expect(paperOf(files, "dated")).toMatchObject({
      authors: null,
      authorCount: null,
      organization: { handle: "acme", name: "Acme Labs" },
      published: { value: "2025-12-31", precision: "day", basis: "stated" },
    });
  });
});

describe("what is one paper", () => {
  it.each([
    ["$\\alpha$-GAN", "$\\beta$-GAN"],
    ["Learning C++", "Learning C#"],
  ])("keeps %s and %s apart", (one, other) => {
    const link = "[PDF](https://example.org/a.pdf)";
    const text = digestEntry({ title: one, link }) + digestEntry({ title: other, link });
    expect(corpusFrom({ "a.txt": text }).corpus.papers).toHaveLength(2);
  });

  it("takes from a second entry in the same list what the first does not say", () => {
    const text = `# Twice\n\n**Authors**: A\n\n---\n${digestEntry({ title: "Twice", abstract: "Here." })}`;
    expect(paperOf({ "a.txt": text }, "twice")).toMatchObject({
      arxivId: "2601.00001",
      abstract: "Here.",
      appearances: [{ position: 1, line: 1 }],
    });
  });

  it.each([
    ["E. Five and F. Six", ["E. Five", "F. Six"]],
    ["A. One; B. Two; C. Three", ["A. One", "B. Two", "C. Three"]],
    ["F$^{1,2}$ Oo, Martin Luther King, Jr.", ["F$^{1,2}$ Oo", "Martin Luther King, Jr."]],
  ])("reads the authors %s", (authors, names) => {
    expect(paperOf({ "a.txt": digestEntry({ title: "A", authors }) }, "a").authors).toEqual(names);
  });
});

describe("dates", () => {
  it("infers the year that no line states, one after the last that is stated", () => {
    const text = `${pageFurniture}${daily("New", "  • 1 authors\n·\nMay 18")}${daily("Old", "  • 2 authors\n·\nJul 22, 2024")}`;
    const result = corpusFrom({ "page.txt": text });
    expect(result.corpus.lists[0]).toMatchObject({
      date: "2025-05-20",
      title: "Daily Papers, 2025-05-20",
    });
    expect(result.corpus.papers[0]?.published?.value).toBe("2025-05-18");
  });

  it("lets lists.yaml settle the year, and reports a page that contradicts it", () => {
    const text = `${pageFurniture}${daily("New", "  • 1 authors\n·\nMay 18")}${daily("Old", "  • 2 authors\n·\nJul 22, 2024")}`;
    const on = (date: string) =>
      corpusFrom({
        "page.txt": text,
        "lists.yaml": `lists:\n  - file: page.txt\n    date: ${date}\n`,
      });
    expect(on("2026-05-20").corpus.papers[0]?.published?.value).toBe("2026-05-18");
    expect(places(on("2026-05-20"))).toEqual([]);
    expect(places(on("2024-05-20"))).toEqual(["page.txt:17:1 warning year-contradiction"]);
  });

  it("takes the year of the page's own day, and reports days that it cannot have had", () => {
    const text = `${pageFurniture.replace("May 20", "May 20, 2026")}${daily("A", "  • 1 authors\n·\nMay 18")}${daily("B", "  • 1 authors\n·\nDec 30")}`;
    const result = corpusFrom({ "page.txt": text });
    expect(places(result)).toEqual(["page.txt:25:1 warning unreadable-date"]);
    expect(result.corpus.papers.map(({ title, published }) => [title, published?.value])).toEqual([
      ["B", "2026-05-20"],
      ["A", "2026-05-18"],
    ]);
  });

  it.each([
    ["saved-2026-05-20.txt", "2026-05-20"],
    ["20-May-2026.md", "2026-05-20"],
    ["digest_1 june 2026.txt", "2026-06-01"],
    ["sept-3-2026.txt", null],
    ["31-Apr-2026.txt", null],
    ["1120-May-2026.txt", null],
  ])("takes the date of a list from its file's name: %s", (name, date) => {
    const text = `${pageFurniture.replace("May 20", "")}${daily("A", "  • 1 authors\n·\nMay 18")}`;
    const { corpus } = corpusFrom({ [name]: text });
    expect(corpus.lists[0]?.date).toBe(date);
    expect(corpus.papers[0]?.published?.value ?? null).toBe(date === null ? null : "2026-05-18");
  });

  it("leaves a date open rather than guess the year", () => {
    const result = corpusFrom({
      "page.txt": `${pageFurniture}${daily("New", "  • 1 authors\n·\nMay 18")}`,
    });
    expect(places(result)).toEqual(["page.txt:17:1 warning year-unknown"]);
    expect(result.corpus.papers[0]?.published).toBeNull();
    expect(result.corpus.lists[0]?.date).toBeNull();
  });

  it.each([
    ["2601.21611", "2026-01"],
    ["cs/0701001", "2007-01"],
    ["math.GT/9912001v3", "1999-12"],
    ["1412.6980", "2014-12"],
  ])("reads the month of arXiv:%s", (id, value) => {
    const { published } =
      corpusFrom({ "a.txt": digestEntry({ title: "A", link: arxivLink(id) }) }).corpus.papers[0] ??
      {};
    expect(published).toEqual({ value, precision: "month", basis: "arxiv-id" });
  });

  it("falls back on the list's date, and says so", () => {
    const text = digestEntry({ title: "A", link: "[PDF](https://example.org/a.pdf)" });
    expect(corpusFrom({ "2026-03-04-ai.md": text }).corpus.papers[0]?.published).toEqual({
      value: "2026-03-04",
      precision: "day",
      basis: "list-date",
    });
  });
});

describe("addresses", () => {
  const twin = (id: string): string => digestEntry({ title: "Twin Title!", link: arxivLink(id) });

  it("stay with their paper when a list that comes first brings its twin", () => {
    const before = corpusFrom({ "b.txt": twin("2601.00002") });
    const permalinks = JSON.stringify({ papers: Object.fromEntries(before.permalinks) });
    const after = corpusFrom({
      "a.txt": twin("2601.00001"),
      "b.txt": twin("2601.00002"),
      "permalinks.json": permalinks,
    });
    const addresses = new Map(after.corpus.papers.map(({ id, arxivId }) => [arxivId, id]));
    expect(addresses.get("2601.00002" as ArxivId)).toBe("twin-title");
    expect(addresses.get("2601.00001" as ArxivId)).toBe("twin-title-2601-00001");
  });

  it("stay with their paper when its title is mended in the seed", () => {
    const before = corpusFrom({ "a.txt": digestEntry({ title: "A Tpyo" }) });
    const permalinks = JSON.stringify({ papers: Object.fromEntries(before.permalinks) });
    const after = corpusFrom({
      "a.txt": digestEntry({ title: "A Typo" }),
      "permalinks.json": permalinks,
    });
    expect(after.corpus.papers.map(({ id, title }) => [id, title])).toEqual([["a-tpyo", "A Typo"]]);
  });

  it("lead on from where a paper was published before", () => {
    const permalinks = JSON.stringify({
      papers: {
        "a-first-title": "title:afirsttitle",
        "an-early-name": "arxiv:2601.00001",
        "the-name": "arxiv:2601.00001",
      },
    });
    const result = corpusFrom({
      "a.txt": digestEntry({ title: "A First Title" }),
      "permalinks.json": permalinks,
    });
    expect(result.corpus.papers.map(({ id }) => id)).toEqual(["the-name"]);
    expect(result.corpus.papers[0]?.formerIds).toEqual(["a-first-title", "an-early-name"]);
    expect(places(result)).toEqual([]);
  });

  it("lead on to no paper that only has the same title", () => {
    const permalinks = JSON.stringify({
      papers: { gone: "arxiv:2601.00009", one: "title:twintitle" },
    });
    const result = corpusFrom({
      "a.txt": twin("2601.00001"),
      "b.txt": twin("2601.00002"),
      "permalinks.json": permalinks,
    });
    expect(result.corpus.papers.flatMap(({ formerIds }) => formerIds)).toEqual([]);
  });
});

describe("permalinks.json", () => {
  it("moves a paper's key to its identifier once that is known", () => {
    const before = corpusFrom({ "a.txt": digestEntry({ title: "Known Later", link: "-" }) });
    const known = corpusFrom({ "a.txt": digestEntry({ title: "Known Later" }) });
    const file = extendPermalinks(before.permalinks, known.permalinks);
    expect([...file]).toEqual([["known-later", "arxiv:2601.00001"]]);
  });
});

describe("amendments", () => {
  it("change with an identifier what rests on it", () => {
    const amendments =
      "amendments:\n  - paper: a-title\n    reason: Wrong link.\n    set: { arxivId: '2512.00001' }\n";
    const files = { "a.txt": digestEntry({ title: "A Title" }), "amendments.yaml": amendments };
    expect(paperOf(files, "a-title")).toMatchObject({
      arxivId: "2512.00001",
      urls: { pdf: "https://arxiv.org/pdf/2512.00001" },
      published: { value: "2025-12", basis: "arxiv-id" },
    });
  });

  it("win over every seed", () => {
    const amendments = [
      "amendments:",
      "  - paper: a-title",
      "    reason: The digest cut the title and had the wrong month.",
      "    set: { title: 'A Title, Whole', authors: [Cy Third], published: 2026-02-03 }",
    ].join("\n");
    expect(
      paperOf(
        { "a.txt": digestEntry({ title: "A Title" }), "amendments.yaml": amendments },
        "a-title",
      ),
    ).toMatchObject({
      title: "A Title, Whole",
      authors: ["Cy Third"],
      authorCount: 1,
      published: { value: "2026-02-03", precision: "day", basis: "stated" },
    });
  });

  it("take tags away and give them, the last word last", () => {
    const tag = (id: string, role: Role): Tag<TechniqueId> => ({
      id: id as TechniqueId,
      role,
      evidence: [{ field: "title", start: 0, end: 1, rule: "a-rule" }],
    });
    const amended = amendTags(
      [tag("ppo", "core"), tag("grpo", "mention"), tag("dpo", "core")],
      [
        { paper: "a", reason: "r", techniques: { remove: ["ppo"] } },
        { paper: "a", reason: "r", techniques: { add: [{ id: "grpo", role: "core" }] } },
      ],
    );
    expect(amended.map(({ id, role, evidence }) => [id, role, evidence.length])).toEqual([
      ["dpo", "core", 1],
      ["grpo", "core", 0],
    ]);
  });
});
