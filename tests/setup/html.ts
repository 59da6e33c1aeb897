/** Reads built pages the way the tests ask about them: by elements and by the text a reader sees. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import type { BuiltSite } from "../../src/io/site-links.ts";

/** An element of a built page. */
export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** The document of a page, by its address below the base path. */
export function readPage(site: BuiltSite, address: string): DefaultTreeAdapterTypes.Document {
  const file = address === "" || address.endsWith("/") ? `${address}index.html` : address;
  return parse(readFileSync(path.join(site.dir, file), "utf8"));
}

/** All elements below a node that a test accepts, in document order. */
export function elements(node: Node, accepts: (element: Element) => boolean): Element[] {
  if (!("childNodes" in node)) return [];
  return node.childNodes.flatMap((child) => [
    ...("tagName" in child && accepts(child) ? [child] : []),
    ...elements(child, accepts),
  ]);
}

/** The value of an attribute, `null` where the element has none. */
export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((candidate) => candidate.name === name)?.value ?? null;
}

/** Accepts elements of a class. */
export const ofClass =
  (name: string) =>
  (element: Element): boolean =>
    (attribute(element, "class") ?? "").split(" ").includes(name);

/** Text of a node with its white space folded. */
export function textOf(node: Node | undefined): string {
  const collect = (at: Node): string => {
    if (at.nodeName === "#text" && "value" in at) return at.value;
    return "childNodes" in at ? at.childNodes.map(collect).join("") : "";
  };
  return node === undefined ? "" : folded(collect(node));
}

/** The same text with every run of white space as one space. */
export function folded(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
