/** Bad input is met: it is reported at its place, and everything else is published. */
import { describe, expect, it } from "vitest";
import { longestLine } from "../../src/core/source.ts";
import { arxivLink, corpusFrom, digestEntry, pageFurniture, places } from "./corpus-from.ts";

const good = digestEntry({ title: "A Good Paper", link: arxivLink("2601.99999") });
const titles = (result: ReturnType<typeof corpusFrom>): readonly string[] =>
  result.corpus.papers.map((paper) => paper.title).sort();

describe("files", () => {
  it("reports an empty file and reads the others", () => {
    const result = corpusFrom({ "empty.txt": " \n\n", "good.txt": good });
    expect(places(result)).toEqual(["empty.txt:1:1 warning empty-file"]);
    expect(titles(result)).toEqual(["A Good Paper"]);
  });

  it("reports a file of no known format", () => {
    const result = corpusFrom({
      "letter.txt": "\n\nDear reader,\nthis is a letter.\n",
      "good.txt": good,
    });
    expect(places(result)).toEqual(["letter.txt:3:1 error unknown-format"]);
    expect(result.ledger.lines).toMatchObject({ diagnostic: 2, unaccounted: 0 });
  });

  it("reports two formats in one file, and guesses at neither", () => {
    const result = corpusFrom({
      "both.txt": `${pageFurniture}A Title\n\n  • 7 authors\n·\nMay 1\n\n${good}`,
    });
    expect(places(result)).toEqual(["both.txt:1:1 error two-formats"]);
    expect(result.corpus.papers).toEqual([]);
  });

  it("reports the first byte that is not UTF-8 and keeps the entry", () => {
    const bytes = new TextEncoder().encode(good);
    bytes[4] = 0xff;
    const result = corpusFrom({ "damaged.txt": bytes });
    expect(places(result)).toEqual(["damaged.txt:1:5 error invalid-utf-8"]);
    expect(titles(result)).toEqual(["A \uFFFDood Paper"]);
  });

  it("does not take a replacement character that the file really has for damage", () => {
    expect(places(corpusFrom({ "fine.txt": digestEntry({ title: "On \uFFFD" }) }))).toEqual([]);
  });

  it("reads through a byte order mark", () => {
    const result = corpusFrom({ "bom.txt": `\uFEFF${good}` });
    expect(places(result)).toEqual(["bom.txt:1:1 info byte-order-mark"]);
    expect(titles(result)).toEqual(["A Good Paper"]);
  });

  it("reads UTF-16 with a byte order mark", () => {
    const units = Uint16Array.from(`\uFEFF${good}`, (unit) => unit.charCodeAt(0));
    const result = corpusFrom({ "wide.txt": new Uint8Array(units.buffer) });
    expect(places(result)).toEqual(["wide.txt:1:1 info encoding-utf-16"]);
    expect(titles(result)).toEqual(["A Good Paper"]);
  });

  it.each(["\r\n", "\r"])("reads line ends %j like any other", (lineEnd) => {
    const text = digestEntry({ title: "A", abstract: "One.\n\nTwo." });
    const paper = corpusFrom({ "a.txt": text.replaceAll("\n", lineEnd) }).corpus.papers[0];
    expect(paper).toEqual(corpusFrom({ "a.txt": text }).corpus.papers[0]);
  });

  it("leaves out a line of 50 MB and says so", () => {
    const abstract = "x".repeat(50 * 1024 * 1024);
    const text = good + digestEntry({ title: "Endless", abstract });
    const result = corpusFrom({ "huge.txt": text });
    expect(places(result)).toContain(`huge.txt:16:${String(longestLine + 1)} error line-too-long`);
    expect(titles(result)).toEqual(["A Good Paper", "Endless"]);
    expect(result.ledger.lines.unaccounted).toBe(0);
  });

  it.each([
    ["hashes", "#".repeat(100_000)],
    ["stars", "**".repeat(50_000)],
    ["brackets", `**Link**: ${"[".repeat(100_000)}`],
    ["links", `**Link**: [PDF](${"(".repeat(100_000)}`],
    ["addresses", `**Abstract**: https://a.example/${")".repeat(100_000)}`],
    ["dollars", `**Abstract**: ${"$".repeat(100_000)}`],
    ["braces", `# ${"{".repeat(100_000)}\n**Authors**: A`],
    ["rules", "---\n".repeat(50_000)],
    ["headings", "# a\n".repeat(50_000)],
    ["dots", "·\n".repeat(50_000)],
  ])("is not slowed down by %s", (_name, text) => {
    const result = corpusFrom({ "hostile.txt": `${good}${text}\n` });
    expect(result.ledger.lines.unaccounted).toBe(0);
  });
});

describe("entries", () => {
  it("keeps duplicate entries of one list at their first place", () => {
    const other = digestEntry({ title: "Between", link: arxivLink("2601.00002") });
    const result = corpusFrom({
      "list.txt": digestEntry({ title: "Twice" }) + other + digestEntry({ title: "Twice" }),
    });
    expect(places(result)).toEqual(["list.txt:19:1 warning duplicate-entry"]);
    expect(result.corpus.lists[0]?.entries).toEqual([
      { position: 1, paper: "twice" },
      { position: 2, paper: "between" },
    ]);
    expect(result.ledger).toMatchObject({ entries: 3, papers: 2, merged: 1 });
  });

  it("makes one paper of one id with two titles", () => {
    const result = corpusFrom({
      "a.txt": digestEntry({ title: "First Name" }),
      "b.txt": digestEntry({ title: "Second Name" }),
    });
    expect(places(result)).toEqual(["b.txt:1:1 warning title-conflict"]);
    expect(titles(result)).toEqual(["First Name"]);
  });

  it.each(["Page", "Data", "With Code"])("keeps the address that “%s” would take", (title) => {
    const result = corpusFrom({ "a.txt": digestEntry({ title, link: arxivLink("2602.00002") }) });
    const id = title.toLowerCase().replace(" ", "-");
    expect(result.corpus.papers.map((paper) => paper.id)).toEqual([`${id}-2602-00002`]);
  });

  it("makes two papers of one title with two ids", () => {
    const result = corpusFrom({
      "a.txt": digestEntry({ title: "Same Name" }),
      "b.txt": digestEntry({ title: "Same Name", link: arxivLink("2602.00002") }),
    });
    expect(places(result)).toEqual([
      "b.txt:1:1 warning same-title-two-ids",
      "b.txt:1:1 info slug-taken",
    ]);
    expect(result.corpus.papers.map(({ id }) => id).sort()).toEqual([
      "same-name",
      "same-name-2602-00002",
    ]);
  });

  it.each([
    ["Σ", "sigma"],
    ["???", "arxiv-2601-00001"],
    ["强化学习", "arxiv-2601-00001"],
    ["page", "page-2601-00001"],
    ["C$^2$GSPG: A $\\beta$ Way", "c2gspg-a-beta-way"],
  ])("gives “%s” the address %s", (title, id) => {
    expect(corpusFrom({ "a.txt": digestEntry({ title }) }).corpus.papers[0]?.id).toBe(id);
  });

  it("gives a title without letters and without an id an address of its own", () => {
    const link = "[PDF](https://example.org/paper.pdf)";
    const text = digestEntry({ title: "???", link }) + digestEntry({ title: "!!!", link });
    const ids = corpusFrom({ "a.txt": text }).corpus.papers.map((paper) => paper.id);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^paper-[0-9a-z]+$/);
  });

  it("tells two titles with one slug apart", () => {
    const text =
      digestEntry({ title: "One: Two", link: arxivLink("2601.00001") }) +
      digestEntry({ title: "One, Twö", link: arxivLink("2601.00002") }) +
      digestEntry({ title: "One Two α", link: arxivLink("2601.00003") });
    const ids = corpusFrom({ "a.txt": text }).corpus.papers.map((paper) => paper.id);
    expect(ids.sort()).toEqual(["one-two", "one-two-2601-00002", "one-two-alpha"]);
  });

  it("keeps markup as text and links to no script", () => {
    const title = "<script>alert(1)</script> in a title";
    const result = corpusFrom({
      "a.txt": digestEntry({ title, link: "[PDF](javascript:alert(1))" }),
    });
    expect(places(result)).toEqual(["a.txt:5:11 warning unsafe-link"]);
    expect(result.corpus.papers[0]).toMatchObject({ title, urls: { abs: null, pdf: null } });
  });

  it.each([
    ["[Code](https://github.com/a/b) [PDF](https://arxiv.org/pdf/2601.00001v2)", "2601.00001"],
    ["[DOI](https://doi.org/10.48550/arXiv.2601.00001)", "2601.00001"],
    ["<https://arxiv.org/abs/2601.00001>", "2601.00001"],
    ["arxiv.org/abs/2601.00001", "2601.00001"],
    ["PDF: https://export.arxiv.org/pdf/cs/0701001.pdf", "cs/0701001"],
    ["[Paper](https://huggingface.co/papers/2601.00001)", "2601.00001"],
    ['[PDF](https://arxiv.org/pdf/2601.00001 "a title")', "2601.00001"],
    ["arXiv:2601.00001v3", "2601.00001"],
    ["[PDF](https://example.org/paper_(1).pdf)", null],
  ])("reads the link %s", (link, id) => {
    const result = corpusFrom({ "a.txt": digestEntry({ title: "A", link }) });
    expect(places(result)).toEqual([]);
    const { arxivId, urls } = result.corpus.papers[0] ?? {};
    expect(arxivId).toBe(id);
    expect(urls?.pdf).toMatch(id === null ? /paper_\(1\)\.pdf$/ : /arxiv\.org\/pdf\//);
  });

  it("reports more problems than a call has room for", () => {
    const result = corpusFrom({
      "page.txt": `${pageFurniture}${"  • 7 authors\n".repeat(200_000)}`,
    });
    expect(result.diagnostics.length).toBeGreaterThan(100_000);
  });

  it("does not publish a title that nobody can see", () => {
    const result = corpusFrom({ "a.txt": digestEntry({ title: "\u200B\u0007" }) });
    expect(places(result)).toEqual(["a.txt:1:1 error missing-title"]);
    expect(result.corpus.papers).toEqual([]);
  });

  it("reports a link that is no address", () => {
    const result = corpusFrom({ "a.txt": digestEntry({ title: "A", link: "see the web" }) });
    expect(places(result)).toEqual(["a.txt:5:11 warning unreadable-link"]);
  });
});

describe("files beside the seeds", () => {
  it("reports a file that lists.yaml names and the folder does not have", () => {
    const manifest = "lists:\n  - file: a.txt\n    title: Mine\n  - file: gone.txt\n";
    const result = corpusFrom({ "a.txt": good, "lists.yaml": manifest });
    expect(places(result)).toEqual(["lists.yaml:4:11 error manifest-missing-file"]);
    expect(result.corpus.lists[0]?.title).toBe("Mine");
  });

  it.each([
    ["lists: [", "lists.yaml:1:9 error yaml-syntax"],
    ["lists:\n  - file: a.txt\n    date: 2026-02-30\n", "lists.yaml:3:11 error manifest-shape"],
    ["lists:\n  - file: a.txt\n  - file: a.txt\n", "lists.yaml:3:11 error manifest-duplicate"],
    ["list:\n  - file: a.txt\n", "lists.yaml:1:1 error manifest-shape"],
  ])("reports the mistake in %j and reads the seeds", (manifest, place) => {
    const result = corpusFrom({ "a.txt": good, "lists.yaml": manifest });
    expect(places(result)).toContain(place);
    expect(titles(result)).toEqual(["A Good Paper"]);
  });

  it.each(["", "# nothing yet\n", "lists: *nobody\n"])("survives the lists.yaml %j", (manifest) => {
    const result = corpusFrom({ "a.txt": good, "lists.yaml": manifest });
    expect(places(result).every((place) => place.includes("yaml-syntax"))).toBe(true);
    expect(titles(result)).toEqual(["A Good Paper"]);
  });

  it("reports amendments of what does not exist, and those without a reason", () => {
    const amendments =
      "amendments:\n  - paper: nobody\n    reason: A slip.\n  - paper: a-good-paper\n    reason: Why.\n    techniques: { remove: [alchemy] }\n";
    expect(places(corpusFrom({ "a.txt": good, "amendments.yaml": amendments }))).toEqual([
      "amendments.yaml:2:12 error amendment-unknown-paper",
      "amendments.yaml:6:17 error amendment-unknown-technique",
    ]);
    const silent = "amendments:\n  - paper: a-good-paper\n    reason: ''\n";
    expect(places(corpusFrom({ "a.txt": good, "amendments.yaml": silent }))).toEqual([
      "amendments.yaml:3:13 error amendment-shape",
    ]);
  });

  it("reports a published address that leads nowhere, and papers without one", () => {
    const permalinks = JSON.stringify({ papers: { "long-gone": "title:longgone" } }, null, 2);
    const result = corpusFrom({ "a.txt": good, "permalinks.json": permalinks });
    expect(places(result)).toEqual([
      "permalinks.json:1:1 warning permalink-missing",
      "permalinks.json:3:1 warning permalink-broken",
    ]);
  });
});
