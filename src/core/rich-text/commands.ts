/** Reads what starts with a backslash: escapes, accents, macros, environments. */
import { accentedLetter } from "./accents.ts";
import type { Found } from "./arguments.ts";
import { LONGEST_FORMULA } from "./dollars.ts";
import { readEnvironment } from "./environments.ts";
import { macroNamed } from "./macros.ts";
import type { Macro } from "./macros.ts";
import type { NodeList } from "./nodes.ts";
import type { Parser, Scope } from "./parse.ts";
import { readQuantity } from "./quantities.ts";
import { readCitation, readLink } from "./references.ts";
import { readDeclaration, readStyled } from "./styles.ts";

/** Escapes of one character, and what they stand for; the empty ones only guide line breaking. */
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ...Array.from("%&_$#{}*").map((character) => [character, character] as const),
  ...Array.from("/-!@").map((character) => [character, ""] as const),
  ...Array.from(" \n\t:;").map((character) => [character, " "] as const),
  [",", "\u202f"],
]);

const NAME = /[A-Za-z]{1,64}/y;

/** Reads the command at `at` into nodes and gives the position behind what was understood. */
export function readCommand(parser: Parser, at: number, scope: Scope, into: NodeList): number {
  const { source } = parser;
  const path = windowsPathEnd(source, at, scope.end);
  if (path > at) {
    into.verbatim(at, path);
    return path;
  }
  const accented = scope.code ? null : accentedLetter(source, at, scope.end);
  if (accented !== null) {
    into.replaced(accented.value, at, accented.end);
    return accented.end;
  }
  NAME.lastIndex = at + 1;
  const name = NAME.exec(source)?.[0].slice(0, scope.end - at - 1) ?? "";
  if (name === "") return readSymbol(parser, at, scope, into);
  let behind = at + 1 + name.length;
  const macro = macroNamed(name);
  if (macro !== undefined && source[behind] === "*" && takesStar(macro)) behind++;
  const found = { at, behind };
  const end = macro === undefined ? -1 : readMacro(parser, macro, found, scope, into);
  return end >= 0 ? end : readUnknown(parser, found, scope, into);
}

/** `C:\data\to` is a path: its backslashes are no commands. */
function windowsPathEnd(source: string, at: number, limit: number): number {
  if (!/(?:^|[^A-Za-z])[A-Za-z]:$/.test(source.slice(Math.max(0, at - 3), at))) return at;
  let end = at;
  while (end < limit && /[^\s{}$"'`,;)]/.test(source[end] ?? " ")) end++;
  return end;
}

function readSymbol(parser: Parser, at: number, scope: Scope, into: NodeList): number {
  const { source } = parser;
  const sign = at + 1 < scope.end ? (source[at + 1] ?? "") : "";
  if (sign === "(" || sign === "[") {
    const close = formulaEnd(source, at, sign === "(" ? ")" : "]", scope.end);
    const tex = source.slice(at + 2, close);
    if (close >= 0 && parser.formula(tex, sign === "[", at, close + 2, into)) return close + 2;
  }
  if (sign === "\\") {
    // Before a letter it is a path (`\\server`) or was escaped twice (`\\alpha`), not a line's end.
    if (!/^(?:$|\s|\\[A-Za-z])/.test(source.slice(at + 2, Math.min(scope.end, at + 4)))) {
      into.verbatim(at, at + 2);
    } else if (scope.depth === 0) {
      into.add({ kind: "break", level: "line", start: at, end: at + 2 });
    } else into.replaced(" ", at, at + 2);
    return at + 2;
  }
  const value = ESCAPES.get(sign);
  if (value === undefined) {
    into.verbatim(at, at + 1);
    return at + 1;
  }
  into.replaced(value, at, at + 2);
  return at + 2;
}

/** Position of the `\)` or `\]` that closes the formula opened at `open`, or -1. */
function formulaEnd(source: string, open: number, closer: string, limit: number): number {
  const end = Math.min(limit - 1, open + 2 + LONGEST_FORMULA);
  for (let at = open + 2; at < end; at++) {
    if (source[at] !== "\\") continue;
    if (source[at + 1] === closer) return at;
    if (source[at + 1] === "(" || source[at + 1] === "[") return -1;
    at++;
  }
  return -1;
}

function readMacro(
  parser: Parser,
  macro: Macro,
  found: Found,
  scope: Scope,
  into: NodeList,
): number {
  const { source } = parser;
  const { at, behind } = found;
  switch (macro.does) {
    case "write":
      return readCharacters(source, macro.value, macro.joins, found, scope, into);
    case "break":
      if (scope.depth === 0) into.add({ kind: "break", level: "line", start: at, end: behind });
      return behind;
    case "style":
      return readStyled(parser, macro.style, macro.skip, found, scope, into);
    case "declare":
      return readDeclaration(parser, macro.style, macro.skip, found, scope, into);
    case "math":
      return readBareMath(parser, macro.arguments, found, scope, into);
    case "formula": {
      const end = parser.argumentEnd(behind, scope);
      const tex = source.slice(behind + 1, end - 1);
      return end >= 0 && parser.formula(tex, false, at, end, into) ? end : -1;
    }
    case "cite":
      return readCitation(parser, found, scope, into);
    case "url":
    case "href":
      return readLink(parser, macro.does, found, scope, into);
    case "quantity":
      return readQuantity(parser, found, scope, into);
    default:
      return readEnvironment(parser, macro.does, at, behind, scope, into);
  }
}

function readCharacters(
  source: string,
  value: string,
  joins: boolean,
  { at, behind }: Found,
  scope: Scope,
  into: NodeList,
): number {
  let end = behind;
  if (source.startsWith("{}", end) && end + 2 <= scope.end) end += 2;
  else if (joins && source[end] === " " && end < scope.end) end++;
  into.replaced(value, at, end);
  return end;
}

/** A formula that forgot its dollars: `\mathcal{O}`, `\frac{1}{2}`. */
function readBareMath(
  parser: Parser,
  count: number,
  { at, behind }: Found,
  scope: Scope,
  into: NodeList,
): number {
  let end = behind;
  for (let left = count; left > 0 && end >= 0; left--) end = parser.argumentEnd(end, scope);
  if (end < 0) return -1;
  return parser.formula(parser.source.slice(at, end), false, at, end, into) ? end : -1;
}

/** An unknown macro stays source; what stands in its braces is read as text all the same. */
function readUnknown(parser: Parser, { at, behind }: Found, scope: Scope, into: NodeList): number {
  const end = parser.argumentEnd(behind, scope);
  if (end === behind + 2) {
    into.raw(at, behind);
    return end;
  }
  if (end < 0) {
    into.raw(at, behind);
    return behind;
  }
  into.raw(at, behind + 1);
  into.addAll(parser.inner(behind + 1, end - 1, scope));
  into.raw(end - 1, end);
  return end;
}

function takesStar(macro: Macro): boolean {
  return macro.does !== "write" && macro.does !== "style" && macro.does !== "declare";
}
