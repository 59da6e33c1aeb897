/** Rich text as HTML. The only place where seed text becomes markup, so everything is escaped here. */
import { displayable } from "./characters.ts";
import { mathMl, plainNumber } from "./formulas.ts";
import { MarkIndex } from "./marks.ts";
import type { Mark } from "./marks.ts";
import type { GroupStyle, RichNode, RichText, Span } from "./tree.ts";

/** How to render. */
export interface HtmlOptions {
  /** Stretches of the source to wrap in `<mark>`. They may overlap and be in any order. */
  readonly marks?: readonly Mark[];
  /** False where the result goes inside a link, which must not hold another; true by default. */
  readonly links?: boolean;
}

const TAGS: Readonly<Record<GroupStyle, readonly [open: string, close: string]>> = {
  emphasis: ["<em>", "</em>"],
  strong: ["<strong>", "</strong>"],
  code: ["<code>", "</code>"],
  "small-caps": ['<span class="small-caps">', "</span>"],
  underline: ["<u>", "</u>"],
  strike: ["<s>", "</s>"],
  superscript: ["<sup>", "</sup>"],
  subscript: ["<sub>", "</sub>"],
  note: [' <span class="note">(', ")</span>"],
};

/**
 * The text as phrasing content: fit for a heading, a link or a paragraph. Breaks become spaces.
 * Formulas are MathML; what Temml refuses is shown as `<code class="tex">` with its source.
 *
 * A mark that touches a formula, or any character that stands for several of the source, wraps the
 * whole of it. Where marks overlap, the common part carries all ids (`data-mark="a b"`). Never throws.
 */
export function toHtml(text: RichText, options: HtmlOptions = {}): string {
  const writer = new Writer(text.source, options);
  for (const node of text.children) writer.write(node);
  return writer.finish().trim();
}

/**
 * The text as a sequence of `<p>` elements, one for each paragraph, with `<br>` between the lines of
 * one; an empty text gives an empty string. For the rest see `toHtml`.
 */
export function toHtmlBlocks(text: RichText, options: HtmlOptions = {}): string {
  const writer = new Writer(text.source, options);
  const paragraphs: string[][] = [[]];
  const close = (): void => {
    const line = writer.finish().trim();
    if (line !== "") paragraphs.at(-1)?.push(line);
  };
  for (const node of text.children) {
    if (node.kind === "break") {
      close();
      if (node.level === "paragraph") paragraphs.push([]);
    } else {
      writer.write(node);
    }
  }
  close();
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => `<p>${lines.join("<br>")}</p>`)
    .join("\n");
}

/** Text as HTML text or attribute value. What HTML cannot hold becomes U+FFFD or nothing. */
export function escapeHtml(text: string): string {
  return displayable(text).replace(/[&<>"']/g, (character) => ENTITIES.get(character) ?? "");
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

/** Writes nodes in source order, keeping one `<mark>` open over pieces that carry the same marks. */
class Writer {
  readonly #source: string;
  readonly #links: boolean;
  readonly #marks: MarkIndex;
  #out: string[] = [];
  #open = "";

  constructor(source: string, { marks = [], links = true }: HtmlOptions) {
    this.#source = source;
    this.#links = links;
    this.#marks = new MarkIndex(marks);
  }

  write(node: RichNode): void {
    switch (node.kind) {
      case "text":
        if (node.verbatim) this.#cut(node);
        else this.#whole(escapeHtml(node.value), node);
        return;
      case "break":
        this.#piece(" ", "");
        return;
      case "math":
        this.#whole(this.#formula(node.tex, node.display, node), node);
        return;
      case "raw":
        this.#whole(`<code class="tex">${escapeHtml(node.value)}</code>`, node);
        return;
      case "citation":
        this.#whole(`<span class="citation">[${escapeHtml(node.keys)}]</span>`, node);
        return;
      case "link":
        if (this.#links) {
          const open = `<a href="${escapeHtml(node.href)}" rel="nofollow noopener">`;
          this.#around(open, node.children, "</a>");
        } else {
          for (const child of node.children) this.write(child);
        }
        return;
      case "group":
        this.#around(TAGS[node.style][0], node.children, TAGS[node.style][1]);
    }
  }

  /** What was written since the last call, with every mark closed. */
  finish(): string {
    this.#piece("", "");
    const html = this.#out.join("");
    this.#out = [];
    return html;
  }

  #around(open: string, children: readonly RichNode[], close: string): void {
    this.#piece(open, "");
    for (const child of children) this.write(child);
    this.#piece(close, "");
  }

  /** Verbatim text, cut where marks begin and end. */
  #cut({ start, end }: Span): void {
    let at = start;
    for (const stretch of this.#marks.touching({ start, end })) {
      const from = this.#wholeCharacter(Math.max(stretch.start, start));
      const to = this.#wholeCharacter(Math.min(stretch.end, end));
      if (at < from) this.#piece(escapeHtml(this.#source.slice(at, from)), "");
      this.#piece(escapeHtml(this.#source.slice(from, to)), markTag(stretch.marks));
      at = to;
    }
    if (at < end) this.#piece(escapeHtml(this.#source.slice(at, end)), "");
  }

  /** The position, moved out of the middle of a surrogate pair. */
  #wholeCharacter(at: number): number {
    return /^[\ud800-\udbff][\udc00-\udfff]$/.test(this.#source.slice(at - 1, at + 1))
      ? at - 1
      : at;
  }

  #whole(html: string, span: Span): void {
    const marks = new Set(this.#marks.touching(span).flatMap((stretch) => stretch.marks));
    this.#piece(html, marks.size === 0 ? "" : markTag([...marks]));
  }

  #piece(html: string, tag: string): void {
    if (html === "" && tag !== "") return;
    if (tag !== this.#open) {
      if (this.#open !== "") this.#out.push("</mark>");
      if (tag !== "") this.#out.push(tag);
      this.#open = tag;
    }
    this.#out.push(html);
  }

  #formula(tex: string, display: boolean, { start, end }: Span): string {
    const number = plainNumber(tex);
    if (number !== null) return escapeHtml(number);
    const source = this.#source.slice(start, end);
    return mathMl(tex, display) ?? `<code class="tex">${escapeHtml(source)}</code>`;
  }
}

function markTag(marks: readonly Mark[]): string {
  const list = (values: readonly (string | undefined)[]): string =>
    escapeHtml([...new Set(values.filter((value) => value !== undefined))].join(" "));
  const ids = list(marks.map(({ id }) => id));
  const classes = list(marks.flatMap(({ className }) => className?.split(/\s+/)));
  return `<mark${classes && ` class="${classes}"`}${ids && ` data-mark="${ids}"`}>`;
}
