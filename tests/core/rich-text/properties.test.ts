import fc from "fast-check";
import { defaultTreeAdapter, parseFragment } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";
import { describe, expect, test } from "vitest";
import {
  parseRichText,
  toHtml,
  toHtmlBlocks,
  toPlain,
  toSlugWords,
  toTex,
} from "../../../src/core/rich-text/index.ts";
import type { Mark, RichNode } from "../../../src/core/rich-text/index.ts";

const HTML = new Set("a code em mark s span strong sub sup u".split(" "));
const MATHML = new Set(
  (
    "math mrow mi mn mo mtext mspace msup msub msubsup mover munder munderover mfrac msqrt mroot " +
    "mtable mtr mtd mstyle mpadded mphantom menclose mmultiscripts mprescripts merror"
  ).split(" "),
);
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ["href", "rel"],
  code: ["class"],
  mark: ["class", "data-mark"],
  span: ["class"],
};

const WORDS = ["kiwi", "mango", "papaya", "quince", "tamarind"] as const;
const SYNTAX = [
  ...Array.from("{}$\\*`'\"-~^_&%#<>[]()!.,:;/0 \n\t\r"),
  ...("\u0000\u000b\u0085\u00a0\u202e\ufdd0\ud83d\ude42\ud800é字α".match(/[^]/g) ?? []),
  "\n\n",
  "$$",
  "\\(",
  "\\)",
  "\\[",
  "\\]",
  "\\\\",
  "**",
  "``",
  "''",
  "--",
  "---",
  "\\textbf{",
  "\\emph{",
  "\\texttt{",
  "{\\em ",
  "\\footnote{",
  "\\cite{",
  "\\citep[",
  "\\href{",
  "\\href{https://a.example/x}{",
  "\\url{",
  "\\method",
  "\\alpha",
  "\\mathcal{",
  "\\frac{1}{",
  "\\'e",
  '\\"{',
  "\\SI{",
  "\\begin{itemize}",
  "\\item ",
  "\\end{itemize}",
  "\\begin{align}",
  "\\end{align}",
  "\\left(",
  "\\sqrt{",
  "\\text{",
  "https://",
  "https://b.example/",
  "javascript:",
  "<script>",
  "C:\\",
] as const;

const messy = fc
  .array(fc.oneof(fc.constantFrom(...SYNTAX), fc.constantFrom(...WORDS)), { maxLength: 40 })
  .map((parts) => parts.join(""));
const anything = fc.oneof(messy, fc.string({ unit: "binary", maxLength: 60 }));
const marks: fc.Arbitrary<Mark[]> = fc.array(
  fc.record({
    start: fc.integer({ min: -3, max: 120 }),
    end: fc.integer({ min: -3, max: 120 }),
    id: fc.constantFrom("a", "b", "c"),
  }),
  { maxLength: 5 },
);

/** Parses as a browser would; an error of the parser is an error of the test. */
function parsed(html: string): DefaultTreeAdapterTypes.DocumentFragment {
  const errors: string[] = [];
  const fragment = parseFragment(html, {
    onParseError: ({ code }) => {
      errors.push(code);
    },
    sourceCodeLocationInfo: true,
  });
  expect(errors).toEqual([]);
  return fragment;
}

function* elements(node: DefaultTreeAdapterTypes.Node): Generator<DefaultTreeAdapterTypes.Element> {
  for (const child of "childNodes" in node ? node.childNodes : []) {
    if (defaultTreeAdapter.isElementNode(child)) yield child;
    yield* elements(child);
  }
}

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

/** The five words as the text holds them, however their letters are dressed. */
const words = (text: string): string[] =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .match(/kiwi|mango|papaya|quince|tamarind/g) ?? [];

/** Every node lies inside the one around it and behind the one before it. */
function expectOrdered(nodes: readonly RichNode[], start: number, end: number): void {
  let at = start;
  for (const node of nodes) {
    expect(node.start).toBeGreaterThanOrEqual(at);
    expect(node.end).toBeGreaterThanOrEqual(node.start);
    expect(node.end).toBeLessThanOrEqual(end);
    if ("children" in node) expectOrdered(node.children, node.start, node.end);
    at = node.end;
  }
}

describe("whatever the text", () => {
  test("HTML is balanced phrasing content of known elements and attributes", () => {
    fc.assert(
      fc.property(anything, marks, (source, over) => {
        const html = toHtml(parseRichText(source), { marks: over });
        const fragment = parsed(`<p>${html}</p>`);
        expect(fragment.childNodes).toHaveLength(1);
        for (const element of elements(fragment.childNodes[0] as DefaultTreeAdapterTypes.Element)) {
          const isMath = element.namespaceURI.endsWith("MathML");
          expect(isMath ? MATHML : HTML).toContain(element.tagName);
          expect(element.sourceCodeLocation?.endTag).toBeDefined();
          if (isMath) {
            for (const { name } of element.attrs) expect(name).not.toMatch(/^on|href|^id$/);
            continue;
          }
          for (const { name, value } of element.attrs) {
            expect(ATTRIBUTES[element.tagName]).toContain(name);
            if (name === "href") expect(value).toMatch(/^https?:\/\/[^\s"<>]+$/i);
          }
          const inner = [...elements(element)].map(({ tagName }) => tagName);
          if (element.tagName === "a") expect(inner).not.toContain("a");
          if (element.tagName === "mark") expect(inner).not.toContain("mark");
        }
      }),
      { numRuns: 600 },
    );
  });

  test("blocks are paragraphs and nothing else", () => {
    fc.assert(
      fc.property(anything, marks, (source, over) => {
        for (const child of parsed(toHtmlBlocks(parseRichText(source), { marks: over }))
          .childNodes) {
          expect(["p", "#text"]).toContain(child.nodeName);
          if (child.nodeName === "#text") expect(textOf(child).trim()).toBe("");
        }
      }),
      { numRuns: 300 },
    );
  });

  test("marks add nothing but mark elements", () => {
    fc.assert(
      fc.property(anything, marks, (source, over) => {
        const text = parseRichText(source);
        const without = toHtml(text, { marks: over }).replace(/<\/?mark\b[^>]*>/g, "");
        expect(without.trim()).toBe(toHtml(text));
      }),
      { numRuns: 300 },
    );
  });

  test("no word is lost, in any rendering", () => {
    fc.assert(
      fc.property(messy, (source) => {
        const text = parseRichText(source);
        const expected = words(source);
        expect(words(textOf(parsed(toHtml(text))))).toEqual(expected);
        expect(words(textOf(parsed(toHtmlBlocks(text))))).toEqual(expected);
        expect(words(toPlain(text))).toEqual(expected);
        expect(words(toTex(text)).length).toBeGreaterThanOrEqual(expected.length);
      }),
      { numRuns: 1500 },
    );
  });

  test("text without syntax is itself in every rendering", () => {
    const calm = fc
      .array(fc.constantFrom(...WORDS, ...Array.from("0123456789 ,.;:!?()é字α🙂<>&")), {
        maxLength: 30,
      })
      .map((parts) => parts.join("").trim());
    fc.assert(
      fc.property(calm, (source) => {
        const text = parseRichText(source);
        expect(textOf(parsed(toHtml(text)))).toBe(source);
        expect(toPlain(text)).toBe(source.replace(/\s+/g, " "));
      }),
    );
  });

  test("spans are nested, ordered and inside the source; verbatim text is the source", () => {
    const check = (nodes: readonly RichNode[], source: string): void => {
      for (const node of nodes) {
        if (node.kind === "raw" || (node.kind === "text" && node.verbatim)) {
          expect(source.slice(node.start, node.end)).toBe(node.value);
        }
        if ("children" in node) check(node.children, source);
      }
    };
    fc.assert(
      fc.property(anything, (source) => {
        const { children } = parseRichText(source);
        expectOrdered(children, 0, source.length);
        check(children, source);
      }),
      { numRuns: 600 },
    );
  });

  test("TeX is balanced and plain text is one well-formed line", () => {
    fc.assert(
      fc.property(anything, (source) => {
        const text = parseRichText(source);
        const bare = toTex(text).replace(/\\[^]/g, "");
        let depth = 0;
        for (const brace of bare.match(/[{}]/g) ?? []) {
          depth += brace === "{" ? 1 : -1;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        for (const line of [toPlain(text), toSlugWords(text)]) {
          expect(line.isWellFormed()).toBe(true);
          expect(line).not.toMatch(/[\n\r\t]/);
        }
      }),
      { numRuns: 600 },
    );
  });

  test.each(["{", "}", "$", "\\", "\\textbf{", "{\\em ", "*a ", "`", "$x$ ", "\\(", "http://"])(
    "two hundred thousand characters of %j are read",
    (piece) => {
      const source = piece.repeat(Math.ceil(200_000 / piece.length));
      const text = parseRichText(source);
      expect(toHtml(text)).not.toBe("");
      expect(toPlain(text)).not.toBe("");
    },
  );

  test("what is nested too deep is shown as source", () => {
    const source = "\\emph{".repeat(2000) + "kiwi" + "}".repeat(2000);
    expect(toPlain(parseRichText(source))).toContain("\\emph{kiwi}");
  });
});
