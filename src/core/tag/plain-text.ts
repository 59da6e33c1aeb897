/**
 * Reading text past its TeX. A name may have mark-up in the middle (`C$^2$GSPG`, `\textbf{GR}PO`), so
 * the tagger reads a plain form in which each character knows where it stood in the source.
 */

/** Plain characters of a source text with, for each of them, its index in that source. */
export interface PlainText {
  /** The text without mark-up. */
  readonly text: string;
  /** For UTF-16 unit `i` of `text`, the index of the unit of the source it came from; `null`: `i`. */
  readonly at: readonly number[] | null;
}

/** Commands whose argument is a reference, not words. */
const dropped = new Set(["cite", "citep", "citet", "ref", "label", "footnote", "footnotemark"]);

/** Commands that only change the look of what follows: the name is dropped, the argument stays. */
const look = new Set(
  (
    "textbf textit texttt textsc textsf textrm textsuperscript textsubscript textcolor text emph " +
    "underline uline mbox hbox bf it tt sc rm em mathbf mathrm mathit mathcal mathbb mathsf mathtt " +
    "boldsymbol operatorname left right big Big url href xspace ensuremath left right displaystyle"
  ).split(" "),
);

const isLetter = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/**
 * Reads `source` past its TeX in one pass: braces, dollars, `^`, `_` vanish, look-changing commands
 * leave their argument, `\alpha` reads as "alpha", references vanish, `~` is a space. Text without
 * TeX comes back as it is.
 */
export function readPlain(source: string): PlainText {
  if (!/[\\${}^_~]/.test(source)) return { text: source, at: null };
  const at: number[] = [];
  let text = "";
  const put = (what: string, index: number): void => {
    text += what;
    for (let i = 0; i < what.length; i += 1) at.push(index);
  };
  let inMath = false;
  let lastClose = 0;
  for (let i = 0; i < source.length; i += 1) {
    const char = source.charAt(i);
    if (char === "\\") {
      let end = i + 1;
      while (end < source.length && isLetter(source.charCodeAt(end))) end += 1;
      const name = source.slice(i + 1, end);
      if (name === "") {
        // An escaped sign (`\%`) or a line break (`\\`).
        const next = source.charAt(i + 1);
        if (next !== "" && next !== "\\" && next !== "/") put(next === "," ? " " : next, i + 1);
        i += 1;
        continue;
      }
      if (dropped.has(name)) {
        // Once no brace closes any more, none is looked for again: time stays linear.
        if (source.charAt(end) === "{" && lastClose !== -1) lastClose = source.indexOf("}", end);
        const closes = source.charAt(end) === "{" && lastClose !== -1;
        put(" ", i);
        i = closes ? lastClose : end - 1;
        continue;
      }
      if (!look.has(name)) {
        for (let k = 0; k < name.length; k += 1) put(name.charAt(k), i + 1 + k);
        if (source.charAt(end) === " " && inMath) put(" ", end);
      }
      // A space after a command only ends its name.
      i = source.charAt(end) === " " && look.has(name) ? end : end - 1;
      continue;
    }
    if (char === "$") {
      inMath = !inMath;
      continue;
    }
    if (char === "{" || char === "}") continue;
    if ((char === "^" || char === "_") && (inMath || source.charAt(i + 1) === "{")) continue;
    put(char === "~" ? " " : char, i);
  }
  return { text, at };
}
