/** Breaks a text into lines of a width, as large as it may be set. */

/** Width of a text at a size, in pixels. */
export type Measure = (text: string, size: number) => number;

/** A text set in lines of one size. */
export interface Lines {
  readonly lines: readonly string[];
  /** In pixels. */
  readonly size: number;
}

/** Where and how large a text may be set. */
export interface Room {
  /** Pixels. */
  readonly width: number;
  /** Sizes to try, largest first, each with the lines it may take. */
  readonly sizes: readonly { readonly size: number; readonly most: number }[];
}

/** The text at the largest size that fits; at the smallest it ends in an ellipsis where it must. */
export function fitLines(text: string, { width, sizes }: Room, measure: Measure): Lines {
  for (const { size, most } of sizes) {
    const lines = balanced(text, width, (part) => measure(part, size));
    if (lines.length <= most) return { lines, size };
  }
  const { size, most } = sizes.at(-1) ?? { size: 16, most: 1 };
  const widthOf = (part: string): number => measure(part, size);
  const lines = breakLines(text, width, widthOf).slice(0, most);
  return { lines: [...lines.slice(0, -1), shortened(lines.at(-1) ?? "", width, widthOf)], size };
}

/** As few lines as the width allows, and these as even as the words allow. */
function balanced(text: string, width: number, widthOf: (text: string) => number): string[] {
  let lines = breakLines(text, width, widthOf);
  for (let narrower = 0.97; lines.length > 1 && narrower > 0.5; narrower -= 0.03) {
    const tried = breakLines(text, width * narrower, widthOf);
    if (tried.length > lines.length) break;
    lines = tried;
  }
  return lines;
}

function breakLines(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((each) => each !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    // A word that no line can hold is cut where it must be.
    const pieces = cutWord(word, width, widthOf);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
  }
  return line === "" ? lines : [...lines, line];
}

function cutWord(word: string, width: number, widthOf: (text: string) => number): string[] {
  const pieces = [""];
  for (const character of word) {
    const longer = (pieces.at(-1) ?? "") + character;
    if (widthOf(longer) <= width) pieces[pieces.length - 1] = longer;
    else pieces.push(character);
  }
  return pieces;
}

/** The line with an ellipsis, without the words that leave no room for it. */
function shortened(line: string, width: number, widthOf: (text: string) => number): string {
  let rest = line;
  const ended = (): string => `${rest.replace(/[\s,;:.]+$/, "")}…`;
  while (rest !== "" && widthOf(ended()) > width) {
    const space = rest.lastIndexOf(" ");
    rest = space > 0 ? rest.slice(0, space) : [...rest].slice(0, -1).join("");
  }
  return ended();
}
