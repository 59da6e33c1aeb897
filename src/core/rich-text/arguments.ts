/** Arguments of macros: where they are and how to step over them. */
import type { Parser, Scope } from "./parse.ts";

/** A macro found in the source. */
export interface Found {
  /** Position of the backslash. */
  readonly at: number;
  /** Position behind the name and its star. */
  readonly behind: number;
}

/** Position behind an optional argument in brackets, which is short and on one line. */
export function skipOptional(source: string, at: number, limit: number): number {
  if (source[at] !== "[") return at;
  const length = source.slice(at, Math.min(limit, at + 200)).search(/[\]\n]/);
  return length > 0 && source[at + length] === "]" ? at + length + 1 : at;
}

/**
 * Position behind `count` arguments in braces, and an optional one before them; -1 when one is missing.
 */
export function skipArguments(parser: Parser, from: number, count: number, scope: Scope): number {
  let at = skipOptional(parser.source, from, scope.end);
  if (parser.source.startsWith(" {", at)) at++;
  for (let left = count; left > 0 && at >= 0; left--) at = parser.argumentEnd(at, scope);
  return at;
}
