import { describe, expect, test } from "vitest";
import { parseRichText, toTex } from "../../../src/core/rich-text/index.ts";

describe("toTex", () => {
  test.each([
    ["50% & more_less #1 $5", "50\\% \\& more\\_less \\#1 \\$5"],
    ["50\\% \\& a\\_b", "50\\% \\& a\\_b"],
    ["C$^2$GSPG and \\(\\alpha\\)", "C$^2$GSPG and $\\alpha$"],
    ["$5%$", "$5\\%$"],
    ["``on'' -- Table~1", "``on'' -- Table~1"],
    ["\\emph{a} **b** {\\tt c}", "\\emph{a} \\textbf{b} \\texttt{c}"],
    ["\\method is", "\\textbackslash{}method is"],
    ["open { here", "open \\{ here"],
    ["$\\frac{1$", "\\$\\textbackslash{}frac\\{1\\$"],
    ["x ^ ~5", "x \\textasciicircum{} \\textasciitilde{}5"],
    ["https://a.example/x_y", "\\href{https://a.example/x\\_y}{https://a.example/x\\_y}"],
    ['Schr\\"odinger\\footnote{cat}', "Schrödinger (cat)"],
  ])("%s", (source, expected) => {
    expect(toTex(parseRichText(source))).toBe(expected);
  });
});
