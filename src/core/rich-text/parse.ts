/**
 * Reads the text of a title or abstract into a tree.
 *
 * One pass from left to right over a source whose braces were paired before: every place is looked at
 * once and every look ahead is bounded, so the time is linear whatever the text. Groups deeper than
 * `DEEPEST_GROUP` and formulas beyond `MOST_FORMULAS` are shown as source. The grammar is described in
 * `index.ts`.
 */
import { bareAddress } from "./addresses.ts";
import { pairBraces } from "./braces.ts";
import { breakAt, linesAreWrapped } from "./breaks.ts";
import { readCommand } from "./commands.ts";
import {
  closingDollar,
  closingDoubleDollar,
  LONGEST_FORMULA,
  textBetweenDollars,
} from "./dollars.ts";
import { NodeList } from "./nodes.ts";
import type { RichNode, RichText } from "./tree.ts";
import { dash, markdownPiece, quote, tie } from "./typography.ts";
import type { OpenQuotes, Replacement } from "./typography.ts";

const DEEPEST_GROUP = 24;
const MOST_FORMULAS = 1000;
const LONGEST_SCRIPT = 24;

/** What holds for a stretch of the source: bounds, nesting, and what is switched off inside it. */
export interface Scope {
  readonly end: number;
  readonly depth: number;
  /** Inside typewriter text: characters stay what they are. */
  readonly code: boolean;
}

/** Understands TeX, and the little Markdown, of a title or an abstract. Never throws. */
export function parseRichText(source: string): RichText {
  const parser = new Parser(source);
  return { source, children: parser.nodes(0, { end: source.length, depth: 0, code: false }) };
}

/** One run over one source. The commands, which start with a backslash, are in `commands.ts`. */
export class Parser {
  readonly source: string;
  /** For each `{` the position of its `}`, else -1. */
  readonly closing: Int32Array;
  /** Counters of the open list environments; -1 for one without numbers. */
  readonly lists: number[] = [];
  readonly #wrapped: boolean;
  readonly #quotes: OpenQuotes = { single: false, double: false };
  #formulas = 0;

  constructor(source: string) {
    this.source = source;
    this.closing = pairBraces(source);
    this.#wrapped = linesAreWrapped(source);
  }

  /** The nodes of the source from `from` to the end of the scope. */
  nodes(from: number, scope: Scope): readonly RichNode[] {
    const into = new NodeList(this.source);
    let at = from;
    while (at < scope.end) at = this.#step(at, scope, into);
    return into.finish();
  }

  /** The nodes inside a group, one level deeper; source when that is too deep. */
  inner(start: number, end: number, scope: Scope, code = scope.code): readonly RichNode[] {
    if (scope.depth < DEEPEST_GROUP) {
      return this.nodes(start, { end, depth: scope.depth + 1, code });
    }
    const into = new NodeList(this.source);
    if (start < end) into.raw(start, end);
    return into.finish();
  }

  /** Position behind the argument in braces at `at`, or -1 when there is none inside the scope. */
  argumentEnd(at: number, scope: Scope): number {
    const close = this.source[at] === "{" ? (this.closing[at] ?? -1) : -1;
    return close >= 0 && close < scope.end ? close + 1 : -1;
  }

  /** Adds a formula; false when it is too long or one too many, and nothing was added. */
  formula(tex: string, display: boolean, start: number, end: number, into: NodeList): boolean {
    if (tex.length > LONGEST_FORMULA || this.#formulas >= MOST_FORMULAS) return false;
    this.#formulas++;
    const character = /^\s*\\unicode\{(?:x([0-9A-Fa-f]{1,5})|([0-9]{1,6}))\}\s*$/.exec(tex);
    if (character === null) {
      into.add({ kind: "math", tex, display, start, end });
    } else {
      const code = Number.parseInt(character[1] ?? character[2] ?? "", character[1] ? 16 : 10);
      into.replaced(code < 0x110000 ? String.fromCodePoint(code) : "\ufffd", start, end);
    }
    return true;
  }

  #step(at: number, scope: Scope, into: NodeList): number {
    const character = this.source[at];
    switch (character) {
      case "\\":
        return readCommand(this, at, scope, into);
      case "{":
        return this.#group(at, scope, into);
      case "$":
        return this.#dollar(at, scope, into);
      case "\n":
      case "\r":
        return this.#lineEnd(at, scope, into);
      case "h":
      case "H":
        return this.#address(at, scope, into);
      case "^":
      case "_":
        return this.#script(at, scope, into);
      case "-":
        return this.#hyphens(at, scope, into);
      case "*":
      case "`":
        return this.#markdown(at, scope, into);
      case "'":
      case '"':
        return this.#replace(scope.code ? null : quote(this.source, at, this.#quotes), at, into);
      case "~":
        return this.#replace(scope.code ? null : tie(this.source, at), at, into);
      default:
        into.verbatim(at, at + 1);
        return at + 1;
    }
  }

  #replace(found: Replacement | null, at: number, into: NodeList): number {
    if (found === null) into.verbatim(at, at + 1);
    else into.replaced(found.value, at, found.end);
    return found?.end ?? at + 1;
  }

  #hyphens(at: number, scope: Scope, into: NodeList): number {
    const found = scope.code ? null : dash(this.source, at);
    if (found !== null) return this.#replace(found, at, into);
    let end = at;
    while (end < scope.end && this.source[end] === "-") end++;
    into.verbatim(at, end);
    return end;
  }

  /**
   * Braces around a command, around capitals that BibTeX should keep (`{BERT}`, `{G}raph`) and around
   * nothing are TeX's; all others (`{class}`, `{count; time}`) were meant to be seen.
   */
  #group(at: number, scope: Scope, into: NodeList): number {
    const end = this.argumentEnd(at, scope);
    if (end < 0) {
      into.verbatim(at, at + 1);
      return at + 1;
    }
    const start = this.source.slice(at + 1, at + 3);
    const beside = (this.source[at - 1] ?? "") + " " + (this.source[end] ?? "");
    const hidden =
      end === at + 2 ||
      /^ ?\\[A-Za-z'"^`~=.]/.test(start) ||
      /^[A-Za-z}] | [A-Za-z]$/.test(beside) ||
      isProtected(this.source.slice(at + 1, Math.min(end - 1, at + 200)));
    if (!hidden) into.verbatim(at, at + 1);
    into.addAll(this.inner(at + 1, end - 1, scope));
    if (!hidden) into.verbatim(end - 1, end);
    return end;
  }

  /** A script that forgot its dollars: `10^{17}`. */
  #script(at: number, scope: Scope, into: NodeList): number {
    const end = scope.code ? -1 : this.argumentEnd(at + 1, scope);
    if (end < 0 || end === at + 3 || end - at > LONGEST_SCRIPT)
      return this.#replace(null, at, into);
    const style = this.source[at] === "^" ? "superscript" : "subscript";
    const children = this.inner(at + 2, end - 1, scope);
    into.add({ kind: "group", style, children, start: at, end });
    return end;
  }

  #dollar(at: number, scope: Scope, into: NodeList): number {
    const { source, closing } = this;
    if (source[at + 1] === "$") {
      const close = closingDoubleDollar(source, closing, at, scope.end);
      if (close >= 0 && this.#between(at, 2, close, scope, into)) return close + 2;
    }
    const close = closingDollar(source, closing, at, scope.end);
    if (close >= 0 && this.#between(at, 1, close, scope, into)) return close + 1;
    return this.#replace(null, at, into);
  }

  /** A formula between dollars, or the text that somebody put there. */
  #between(at: number, width: 1 | 2, close: number, scope: Scope, into: NodeList): boolean {
    const start = at + width;
    const text = textBetweenDollars(this.source, this.closing, start, close);
    if (text < 0) {
      const tex = this.source.slice(start, close);
      return this.formula(tex, width === 2, at, close + width, into);
    }
    into.addAll(this.inner(text, close, scope));
    return true;
  }

  #lineEnd(at: number, scope: Scope, into: NodeList): number {
    let end = at;
    while (end < scope.end && /\s/.test(this.source[end] ?? "")) end++;
    const level = scope.depth > 0 ? null : breakAt(this.source, at, end, this.#wrapped);
    if (level === null) into.verbatim(at, end);
    else into.add({ kind: "break", level, start: at, end });
    if (level === "paragraph") this.#quotes.single = this.#quotes.double = false;
    return end;
  }

  #address(at: number, scope: Scope, into: NodeList): number {
    const found = bareAddress(this.source, at, scope.end);
    if (found === null) {
      into.verbatim(at, at + 1);
      return at + 1;
    }
    const text = new NodeList(this.source);
    for (let from = at; from < found.end;) {
      const escape = this.source[from] === "\\";
      if (escape) text.replaced(this.source[from + 1] ?? "", from, from + 2);
      else text.verbatim(from, from + 1);
      from += escape ? 2 : 1;
    }
    const { href, end } = found;
    into.add({ kind: "link", href, children: text.finish(), start: at, end });
    return end;
  }

  #markdown(at: number, scope: Scope, into: NodeList): number {
    if (scope.code) return this.#replace(null, at, into);
    const piece = markdownPiece(this.source, at, scope.end);
    if (piece === null) {
      const found = this.source[at] === "`" ? quote(this.source, at, this.#quotes) : null;
      return this.#replace(found, at, into);
    }
    const { style, start, end, width } = piece;
    const children = this.inner(start, end, scope, style === "code");
    into.add({ kind: "group", style, children, start: at, end: end + width });
    return end + width;
  }
}

function isProtected(content: string): boolean {
  return /^[\p{L}\p{N} \-()]+$/u.test(content) && /\p{Lu}/u.test(content);
}
