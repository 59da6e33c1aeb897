/** Environments: displayed formulas, lists, and the ones that only set text apart. */
import { LONGEST_FORMULA } from "./dollars.ts";
import type { NodeList } from "./nodes.ts";
import type { Parser, Scope } from "./parse.ts";

const FORMULAS = /^(?:equation|displaymath|math|align|gather|multline|eqnarray)\*?$/;
const WITHOUT_WRAPPER = /^(?:equation|displaymath|math)\*?$/;
const LISTS = /^(?:itemize|enumerate|description)\*?$/;
const PROSE = /^(?:abstract|center|quote|quotation|small|flushleft|flushright|document)$/;

/**
 * Reads a `\begin`, `\end` or `\item` whose name ends at `behind`; gives the position behind it, or
 * -1 when nothing is known about it.
 */
export function readEnvironment(
  parser: Parser,
  does: "begin" | "end" | "item",
  at: number,
  behind: number,
  scope: Scope,
  into: NodeList,
): number {
  const { source, lists } = parser;
  if (does === "item") return readItem(parser, at, behind, scope, into);
  const end = parser.argumentEnd(behind, scope);
  if (end < 0 || end - behind > 40) return -1;
  const name = source.slice(behind + 1, end - 1);
  if (does === "begin" && FORMULAS.test(name))
    return readDisplay(parser, name, at, end, scope, into);
  if (!LISTS.test(name) && !PROSE.test(name)) return -1;
  if (LISTS.test(name)) {
    if (does === "begin") lists.push(name.startsWith("enumerate") ? 0 : -1);
    else lists.pop();
  }
  addBreak("paragraph", at, end, scope, into);
  return end;
}

function readItem(
  parser: Parser,
  at: number,
  behind: number,
  scope: Scope,
  into: NodeList,
): number {
  const number = parser.lists.pop();
  if (number === undefined) return -1;
  let end = behind;
  while (end < scope.end && parser.source[end] === " ") end++;
  parser.lists.push(number < 0 ? number : number + 1);
  addBreak("line", at, at, scope, into);
  into.replaced(number < 0 ? "• " : `${String(number + 1)}. `, at, end);
  return end;
}

function readDisplay(
  parser: Parser,
  name: string,
  at: number,
  start: number,
  scope: Scope,
  into: NodeList,
): number {
  const closer = `\\end{${name}}`;
  const window = parser.source.slice(start, Math.min(scope.end, start + LONGEST_FORMULA));
  const length = window.indexOf(closer);
  if (length < 0) return -1;
  const end = start + length + closer.length;
  const inside = window.slice(0, length);
  const tex = WITHOUT_WRAPPER.test(name) ? inside : parser.source.slice(at, end);
  return parser.formula(tex, true, at, end, into) ? end : -1;
}

function addBreak(
  level: "line" | "paragraph",
  start: number,
  end: number,
  scope: Scope,
  into: NodeList,
): void {
  if (scope.depth === 0) into.add({ kind: "break", level, start, end });
  else into.replaced(" ", start, end);
}
