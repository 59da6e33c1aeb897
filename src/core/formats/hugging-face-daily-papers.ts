/**
 * A Hugging Face Daily Papers page, saved as text: page furniture, then entries of blocks that blank
 * lines part.
 *
 *     Title
 *
 *     Abstract, in one or more paragraphs.
 *
 *       • 7 authors            or:  nex-agi Nex AGI
 *     ·
 *     May 18 1                 month, day, the year unless it is the year of saving, comments
 *
 * Some entries have no such footer; the next title follows at once. Then a block is told to be a
 * title or a paragraph by its look: an abstract's paragraph is long or ends in a full stop.
 */
import { type Diagnostic, diagnose, type RuleId } from "../diagnostics.ts";
import { LineLedger } from "../line-ledger.ts";
import type { SourceLine, SourceText } from "../source.ts";
import { type Block, blockOf } from "./block.ts";
import {
  bareEntry,
  type Field,
  type ParsedSeed,
  type SeedFormat,
  type StatedDay,
} from "./format.ts";
import { type Footer, footerAt, readDay } from "./hugging-face-footer.ts";

/** Lines of the page itself, above its first entry. */
const head = new Set([
  "new",
  "get trending papers in your email inbox!",
  "subscribe",
  "daily papers",
  "byak and the research community",
]);

/** Lines of the page itself that no title reads like, wherever they stand. */
const furniture = new Set([
  "get trending papers in your email inbox!",
  "subscribe",
  "daily papers",
  "byak and the research community",
  "upvote",
  "submitted by",
  "previous",
  "next",
  "© hugging face",
]);

/** Lines above “Daily Papers” that a page's head may have, known or not. */
const longestHead = 40;

/** A paragraph is at least this long when it does not end in a full stop; titles stay below it. */
const proseLength = 300;
/** Length from which a block in a title's place is taken for an abstract that lost its title. */
const abstractLength = 500;

type Piece =
  | { readonly kind: "footer"; readonly footer: Footer }
  | { readonly kind: "block"; readonly block: Block };

/** See the top of the file. */
export const huggingFaceDailyPapers: SeedFormat = {
  id: "hugging-face-daily-papers",
  label: "Hugging Face Daily Papers",

  marks(source) {
    const lines = source.lines.filter((line) => !line.isBlank);
    return lines.filter((line, at) => {
      const text = line.text.trim();
      const next = lines[at + 1];
      if (text.toLowerCase() === "daily papers") return true;
      if (text === "·") return next !== undefined && readDay(next) !== null;
      return (footerAt([line], 0)?.footer.date ?? null) !== null;
    }).length;
  },

  parse(source) {
    return new DailyPapersParser(source).parse();
  },
};

class DailyPapersParser {
  readonly #source: SourceText;
  readonly #ledger: LineLedger;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #entries: ParsedSeed["entries"][number][] = [];
  #savedOn: StatedDay | null = null;
  #listTitle: string | null = null;

  constructor(source: SourceText) {
    this.#source = source;
    this.#ledger = new LineLedger(source);
  }

  parse(): ParsedSeed {
    const body = this.#readHead();
    const pieces = this.#pieces(body);
    let at = 0;
    while (at < pieces.length) at = this.#entry(pieces, at);
    for (const lost of this.#ledger.unaccounted()) this.#diagnostics.push(lost);
    return {
      entries: this.#entries,
      savedOn: this.#savedOn,
      listTitle: this.#listTitle,
      ledger: this.#ledger,
      diagnostics: this.#diagnostics,
    };
  }

  /**
   * Claims the page's own lines at the top; returns the lines of the entries. The page's day is the
   * last of its lines: behind it, even “New” is a title. Lines above “Daily Papers” that are not
   * known are reported.
   */
  #readHead(): readonly SourceLine[] {
    const { lines } = this.#source;
    const isName = (line: SourceLine): boolean => line.text.trim().toLowerCase() === "daily papers";
    const named = lines.slice(0, longestHead).findIndex(isName);
    let at = 0;
    for (const line of lines) {
      if (this.#savedOn !== null) break;
      const text = line.text.trim().toLowerCase();
      if (!line.isBlank) {
        const saved = at > named ? readDay(line) : null;
        const isKnown = head.has(text) || saved !== null;
        if (!isKnown && at > named) break;
        if (isKnown) this.#ledger.claim(line.number, "furniture");
        else this.#report("stray-line", blockOf([line]), "A line above the list's own head.");
        this.#savedOn = saved?.day ?? null;
        if (text === "daily papers") this.#listTitle = line.text.trim();
      }
      at += 1;
    }
    return lines.slice(at);
  }

  /** Claims a line that belongs to the page, not to an entry; `false` for any other line. */
  #isFurniture(lines: readonly SourceLine[], at: number): boolean {
    const line = lines[at];
    const text = line?.text.trim().toLowerCase() ?? "";
    const previous = lines[at - 1];
    const isAlone = previous === undefined || previous.isBlank;
    const isCount = /^[0-9][0-9.,k]{0,6}$/.test(text);
    // “New” is a title, unless a page's head goes on behind it.
    const next = lines.slice(at + 1, at + 4).find((following) => !following.isBlank);
    const isSecondHead = text === "new" && furniture.has(next?.text.trim().toLowerCase() ?? "");
    const isSecondDay = line !== undefined && isAlone && readDay(line) !== null;
    if (
      line === undefined ||
      !(furniture.has(text) || isSecondHead || (isAlone && isCount) || isSecondDay)
    ) {
      return false;
    }
    this.#ledger.claim(line.number, "furniture");
    return true;
  }

  /** Cuts the lines into footers and blocks. */
  #pieces(lines: readonly SourceLine[]): readonly Piece[] {
    const pieces: Piece[] = [];
    let open: SourceLine[] = [];
    const closeBlock = (): void => {
      for (const lines of withTitleApart(open))
        pieces.push({ kind: "block", block: blockOf(lines) });
      open = [];
    };
    let at = 0;
    while (at < lines.length) {
      const line = lines[at];
      if (line === undefined) break;
      const footer = footerAt(lines, at);
      if (footer !== null) {
        closeBlock();
        pieces.push({ kind: "footer", footer: footer.footer });
        at = footer.next;
        continue;
      }
      if (line.isBlank || line.isTooLong || this.#isFurniture(lines, at)) closeBlock();
      else open.push(line);
      at += 1;
    }
    closeBlock();
    return pieces;
  }

  /** Reads the entry that starts at this piece; returns the index of the piece after it. */
  #entry(pieces: readonly Piece[], at: number): number {
    const first = pieces[at];
    if (first === undefined) return at + 1;
    if (first.kind === "footer") {
      this.#report("stray-line", first.footer.block, "A footer without an entry before it.");
      return at + 1;
    }
    if (this.#isAbstractWithoutTitle(pieces, at)) {
      return this.#untitled(pieces, at);
    }
    const title = fieldOf(first.block);
    this.#claim(first.block);
    let next = at + 1;
    const paragraphs: Block[] = [];
    for (let piece = pieces[next]; piece?.kind === "block"; piece = pieces[next]) {
      if (!isParagraph(piece.block, pieces[next + 1], paragraphs.length)) break;
      paragraphs.push(piece.block);
      this.#claim(piece.block);
      next += 1;
    }
    const end = pieces[next];
    const footer = end?.kind === "footer" ? end.footer : null;
    if (footer !== null) {
      this.#claim(footer.block);
      next += 1;
      if (footer.date === null) {
        const place =
          footer.unreadableDay === null ? footer.block : blockOf([footer.unreadableDay]);
        const message = `“${title.text}” has no day that can be read.`;
        this.#report("unreadable-date", place, message, footer.unreadableDay !== null);
      }
    }
    const long = paragraphs.filter((block) => block.text.length >= abstractLength);
    if (long[1] !== undefined) {
      const message = `The abstract of “${title.text}” has two long paragraphs.`;
      this.#report("two-abstracts", long[1], message, false);
    }
    if (paragraphs.length === 0) {
      this.#report("missing-abstract", first.block, `“${title.text}” has no abstract.`, false);
    }
    this.#entries.push({
      ...bareEntry(title),
      abstract: this.#abstract(paragraphs),
      authorCount: footer?.authorCount ?? null,
      organization: footer?.organization ?? null,
      date: footer?.date ?? null,
      comments: footer?.comments ?? null,
    });
    return next;
  }

  #isAbstractWithoutTitle(pieces: readonly Piece[], at: number): boolean {
    const piece = pieces[at];
    if (piece?.kind !== "block") return false;
    const { text } = piece.block;
    if (text.length < abstractLength || !text.endsWith(".") || !text.includes(". ")) return false;
    const next = pieces[at + 1];
    return next?.kind !== "block" || !looksLikeProse(next.block);
  }

  #untitled(pieces: readonly Piece[], at: number): number {
    const piece = pieces[at];
    if (piece?.kind === "block") {
      this.#report(
        "missing-title",
        piece.block,
        "An abstract without a title; it is not published.",
      );
    }
    const next = pieces[at + 1];
    if (next?.kind !== "footer") return at + 1;
    for (const line of next.footer.block.lines) this.#ledger.claim(line.number, "diagnostic");
    return at + 2;
  }

  #abstract(paragraphs: readonly Block[]): Field | null {
    const first = paragraphs[0]?.lines[0];
    const last = paragraphs.at(-1)?.lines.at(-1);
    if (first === undefined || last === undefined) return null;
    // The seed's own text, blank lines between paragraphs included.
    const text = this.#source.lines
      .slice(first.number - 1, last.number)
      .map((line) => line.text)
      .join("\n")
      .trim();
    return { text, line: first.number, column: first.text.search(/\S/) + 1 };
  }

  #claim(block: Block): void {
    for (const line of block.lines) this.#ledger.claim(line.number, "field");
  }

  #report(rule: RuleId, block: Block, message: string, claim = true): void {
    const first = block.lines[0];
    if (first === undefined) return;
    if (claim) for (const line of block.lines) this.#ledger.claim(line.number, "diagnostic");
    const position = { line: first.number, column: first.text.search(/\S/) + 1 };
    this.#diagnostics.push(diagnose(rule, this.#source.file, position, message));
  }
}

function fieldOf(block: Block): Field {
  const first = block.lines[0];
  return {
    text: block.text,
    line: first?.number ?? 1,
    column: (first?.text.search(/\S/) ?? 0) + 1,
  };
}

/**
 * Whether a block after a title belongs to its abstract. Between title and footer any block does;
 * after a paragraph, a short block that another paragraph follows is the next entry's title, even
 * one that ends in a full stop.
 */
function isParagraph(block: Block, next: Piece | undefined, paragraphsBefore: number): boolean {
  if (paragraphsBefore === 0) return looksLikeProse(block) || next?.kind === "footer";
  if (block.text.length >= proseLength) return true;
  return looksLikeProse(block) && (next?.kind !== "block" || !looksLikeProse(next.block));
}

/** Whether a block reads like a paragraph of an abstract rather than a title. */
function looksLikeProse({ text }: Block): boolean {
  if (text.length >= proseLength || /[.:;]["”’)\]]?$/.test(text)) return true;
  // A title may ask or exclaim, but seldom after a whole sentence.
  return /[!?…]["”’)\]]?$/.test(text) && text.includes(". ");
}

/** Where no blank line parts them, a short line over a long one is a title over its abstract. */
function withTitleApart(lines: readonly SourceLine[]): readonly (readonly SourceLine[])[] {
  const [first, second] = lines;
  if (first === undefined) return [];
  const isTitle =
    second !== undefined && second.text.length >= proseLength && !looksLikeProse(blockOf([first]));
  return isTitle ? [[first], lines.slice(1)] : [lines];
}
