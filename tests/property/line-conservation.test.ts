/** Whatever a seed holds, reading it never throws, loses no line, and does not depend on order. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formats } from "../../src/core/formats/recognise.ts";
import { decode } from "../../src/core/source.ts";
import { corpusFrom } from "../core/corpus-from.ts";

/** Lines that mean something to one of the formats, and lines that mean nothing. */
const line = fc.oneof(
  fc.constantFrom(
    "", "", "---", "----  ", "# A Title", "# ", "## Not an entry", "**Authors**: Ada Author, Ben",
    "**Authors**:", "**Link**: [PDF](https://arxiv.org/pdf/2601.00001)", "**Link**: nowhere",
    "**Abstract**: It is one.", "**Abstract**:", "**Title (ZH)**: 标题", "**Abstract (ZH)**: 摘要",
    "**Comments**: 3", "Daily Papers", "Subscribe", "May 20", "  • 7 authors", "·", "May 18 1",
    "Jul 22, 2025", "Feb 30", "nex-agi Nex AGI", "A sentence that ends.",
    `A long paragraph. ${"It goes on. ".repeat(40)}`,
  ),
  fc.string({ maxLength: 40 }).map((text) => text.replace(/[\r\n]/g, " ")),
); // prettier-ignore

const seedText = fc.array(line, { maxLength: 60 }).map((lines) => lines.join("\n"));

describe("line conservation", () => {
  for (const format of formats) {
    it(`holds for any text read as ${format.label}`, () => {
      fc.assert(
        fc.property(seedText, (text) => {
          const { source } = decode({ path: "a", bytes: new TextEncoder().encode(text) });
          const { ledger, diagnostics } = format.parse(source);
          const counts = ledger.counts();
          const filled = source.lines.filter(({ isBlank }) => !isBlank).length;
          expect(counts.unaccounted).toBe(0);
          expect(counts.field + counts.furniture + counts.diagnostic).toBe(filled);
          // A line can only be set aside when the report says something.
          if (counts.diagnostic > 0) expect(diagnostics.length).toBeGreaterThan(0);
        }),
        { numRuns: 500 },
      );
    });
  }

  it("keeps every word of a digest's abstract", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 8 }),
        (lines) => {
          const abstract = lines
            .map((text) => text.replace(/[\r\n]/g, " "))
            .join("\n")
            .trim();
          fc.pre(abstract !== "" && !/^(?:#|-{3}|\*\*)/m.test(abstract));
          const text = `# T\n**Authors**: A\n**Link**: x\n**Abstract**: ${abstract}\n---\n`;
          expect(corpusFrom({ "a.txt": text }).corpus.papers[0]?.abstract).toBe(abstract);
        },
      ),
    );
  });
});

describe("a corpus", () => {
  it("is the same whatever the order in which its files were found", () => {
    fc.assert(
      fc.property(fc.array(seedText, { minLength: 2, maxLength: 4 }), (texts) => {
        const named = texts.map((text, index): [string, string] => [
          `list-${String(index)}.txt`,
          text,
        ]);
        const { corpus, diagnostics } = corpusFrom(Object.fromEntries(named));
        const reversed = corpusFrom(Object.fromEntries([...named].reverse()));
        expect(reversed.corpus).toEqual(corpus);
        expect(reversed.diagnostics).toEqual(diagnostics);
      }),
      { numRuns: 200 },
    );
  });

  it("comes from any bytes at all", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(corpusFrom({ "a.txt": bytes }).ledger.lines.unaccounted).toBe(0);
      }),
    );
  });
});
