/** Rich text as readable Unicode, for `<title>`, descriptions, feeds and search. */
import { displayable } from "./characters.ts";
import { plainNumber, unicodeMath } from "./formulas.ts";
import { subscript, superscript } from "./scripts.ts";
import type { RichNode, RichText } from "./tree.ts";

/**
 * The text in one line of Unicode: `C$^2$GSPG` gives `C²GSPG`, `$\alpha$` gives `α`, quotes and
 * dashes are typographic, white space is folded. Formulas that Temml refuses and unknown macros
 * appear as their source. Never throws.
 */
export function toPlain(text: RichText): string {
  return displayable(text.children.map((node) => write(node, text.source)).join(""))
    .replace(/\s+/g, " ")
    .trim()
    .normalize("NFC");
}

function write(node: RichNode, source: string): string {
  switch (node.kind) {
    case "text":
    case "raw":
      return node.value;
    case "break":
      return " ";
    case "citation":
      return `[${node.keys}]`;
    case "math":
      return (
        plainNumber(node.tex) ??
        unicodeMath(node.tex, node.display) ??
        source.slice(node.start, node.end)
      );
    case "link":
      return node.children.map((child) => write(child, source)).join("");
    case "group": {
      const inside = node.children.map((child) => write(child, source)).join("");
      if (node.style === "superscript") return superscript(inside);
      if (node.style === "subscript") return subscript(inside);
      return node.style === "note" ? ` (${inside.trim()})` : inside;
    }
  }
}
