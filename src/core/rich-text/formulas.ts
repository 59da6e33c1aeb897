/** Formulas through Temml: as MathML and as a line of Unicode. */
import temml from "temml";
import { displayable } from "./characters.ts";
import { linearMath } from "./linear-math.ts";
import type { MathElement } from "./linear-math.ts";
import { type TemmlNode, writeMathMl } from "./mathml.ts";

const OPTIONS = {
  throwOnError: true,
  trust: false,
  xml: false,
  annotate: false,
  maxSize: [10, 10] as [number, number],
  maxExpand: 200,
};

// Definitions could run away, labels would repeat element ids, and addresses are not for formulas.
const REFUSED =
  /\\(?:[gex]?def|let|futurelet|global|(?:re|provide)?newcommand|providecommand|label|tag|ref|eqref|href|url|includegraphics|id|class|data|style)(?![A-Za-z])/;

/** MathML of a formula (of a long one in a sentence, several elements), or `null` when Temml does not understand it. Never throws. */
export function mathMl(tex: string, display: boolean): string | null {
  const readable = readableByTemml(tex);
  if (readable === null) return null;
  try {
    const options = { ...OPTIONS, displayMode: display };
    return writeMathMl(temml.__renderToMathMLTree(readable, options) as TemmlNode, display);
  } catch {
    return null;
  }
}

/** A formula in one line of Unicode (`x^2` as `x²`), or `null`. Never throws. */
export function unicodeMath(tex: string, display: boolean): string | null {
  const readable = readableByTemml(tex);
  if (readable === null) return null;
  try {
    const options = { ...OPTIONS, displayMode: display };
    return linearMath(temml.__renderToMathMLTree(readable, options) as MathElement);
  } catch {
    return null;
  }
}

/** A number as people put it between dollars (`5`, `1,000`, `29.5\%`), without TeX; else `null`. */
export function plainNumber(tex: string): string | null {
  const found = /^\s{0,9}([-+]?)(\d{1,9}(?:[.,]\d{1,9}){0,5})(\\?%)?\s{0,9}$/.exec(tex);
  if (found === null) return null;
  const sign = found[1] === "-" ? "\u2212" : (found[1] ?? "");
  return `${sign}${found[2] ?? ""}${found[3] === undefined ? "" : "%"}`;
}

/** TeX that says the same in the dialect of Temml; `null` for what it must not see. */
function readableByTemml(tex: string): string | null {
  if (REFUSED.test(tex)) return null;
  return (
    displayable(tex)
      // In a title `%` is a percent sign, not the start of a comment.
      .replace(/\\[^]|%/g, (found) => (found === "%" ? "\\%" : found))
      .replace(/\\unicode\{x([0-9A-Fa-f]{1,5})\}/g, '\\char"$1 ')
      .replace(/\\(?:ensuremath|mathds)(?![A-Za-z])/g, (name) =>
        name === "\\mathds" ? "\\mathbb" : "",
      )
      .replace(/\\xspace(?![A-Za-z])/g, "")
      .replace(/\\(?:mbox|hbox|textsc|emph)(?=\s*\{)/g, "\\text")
      .replace(/\\textunderscore(?![A-Za-z])/g, "\\_")
  );
}
