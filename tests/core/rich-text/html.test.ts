import { describe, expect, test } from "vitest";
import { parseRichText, toHtml, toHtmlBlocks } from "../../../src/core/rich-text/index.ts";
import type { Mark } from "../../../src/core/rich-text/index.ts";

const html = (source: string): string => toHtml(parseRichText(source));

describe("toHtml", () => {
  test.each([
    ["a < b & \"c\" 'd'", "a &lt; b &amp; &quot;c&quot; &#39;d&#39;"],
    ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
    ["&amp;", "&amp;amp;"],
    ["\\emph{a \\textbf{b}}", "<em>a <strong>b</strong></em>"],
    ["{\\bf b} \\texttt{--x ~y}", "<strong>b</strong> <code>--x ~y</code>"],
    [
      "\\textsc{Sc} \\underline{u} \\sout{s}",
      '<span class="small-caps">Sc</span> <u>u</u> <s>s</s>',
    ],
    ["x\\textsuperscript{2}_{i}", "x<sup>2</sup><sub>i</sub>"],
    ["x\\footnote{y}", 'x <span class="note">(y)</span>'],
    ["$\\alpha$", "<math><mi>α</mi></math>"],
    ["$29\\%$", "29%"],
    ["$\\texttt{SEM-CTRL}$: \\mathsf{Q}", "<code>SEM-CTRL</code>: Q"],
    ["\\cite{a,b}", '<span class="citation">[a,b]</span>'],
    ["\\method{}: x", '<code class="tex">\\method</code>: x'],
    ["$\\E(n)<1$", '<code class="tex">$\\E(n)&lt;1$</code>'],
    ["**b** *i* `c`", "<strong>b</strong> <em>i</em> <code>c</code>"],
    ["a~(b)", "a\u00a0(b)"],
    ["One.\n\nTwo.", "One. Two."],
  ])("%s", (source, expected) => {
    expect(html(source)).toBe(expected);
  });

  test("displayed formulas are block MathML", () => {
    expect(html("$$x$$")).toMatch(/^<math display="block"[^>]*>.*<\/math>$/);
    expect(html("\\begin{align}a&=b\\\\c&=d\\end{align}")).toContain("<mtable");
  });

  test("a long formula of a sentence is cut behind operators, a short one and a display are not", () => {
    const count = (source: string): number => html(source).split("<math").length - 1;
    expect(count("$a + b = c$")).toBe(1);
    expect(count("$$L(x) = f(x_1) + f(x_2) + f(x_3) + f(x_4)$$")).toBe(1);
    const cut = html("$L(x) = f(x_1) + f(x_2) + f(x_3) - f(x_4)$");
    expect(cut.split("</math>").map((piece) => piece.replace(/<[^>]+>/g, ""))).toEqual([
      "L(x)=",
      "f(x1)+",
      "f(x2)+",
      "f(x3)−",
      "f(x4)",
      "",
    ]);
    expect(cut).toContain('<mo form="infix">+</mo></mrow></math>');
  });

  test("what Temml says in inline styles is said in classes and attributes", () => {
    const source =
      "$$\\hat x \\! y \\color{red} z \\begin{array}{c|c}a&b\\\\\\hline c&d\\end{array} \\begin{cases}a&b\\end{cases}$$";
    const written = html(source);
    expect(written).toContain('scriptlevel="0"');
    expect(written).toContain('class="tml-back"');
    expect(written).toContain('mathcolor="#ff0000"');
    expect(written).toContain("tml-line-right");
    expect(written).not.toContain("style=");
  });

  test("a formula cannot define, link, label or load anything", () => {
    for (const tex of [
      "\\def\\a{\\a\\a}\\a",
      "x+\\href{javascript:alert(1)}{x}",
      "\\label{top} x",
      "\\includegraphics{https://evil.example/x.png}",
      "\\style{position:fixed}{x}",
    ]) {
      expect(html(`so $${tex} = y$`)).toMatch(/^so <code class="tex">\$/);
    }
  });
});

describe("links", () => {
  const link = (href: string, text: string): string =>
    `<a href="${href}" rel="nofollow noopener">${text}</a>`;

  test.each([
    ["see https://a.example/b.", `see ${link("https://a.example/b", "https://a.example/b")}.`],
    ["athttps://a.example/b_c", `at${link("https://a.example/b_c", "https://a.example/b_c")}`],
    [
      "(https://a.example/x_(y))",
      `(${link("https://a.example/x_(y)", "https://a.example/x_(y)")})`,
    ],
    ["https://a.example/x\\_y", link("https://a.example/x_y", "https://a.example/x_y")],
    [
      "https://a.example/?a=1&b=2",
      link("https://a.example/?a=1&amp;b=2", "https://a.example/?a=1&amp;b=2"),
    ],
    ["\\url{https://a.example/~u}", link("https://a.example/~u", "https://a.example/~u")],
    ["\\href{https://a.example}{\\emph{here}}", link("https://a.example", "<em>here</em>")],
    [
      "\\href{https://a.example}{at https://b.example}",
      link("https://a.example", "at https://b.example"),
    ],
    ["https://github. com/x", "https://github. com/x"],
    ["https://bank.example@evil.example/", "https://bank.example@evil.example/"],
    ["\\url{this https URL}", "this https URL"],
    ["\\url{javascript:alert(1)}", "javascript:alert(1)"],
  ])("%s", (source, expected) => {
    expect(html(source)).toBe(expected);
  });

  test("a script address is shown as source", () => {
    const found = html("\\href{javascript:alert(1)}{click \\emph{me}}");
    expect(found).not.toContain("<a");
    expect(found).toContain("javascript:alert(1)");
    expect(found).toContain("click <em>me</em>");
  });

  test("links can be left out, where the result goes into a link", () => {
    const text = parseRichText("\\href{https://a.example}{here} https://b.example/");
    expect(toHtml(text, { links: false })).toBe("here https://b.example/");
  });
});

describe("marks", () => {
  const marked = (source: string, ...marks: Mark[]): string =>
    toHtml(parseRichText(source), { marks });
  const over = (source: string, part: string, more: Omit<Mark, "start" | "end"> = {}): Mark => {
    const start = source.indexOf(part);
    return { start, end: start + part.length, ...more };
  };

  test("wrap the source span, with id and class", () => {
    const source = "uses GRPO here";
    expect(marked(source, over(source, "GRPO", { id: "grpo", className: "tag hue-2" }))).toBe(
      'uses <mark class="tag hue-2" data-mark="grpo">GRPO</mark> here',
    );
  });

  test("are split where an element begins or ends", () => {
    const source = "on \\emph{policy} distillation";
    expect(marked(source, over(source, "policy} distill"))).toBe(
      "on <em><mark>policy</mark></em><mark> distill</mark>ation",
    );
  });

  test("take a formula, and a replaced character, as a whole", () => {
    expect(marked("C$^2$GSPG", { start: 0, end: 4 })).toMatch(
      /^<mark>C<math>.*<\/math><\/mark>GSPG$/,
    );
    expect(marked("a -- b", { start: 3, end: 4 })).toBe("a <mark>–</mark> b");
  });

  test("carry all ids where they overlap", () => {
    expect(marked("abcdef", { start: 0, end: 4, id: "x" }, { start: 2, end: 6, id: "y" })).toBe(
      '<mark data-mark="x">ab</mark><mark data-mark="x y">cd</mark><mark data-mark="y">ef</mark>',
    );
  });

  test("stay one element over pieces of one stretch", () => {
    const source = "``on-policy'' -- x";
    expect(marked(source, { start: 0, end: source.length, id: "a" })).toBe(
      '<mark data-mark="a">“on-policy” – x</mark>',
    );
  });

  test("that make no sense are ignored", () => {
    const wrong = [
      { start: 2, end: 2 },
      { start: 3, end: 1 },
      { start: NaN, end: 2 },
      { start: 90, end: 99 },
    ];
    expect(marked("abc", ...wrong)).toBe("abc");
    expect(marked("abc", { start: -5, end: 1 })).toBe("<mark>a</mark>bc");
  });

  test("never cut a character in two, and escape what they are given", () => {
    expect(marked("🙂x", { start: 1, end: 3, id: '"><b>' })).toBe(
      '<mark data-mark="&quot;&gt;&lt;b&gt;">🙂x</mark>',
    );
  });
});

describe("toHtmlBlocks", () => {
  const blocks = (source: string): string => toHtmlBlocks(parseRichText(source));

  test.each([
    ["one paragraph", "<p>one paragraph</p>"],
    ["One.\n\nTwo\nlines.", "<p>One.</p>\n<p>Two\nlines.</p>"],
    ["A sentence.\nThe next.", "<p>A sentence.</p>\n<p>The next.</p>"],
    ["Two things:\n- one\n- two", "<p>Two things:<br>- one<br>- two</p>"],
    ["wrapped at\nsome\nwidth. And\nagain.\nSo", "<p>wrapped at\nsome\nwidth. And\nagain.\nSo</p>"],
    ["a\\\\ b", "<p>a<br>b</p>"],
    ["\\\\server\\share", '<p>\\\\server<code class="tex">\\share</code></p>'],
    [
      "We \\begin{itemize} \\item read \\item write \\end{itemize} now",
      "<p>We</p>\n<p>• read<br>• write</p>\n<p>now</p>",
    ],
    ["a\n\n---\n\nb", "<p>a</p>\n<p>—</p>\n<p>b</p>"],
    ["\\emph{a\n\nb}", "<p><em>a\n\nb</em></p>"],
    [" \n ", ""],
  ])("%j", (source, expected) => {
    expect(blocks(source)).toBe(expected);
  });

  test("a mark over two paragraphs is closed in the first and opened again", () => {
    const text = parseRichText("One.\n\nTwo.");
    expect(toHtmlBlocks(text, { marks: [{ start: 1, end: 9 }] })).toBe(
      "<p>O<mark>ne.</mark></p>\n<p><mark>Two</mark>.</p>",
    );
  });
});
