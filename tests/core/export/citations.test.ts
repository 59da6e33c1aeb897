/** Citations of papers that are hard to cite: names, TeX, what the lists do not tell. */
import { describe, expect, it } from "vitest";
import { toBibtex } from "../../../src/core/export/bibtex.ts";
import { cslItem, toCslJson } from "../../../src/core/export/csl-json.ts";
import { personName } from "../../../src/core/export/person.ts";
import { risFromShown, shownRis } from "../../../src/core/export/ris-shown.ts";
import { toRis } from "../../../src/core/export/ris.ts";
import type { ArxivId, PaperId } from "../../../src/core/ids.ts";
import type { Paper } from "../../../src/core/model.ts";

const bare: Paper = {
  id: "c2gspg-calibration-and-alpha" as PaperId,
  formerIds: [],
  title: "C$^2$GSPG: 50\\% more {\\em calibration} & $\\alpha_{t}$ --- #1",
  authors: null,
  authorCount: null,
  organization: null,
  arxivId: null,
  urls: { abs: null, pdf: null, huggingface: null, code: [], project: [] },
  abstract: "",
  translations: [],
  published: null,
  techniques: [],
  areas: [],
  resources: [],
  appearances: [],
  related: [],
};
const full: Paper = {
  ...bare,
  authors: ["Ada Lovelace", "Ludwig van der Berg", "Ben Writer, Jr.", "Acme, Research", "王伟"],
  arxivId: "2601.21611" as ArxivId,
  urls: {
    ...bare.urls,
    abs: "https://arxiv.org/abs/2601.21611",
    pdf: "https://arxiv.org/pdf/2601.21611",
  },
  published: { value: "2026-01-09", precision: "day", basis: "stated" },
};

describe("a name in parts", () => {
  it.each([
    ["Ada Lovelace", "Lovelace", "Ada", null, null],
    ["John F. Kennedy", "Kennedy", "John F.", null, null],
    ["J.-P. Serre", "Serre", "J.-P.", null, null],
    ["Conan O’Brien", "O’Brien", "Conan", null, null],
    ['Erwin Schr\\"odinger', "Schrödinger", "Erwin", null, null],
    ["Ludwig van Beethoven", "Beethoven", "Ludwig", "van", null],
    ["Jan van der Berg", "Berg", "Jan", "van der", null],
    ["Ben Writer, Jr.", "Writer", "Ben", null, "Jr."],
  ])("%s", (source, family, given, particle, suffix) => {
    expect(personName(source)).toEqual({ family, given, particle, suffix });
  });

  it.each([
    "Juan García Márquez",
    "王伟",
    "DeepSeek-AI",
    "Madonna",
    "Ada L",
    "team Qwen",
    "Acme, Research, Ltd.",
    "Llama 3",
    "",
  ])("leaves “%s” whole", (source) => {
    expect(personName(source)).toEqual({ literal: source });
  });
});

describe("BibTeX", () => {
  it("escapes what TeX reads, and keeps what stands behind a comma apart", () => {
    expect(toBibtex(full)).toBe(
      [
        "@misc{lovelace2026c2gspg,",
        "  title = {{C$^2$GSPG: 50\\% more \\emph{calibration} \\& $\\alpha_{t}$ --- \\#1}},",
        "  author = {Ada Lovelace and Ludwig van der Berg and Writer, Jr., Ben and {Acme, Research} and 王伟},",
        "  year = {2026},",
        "  eprint = {2601.21611},",
        "  archiveprefix = {arXiv},",
        "  url = {https://arxiv.org/abs/2601.21611}",
        "}",
        "",
      ].join("\n"),
    );
  });

  it("invents nothing", () => {
    expect(toBibtex({ ...bare, authors: [] })).toMatch(/^@misc\{c2gspg,\n {2}title = .*\n\}\n$/);
  });
});

describe("RIS", () => {
  it("has a line for each value, and an empty place for what is not known of a date", () => {
    expect(toRis(full).split("\r\n")).toEqual([
      "TY  - UNPB",
      "ID  - lovelace2026c2gspg",
      "TI  - C²GSPG: 50% more calibration & αₜ — #1",
      "AU  - Lovelace, Ada",
      "AU  - van der Berg, Ludwig",
      "AU  - Writer, Ben, Jr.",
      "AU  - Acme, Research",
      "AU  - 王伟",
      "PY  - 2026",
      "DA  - 2026/01/09/",
      "PB  - arXiv",
      "M1  - arXiv:2601.21611",
      "DO  - 10.48550/arXiv.2601.21611",
      "UR  - https://arxiv.org/abs/2601.21611",
      "L1  - https://arxiv.org/pdf/2601.21611",
      "ER  - ",
      "",
    ]);
    const month = { value: "2026-01", precision: "month", basis: "arxiv-id" } as const;
    expect(toRis({ ...full, published: month })).toContain("DA  - 2026/01//\r\n");
  });

  it("keeps a value on its line, so that no title ends a record", () => {
    const lines = toRis({ ...bare, title: "One\r\nER  - \u2028TY  - BOOK" }).split("\r\n");
    expect(lines.filter((line) => /^(?:TY|ER) {2}- /.test(line))).toEqual(["TY  - UNPB", "ER  - "]);
  });
});

describe("RIS on a page", () => {
  it("ends its lines as HTML has them, without spaces", () => {
    const shown = shownRis(toRis(full));
    expect(shown).not.toMatch(/\r| $/m);
    expect(shown.endsWith("\nER  -\n")).toBe(true);
  });

  it("is RIS again, sign by sign, when it is copied or kept", () => {
    for (const paper of [full, bare, { ...bare, title: "ER  -" }]) {
      expect(risFromShown(shownRis(toRis(paper)))).toBe(toRis(paper));
    }
  });
});

describe("CSL-JSON", () => {
  /** Names from csl-data.json; it allows no others. */
  const itemFields = "type id title author issued genre publisher number DOI URL".split(" ");
  const nameFields = "family given non-dropping-particle suffix literal".split(" ");

  it("uses CSL's own fields, names in parts where they are certain", () => {
    const item = cslItem(full);
    expect(item).toEqual({
      id: "lovelace2026c2gspg",
      type: "article",
      title: "C²GSPG: 50% more calibration & αₜ — #1",
      author: [
        { family: "Lovelace", given: "Ada" },
        { family: "Berg", given: "Ludwig", "non-dropping-particle": "van der" },
        { family: "Writer", given: "Ben", suffix: "Jr." },
        { literal: "Acme, Research" },
        { literal: "王伟" },
      ],
      issued: { "date-parts": [[2026, 1, 9]] },
      genre: "preprint",
      publisher: "arXiv",
      number: "arXiv:2601.21611",
      DOI: "10.48550/arXiv.2601.21611",
      URL: "https://arxiv.org/abs/2601.21611",
    });
    expect(itemFields).toEqual(expect.arrayContaining(Object.keys(item)));
    const names = (item.author ?? []).flatMap((name) => Object.keys(name));
    expect(nameFields).toEqual(expect.arrayContaining(names));
  });

  it("is a list of one item, without what the lists do not tell", () => {
    expect(JSON.parse(toCslJson(bare))).toEqual([
      { id: "c2gspg", type: "article", title: "C²GSPG: 50% more calibration & αₜ — #1" },
    ]);
  });
});
