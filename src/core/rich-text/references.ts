/** Macros that point elsewhere: links, citations, references. */
import { safeAddress, unescapeAddress } from "./addresses.ts";
import { skipOptional } from "./arguments.ts";
import type { Found } from "./arguments.ts";
import { NodeList } from "./nodes.ts";
import type { Parser, Scope } from "./parse.ts";
import type { RichNode } from "./tree.ts";

/** Reads `\href{address}{text}` or `\url{address}`; gives the position behind it, or -1. */
export function readLink(
  parser: Parser,
  kind: "href" | "url",
  { at, behind }: Found,
  scope: Scope,
  into: NodeList,
): number {
  const { source } = parser;
  const end = parser.argumentEnd(behind, scope);
  if (end < 0) return -1;
  const textEnd = kind === "href" ? parser.argumentEnd(end, scope) : -1;
  const written = unescapeAddress(source.slice(behind + 1, end - 1).trim());
  const href = safeAddress(written);
  // arXiv puts these words in the place of every address; they say nothing.
  const isLost = /^this https? URL$/i.test(written);
  if (textEnd < 0) {
    const text = new NodeList(source);
    text.replaced(written, behind + 1, end - 1);
    if (href === null) into.addAll(text.finish());
    else into.add({ kind: "link", href, children: text.finish(), start: at, end });
    return end;
  }
  if (href === null && !isLost) return -1;
  const children = parser.inner(end + 1, textEnd - 1, scope);
  if (href === null) into.addAll(children);
  else into.add({ kind: "link", href, children: withoutLinks(children), start: at, end: textEnd });
  return textEnd;
}

/** A link inside a link would be no HTML: the outer one stays. */
function withoutLinks(nodes: readonly RichNode[]): readonly RichNode[] {
  return nodes.flatMap((node) => {
    if (node.kind === "link") return withoutLinks(node.children);
    return node.kind === "group" ? [{ ...node, children: withoutLinks(node.children) }] : [node];
  });
}

/** `\citep[see][page 3]{key}`: the keys, with the remarks around them. */
export function readCitation(
  parser: Parser,
  { at, behind }: Found,
  scope: Scope,
  into: NodeList,
): number {
  const { source } = parser;
  const first = skipOptional(source, behind, scope.end);
  const second = skipOptional(source, first, scope.end);
  const end = parser.argumentEnd(second, scope);
  if (end < 0) return -1;
  const [one, two] = [source.slice(behind + 1, first - 1), source.slice(first + 1, second - 1)];
  const keys = source.slice(second + 1, end - 1).trim();
  const before = second > first ? one : "";
  const after = second > first ? two : one;
  const all = `${before && `${before} `}${keys}${after && `, ${after}`}`;
  into.add({ kind: "citation", keys: all, start: at, end });
  return end;
}
