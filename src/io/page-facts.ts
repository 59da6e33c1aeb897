/** Reads from one built page what the link check needs: its addresses, ids and headings. */
import { type DefaultTreeAdapterTypes, parse } from "parse5";

/** An address that a file holds. */
export interface Reference {
  readonly address: string;
  /** The attribute or field that holds it. */
  readonly source: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** What one page says about itself. */
export interface PageFacts {
  readonly references: readonly Reference[];
  readonly ids: ReadonlySet<string>;
  readonly repeatedIds: readonly {
    readonly id: string;
    readonly line: number;
    readonly column: number;
  }[];
  /** Number of `h1` elements. */
  readonly headings: number;
  /** Whether the page only sends the reader on. */
  readonly isRedirect: boolean;
}

const addressAttributes = new Set(
  "href src action formaction poster data xlink:href data-pagefind data-worker".split(" "),
);
const addressMetas = new Set(["og:url", "og:image", "twitter:image"]);

/** Reads a page's HTML. */
export function readPage(html: string): PageFacts {
  const references: Reference[] = [];
  const ids = new Set<string>();
  const repeatedIds: { id: string; line: number; column: number }[] = [];
  let headings = 0;
  let isRedirect = false;

  const readElement = (element: DefaultTreeAdapterTypes.Element): void => {
    if (element.tagName === "h1") headings += 1;
    const attributes = new Map(element.attrs.map(({ name, value }) => [name, value]));
    const place = (name: string): { line: number; column: number } => {
      const location = element.sourceCodeLocation?.attrs?.[name];
      return { line: location?.startLine ?? 1, column: location?.startCol ?? 1 };
    };
    for (const [name, value] of attributes) {
      const add = (address: string): void => {
        references.push({ address: address.trim(), source: name, ...place(name) });
      };
      if (name === "id") {
        if (ids.has(value)) repeatedIds.push({ id: value, ...place(name) });
        ids.add(value);
      } else if (addressAttributes.has(name)) {
        add(value);
      } else if (name === "srcset" || name === "imagesrcset") {
        // Candidates are separated by commas that white space follows; data: addresses hold commas.
        for (const candidate of value.split(/,\s+/)) add(candidate.trim().split(/\s/)[0] ?? "");
      }
    }
    if (element.tagName !== "meta") return;
    const content = attributes.get("content") ?? "";
    const name = attributes.get("property") ?? attributes.get("name") ?? "";
    if (addressMetas.has(name)) {
      references.push({ address: content, source: name, ...place("content") });
    }
    if (attributes.get("http-equiv")?.toLowerCase() === "refresh") {
      isRedirect = true;
      const address = content.slice(content.indexOf("=") + 1);
      references.push({ address, source: "refresh", ...place("content") });
    }
  };

  const visit = (node: DefaultTreeAdapterTypes.ParentNode): void => {
    for (const child of node.childNodes) {
      if (!("tagName" in child)) continue;
      readElement(child);
      visit("content" in child ? child.content : child);
    }
  };
  visit(parse(html, { sourceCodeLocationInfo: true }));
  return { references, ids, repeatedIds, headings, isRedirect };
}
