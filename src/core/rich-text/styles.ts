/** Macros that set text in a style: with an argument (`\emph{x}`), or for a group (`{\em x}`). */
import { skipArguments } from "./arguments.ts";
import type { Found } from "./arguments.ts";
import type { NodeList } from "./nodes.ts";
import type { Parser, Scope } from "./parse.ts";
import type { GroupStyle, Span } from "./tree.ts";

/** Adds the inside of an argument, in a style when there is one. */
function addStyled(
  parser: Parser,
  style: GroupStyle | null,
  whole: Span,
  inside: Span,
  scope: Scope,
  into: NodeList,
): void {
  const code = scope.code || style === "code";
  const children = parser.inner(inside.start, inside.end, scope, code);
  if (style === null) into.addAll(children);
  else if (children.length > 0) into.add({ kind: "group", style, children, ...whole });
}

/**
 * Reads a macro that sets its argument, after `skip` dropped ones; gives the position behind it, or -1.
 */
export function readStyled(
  parser: Parser,
  style: GroupStyle | null,
  skip: number,
  { at, behind }: Found,
  scope: Scope,
  into: NodeList,
): number {
  const open = skipArguments(parser, behind, skip, scope);
  const end = parser.argumentEnd(open, scope);
  if (end < 0) return -1;
  addStyled(parser, style, { start: at, end }, { start: open + 1, end: end - 1 }, scope, into);
  return end;
}

/**
 * Reads a macro that sets the rest of its group, after `skip` dropped arguments; gives the position
 * behind what it set, or -1.
 */
export function readDeclaration(
  parser: Parser,
  style: GroupStyle | null,
  skip: number,
  { at, behind }: Found,
  scope: Scope,
  into: NodeList,
): number {
  const { source } = parser;
  let start = skipArguments(parser, behind, skip, scope);
  if (start < 0) return -1;
  // `\bf{x}` is wrong TeX and common: the author means the braces.
  const end = parser.argumentEnd(start, scope);
  if (style !== null && end >= 0) {
    addStyled(parser, style, { start: at, end }, { start: start + 1, end: end - 1 }, scope, into);
    return end;
  }
  if (scope.depth === 0 && style !== null) return -1;
  // One space is enough, and `GRPO\xspace is` has only the one behind.
  if (/[\s{]/.test(source[at - 1] ?? " ")) {
    while (start < scope.end && source[start] === " ") start++;
  }
  if (style === null) return start;
  const { end: rest } = scope;
  addStyled(parser, style, { start: at, end: rest }, { start, end: rest }, scope, into);
  return rest;
}
