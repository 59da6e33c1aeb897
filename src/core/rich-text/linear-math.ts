/** Writes the tree that Temml makes of a formula in one line of Unicode. */
import { subscript, superscript } from "./scripts.ts";

/** What this file needs of a node of Temml's tree. */
export interface MathElement {
  readonly type?: string;
  readonly text?: string;
  readonly children?: readonly MathElement[];
  readonly attributes?: Readonly<Record<string, string>>;
}

const RELATION = /^[=<>≤≥≪≫≈∼≃≅≡≠∝∈∉⊂⊆⊃⊇→←⇒⇐↔⇔↦⟶⟵⟹⟺≜≔:=]{1,2}$/u;

const ACCENTS: ReadonlyMap<string, string> = new Map([
  ["~", "\u0303"],
  ["^", "\u0302"],
  ["ˆ", "\u0302"],
  ["‾", "\u0304"],
  ["¯", "\u0304"],
  ["→", "\u20d7"],
  ["˙", "\u0307"],
  ["¨", "\u0308"],
  ["ˇ", "\u030c"],
  ["˘", "\u0306"],
  ["´", "\u0301"],
  ["`", "\u0300"],
]);

/** The formula in one line: fractions with a slash, scripts as Unicode has them, else `^( )`. */
export function linearMath(tree: MathElement): string {
  return write(tree)
    .replace(/([([{/]) /g, "$1")
    .replace(/ ([)\]},])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

function write(node: MathElement): string {
  const children = node.children ?? [];
  const part = (index: number): string => write(children[index] ?? {});
  switch (node.type) {
    case undefined:
      return node.text === undefined ? children.map(write).join("") : readable(node.text);
    case "mspace":
      return /^0?\.?0*[1-9]/.test(node.attributes?.["width"] ?? "") ? " " : "";
    case "mo": {
      const sign = children.map(write).join("");
      return RELATION.test(sign) ? ` ${sign} ` : sign;
    }
    case "mphantom":
    case "annotation":
      return "";
    case "msup":
      return part(0).trimEnd() + superscript(tight(part(1)));
    case "msub":
    case "munder":
      return part(0).trimEnd() + subscript(tight(part(1)));
    case "msubsup":
    case "munderover":
      return part(0).trimEnd() + subscript(tight(part(1))) + superscript(tight(part(2)));
    case "mover":
      return over(part(0), part(1).trim());
    case "mfrac":
      return `${operand(part(0).trim())}/${operand(part(1).trim())}`;
    case "msqrt":
      return `√${operand(children.map(write).join("").trim())}`;
    case "mroot":
      return `${superscript(part(1).trim())}√${operand(part(0).trim())}`;
    case "mtr":
      return children.map((cell) => write(cell).trim()).join(" ");
    case "mtable":
      return children.map(write).join("; ");
    default:
      return children.map(write).join("");
  }
}

/** Scripts have no space around relations: `∑_(k=1)`. */
function tight(script: string): string {
  return script.replace(/ ?([=<>≤≥≈∼≡≠∝∈∉⊂⊆→←:]) ?/gu, "$1").trim();
}

function over(base: string, accent: string): string {
  const sign = ACCENTS.get(accent);
  if (sign === undefined) return accent === "" ? base : base + superscript(accent);
  return [...base].length === 1 ? (base + sign).normalize("NFC") : base;
}

function operand(text: string): string {
  return /^[\p{L}\p{N}\p{M}.∞]*$/u.test(text) ? text : `(${text})`;
}

/** Letters of the mathematical alphabets as letters; ℝ, ℕ and their like stay. */
function readable(text: string): string {
  return text
    .replace(/[\u{1d400}-\u{1d7ff}ℬℰℱℋℐℒℳℛℯℊℴℭℌℑℨ]/gu, (letter) => letter.normalize("NFKC"))
    .replace(/[\u2061-\u2064\u200b]/g, "")
    .replace(/∗/g, "*");
}
