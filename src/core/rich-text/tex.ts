/** Rich text as TeX that BibTeX and LaTeX accept. */
import { pairBraces } from "./braces.ts";
import { displayable } from "./characters.ts";
import type { GroupStyle, RichNode, RichText } from "./tree.ts";

const COMMANDS: Readonly<Record<Exclude<GroupStyle, "note">, string>> = {
  emphasis: "emph",
  strong: "textbf",
  code: "texttt",
  "small-caps": "textsc",
  underline: "underline",
  strike: "sout",
  superscript: "textsuperscript",
  subscript: "textsubscript",
};

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ...Array.from("&%#_${}").map((character) => [character, `\\${character}`] as const),
  ["\\", "\\textbackslash{}"],
  ["~", "\\textasciitilde{}"],
  ["^", "\\textasciicircum{}"],
  ["\u00a0", "~"],
  ["\u202f", "\\,"],
  ["–", "--"],
  ["—", "---"],
  ["“", "``"],
  ["”", "''"],
  ["‘", "`"],
  ["’", "'"],
  ["…", "\\ldots{}"],
]);

/**
 * The text for a BibTeX field: special characters are escaped, formulas kept, white space folded.
 * Braces are always balanced and no macro is used that LaTeX does not know (`\sout` needs ulem,
 * `\href` hyperref), so unknown macros appear as text. Letters beyond ASCII stay (Biber and any
 * engine of today read UTF-8). Never throws.
 */
export function toTex(text: RichText): string {
  return writeAll(text.children, text.source).replace(/\s+/g, " ").trim();
}

function writeAll(nodes: readonly RichNode[], source: string): string {
  return nodes.map((node) => write(node, source)).join("");
}

function write(node: RichNode, source: string): string {
  switch (node.kind) {
    case "text":
    case "raw":
      return escapeTex(node.value);
    case "break":
      return " ";
    case "citation":
      return escapeTex(`[${node.keys}]`);
    case "math":
      if (!isContained(node.tex)) return escapeTex(source.slice(node.start, node.end));
      return node.display ? `\\[${escapePercent(node.tex)}\\]` : `$${escapePercent(node.tex)}$`;
    case "link": {
      const address = node.href.replace(/[%#&_~\\{}]/g, (sign) =>
        sign === "~" ? "~" : `\\${sign}`,
      );
      return `\\href{${address}}{${writeAll(node.children, source)}}`;
    }
    case "group":
      if (node.style === "note") return ` (${writeAll(node.children, source)})`;
      return `\\${COMMANDS[node.style]}{${writeAll(node.children, source)}}`;
  }
}

/** Text with the characters that mean something to TeX escaped. */
export function escapeTex(text: string): string {
  return displayable(text).replace(
    /[&%#_${}\\~^\u00a0\u202f–—“”‘’…]/g,
    (sign) => ESCAPES.get(sign) ?? sign,
  );
}

function escapePercent(tex: string): string {
  return displayable(tex).replace(/\\[^]|%/g, (found) => (found === "%" ? "\\%" : found));
}

/** Whether a formula's braces pair up inside it and nothing in it ends the formula early. */
function isContained(tex: string): boolean {
  const closing = pairBraces(tex);
  let open = 0;
  let paired = 0;
  let ends = 0;
  for (let at = 0; at < tex.length; at++) {
    if (tex[at] === "\\") at++;
    else if (tex[at] === "{") {
      open++;
      if ((closing[at] ?? -1) >= 0) paired++;
    } else if (tex[at] === "}") ends++;
    else if (tex[at] === "$") return false;
  }
  return open === paired && ends === paired && !/(?:^|[^\\])(?:\\\\)*\\$/.test(tex);
}
