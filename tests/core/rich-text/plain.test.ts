import { describe, expect, test } from "vitest";
import { parseRichText, toPlain, toSlugWords } from "../../../src/core/rich-text/index.ts";

const plain = (source: string): string => toPlain(parseRichText(source));

describe("toPlain", () => {
  test.each([
    // Formulas
    ["C$^2$GSPG", "C²GSPG"],
    ["$\\alpha$-DPO and \\(\\beta\\)", "α-DPO and β"],
    ["$O(n \\log n)$", "O(n log n)"],
    ["$\\mathcal{O}(\\sqrt{d/K})$", "O(√(d/K))"],
    ["$x_1$, $x_{i+1}$, $r_{\\max}$", "x₁, x_(i+1), r_max"],
    ["$\\mathbb{R}^{N\\times N}$", "ℝ^(N×N)"],
    ["$\\frac{1}{2}$ and $\\tilde{O}$", "1/2 and Õ"],
    ["$p<0.05$, 360$^\\circ$", "p < 0.05, 360°"],
    ["\\[ \\sum_{k=1}^K x_k \\]", "∑_(k=1)ᴷxₖ"],
    ["$29.5\\%$ of $1,000$", "29.5% of 1,000"],
    ["gain$\\unicode{x2014}$an", "gain—an"],
    ["$5%$ less", "5% less"],
    ["\\ensuremath{\\tau}-bench", "τ-bench"],
    ["10^{17} queries, (x + 1)^{-1}", "10¹⁷ queries, (x + 1)⁻¹"],
    ["mAP\\textsubscript{50}, PM\\textsuperscript{4}", "mAP₅₀, PM⁴"],
    ["{\\tau}-Bench, \\Psi, 50\\texttimes{} faster", "τ-Bench, Ψ, 50× faster"],
    // Escapes, quotes, dashes, ties
    ["32.70\\% \\& \\$5 \\#1 a\\_b \\{x\\}", "32.70% & $5 #1 a_b {x}"],
    ["``quotes'' and `one'", "“quotes” and ‘one’"],
    ["``mixed\" and ''both''", "“mixed” and “both”"],
    ["an LLM's view, 5'10''", "an LLM's view, 5'10''"],
    ["a -- b, 1--5, x---y, ----", "a – b, 1–5, x—y, ----"],
    ["models~(LLMs) of Table~1", "models (LLMs) of Table 1"],
    ["~80% of 15~71% in ~/data", "~80% of 15~71% in ~/data"],
    ["et al.\\ say 1\\,600", "et al. say 1 600"],
    // Accents and letters
    ['Schr\\"odinger, Schr\\"{o}dinger, Universit\\`a', "Schrödinger, Schrödinger, Università"],
    ['Erd\\H{o}s, \\v{C}ech, Gar\\c{c}on, na\\"{\\i}ve', "Erdős, Čech, Garçon, naïve"],
    ["S\\o ren, Stra\\ss e, \\L{}ukasz", "Søren, Straße, Łukasz"],
    // Groups
    ["\\emph{blind} \\textbf{bold} {\\em too} {\\bf x}", "blind bold too x"],
    ["\\underline{S}ampling with \\mbox{InfoAgent}", "Sampling with InfoAgent"],
    ["\\textcolor{red}{warning} {\\color{blue}4) x}", "warning 4) x"],
    ["GRPO\\xspace is, a \\vspace{1em} b", "GRPO is, a b"],
    ["code\\footnote{at this URL} here", "code (at this URL) here"],
    ['{BERT}, {G}raph, T{\\"u}bingen', "BERT, Graph, Tübingen"],
    ["a {snowy} photo of {class}", "a {snowy} photo of {class}"],
    ["\\SI{10}{\\second}, \\SI{0.07}{\\percent}", "10 s, 0.07%"],
    ["(\\eg, pooling), \\ie this", "(e.g., pooling), i.e. this"],
    // Citations and links
    ["work~\\citep{a2024, b} and \\cite[p.~3]{c}", "work [a2024, b] and [c, p.~3]"],
    ["Theorem~\\ref{thm:x}", "Theorem [thm:x]"],
    ["at \\href{this https URL}{project page}", "at project page"],
    ["at $\\href{this https URL}{\\text{here}}$.", "at here."],
    ["\\url{https://a.example/x\\_y}", "https://a.example/x_y"],
    // What is not understood
    ["We propose \\method, a", "We propose \\method, a"],
    ["\\methodname{} and \\kw{Tencent}", "\\methodname and \\kw{Tencent}"],
    ["(\\r{ho} = 0.34), TCR \\b{eta}", "(\\r{ho} = 0.34), TCR \\b{eta}"],
    ["\\textbf{never closed", "\\textbf{never closed"],
    ["$\\E(n)$ and $\\frac{1$", "$\\E(n)$ and $\\frac{1$"],
    ["open { and close }", "open { and close }"],
    ["C:\\data\\to\\alpha.txt", "C:\\data\\to\\alpha.txt"],
    ["^\\d+\\.txt$, \\w*", "^\\d+\\.txt$, \\w*"],
    ["ends in \\", "ends in \\"],
    // Markdown, HTML, odd characters
    ["**reWordBench** and *world simulators*", "reWordBench and world simulators"],
    ["A* and RRT* (MOA*), KID*100, 4 * 2", "A* and RRT* (MOA*), KID*100, 4 * 2"],
    ["`gpt-4o` or `AAPL' or `MSFT'", "gpt-4o or ‘AAPL’ or ‘MSFT’"],
    ["<script>alert(1)</script> &amp;", "<script>alert(1)</script> &amp;"],
    ["a\u0000b\u202Ec\ud800 d\n\te", "abc\ufffd d e"],
    ["مرحبا 你好 🙂", "مرحبا 你好 🙂"],
    ["", ""],
  ])("%s", (source, expected) => {
    expect(plain(source)).toBe(expected);
  });

  test("list items keep their sign or number", () => {
    const list = "We:\n\\begin{enumerate}\\item read \\item write\\end{enumerate} Done.";
    expect(plain(list)).toBe("We: 1. read 2. write Done.");
  });
});

describe("a dollar is money or a formula", () => {
  const kinds = (source: string): string[] =>
    parseRichText(source).children.flatMap((node) => (node.kind === "math" ? [node.tex] : []));

  test.each<[string, string[]]>([
    ["costs $5 and $10", []],
    ["from $2000 to $10000. Several studies", []],
    ["$5-$10, $0.10 to $0.50 per hour", []],
    ["just $4 per test", []],
    ["$5 for top_k and $10", []],
    ["100$/month or 200$/month", []],
    ["on HuggingFace$, enabling reproduction of our work ($n$)", ["n"]],
    ["only $200k, with $\\alpha$", ["\\alpha"]],
    ["from \\$500-\\$1000", []],
    ["$$ and $ $", []],
    ["$2$K to $700$K nodes", ["2", "700"]],
    ["8$\\times$7B, $\\sim$6%, $>$3", ["\\times", "\\sim", ">"]],
    ["$4.53$$\\times$", ["4.53", "\\times"]],
    ["($CFI = .995$, $p_{X^2} > .05$)", ["CFI = .995", "p_{X^2} > .05"]],
    ["${\\cal S}. $ This", ["{\\cal S}. "]],
    ["$ \\text{Zr}_{16} $ and $n$", [" \\text{Zr}_{16} ", "n"]],
    ["$(head, relation)$ pair", ["(head, relation)"]],
    ["$x \\text{ for all words that are in here}$", ["x \\text{ for all words that are in here}"]],
    ["$\\texttt{SEM-CTRL}$ and $\\mathbf{x}$", ["\\mathbf{x}"]],
    ["$(\\textbf{$\\texttt{CoGA}$})$", ["(\\textbf{$\\texttt{CoGA}$})"]],
    ["$$E = mc^2$$ and $a\n\nb$", ["E = mc^2"]],
    ["unbalanced $\\theta", []],
  ])("%s", (source, expected) => {
    expect(kinds(source)).toEqual(expected);
  });
});

describe("toSlugWords", () => {
  test.each([
    ["C$^2$GSPG: Policy Gradient", "c2gspg: policy gradient"],
    ["L$^2$M and D$^{2}$MoE", "l2m and d2moe"],
    ["$\\beta$-DPO, Param$Δ$", "beta-dpo, paramdelta"],
    ["$\\tau^2$-Bench", "tau2-bench"],
    ["Mixtral 8$\\times$7B", "mixtral 8x7b"],
    ["$\\ell_0$ and $r_{\\max}$", "l0 and rmax"],
    ["Schr\\\"odinger's Stra\\ss e", "schrodinger's strasse"],
    ["\\emph{Retro*}: R*", "retro*: r*"],
  ])("%s", (source, expected) => {
    expect(toSlugWords(parseRichText(source))).toBe(expected);
  });
});
