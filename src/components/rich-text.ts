/** The rich-text core as the components use it: rendered titles are kept, because they recur. */
import { parseRichText, toHtml, toHtmlBlocks, toPlain } from "../core/rich-text/index.ts";

/** A stretch of the source to mark, with the id of the `<mark>` where a link leads to it. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly id?: string;
  readonly className?: string;
}

/** How to render. */
export interface Rendering {
  readonly mode: "inline" | "block";
  readonly marks: readonly Mark[];
  readonly links: boolean;
}

const inlineHtml = new Map<string, string>();
const plain = new Map<string, string>();

/** HTML of a text of a seed; everything that is not rendered TeX is escaped. */
export function render(source: string, { mode, marks, links }: Rendering): string {
  const recurs = mode === "inline" && marks.length === 0 && !links;
  const known = recurs ? inlineHtml.get(source) : undefined;
  if (known !== undefined) return known;
  const toMode = mode === "block" ? toHtmlBlocks : toHtml;
  const written = toMode(parseRichText(source), { marks, links });
  // A wide display scrolls on a narrow screen, so the keyboard must be able to reach it.
  const reachable = written.replaceAll(
    '<math display="block"',
    '<math tabindex="0" display="block"',
  );
  const html = withAnchors(reachable, marks);
  if (recurs) inlineHtml.set(source, html);
  return html;
}

/**
 * Gives each mark its id once. The core names marks in `data-mark`, because one mark may be written
 * in several pieces; the first piece becomes the anchor. All text is escaped by then, so what looks
 * like a `<mark>` is one.
 */
function withAnchors(html: string, marks: readonly Mark[]): string {
  if (marks.length === 0) return html;
  const left = new Set(marks.map(({ id }) => id).filter((id) => id !== undefined));
  const anchor = (id: string): string => `<span id="${id}"></span>`;
  const marked = /<mark( class="[^"]*")? data-mark="([^"]*)">/g;
  const anchored = html.replace(marked, (_, classes: string | undefined, ids: string) => {
    const [first, ...others] = ids.split(" ").filter((id) => left.delete(id));
    const id = first === undefined ? "" : ` id="${first}"`;
    return `<mark${classes ?? ""}${id}>${others.map(anchor).join("")}`;
  });
  return [...left].map(anchor).join("") + anchored;
}

/** A title without mark-up, for `<title>`, descriptions and data attributes. */
export function plainTitle(source: string): string {
  const known = plain.get(source);
  if (known !== undefined) return known;
  const text = toPlain(parseRichText(source));
  plain.set(source, text);
  return text;
}

/** A long text without mark-up; not kept. */
export function plainText(source: string): string {
  return toPlain(parseRichText(source));
}

/** Whether any of the texts shows a formula. */
export function hasFormula(...sources: readonly string[]): boolean {
  return sources.some(
    (source) =>
      /[$\\]/.test(source) &&
      render(source, { mode: "block", marks: [], links: false }).includes("<math"),
  );
}
