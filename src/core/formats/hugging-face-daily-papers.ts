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
import { footerAt, readDay } from "./hugging-face-footer.ts";
import { isFurniture, readHead } from "./hugging-face-furniture.ts";
import {
  abstractLength,
  isAbstractWithoutTitle,
  isParagraph,
  type Piece,
  withTitleApart,
} from "./hugging-face-prose.ts";

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

  /** Claims the page's own lines at the top, reports strange ones; returns the lines of the entries. */
  #readHead(): readonly SourceLine[] {
    const { known, strange, savedOn, listTitle, body } = readHead(this.#source.lines);
    for (const line of known) this.#ledger.claim(line.number, "furniture");
    for (const line of strange) {
      this.#report("stray-line", blockOf([line]), "A line above the list's own head.");
    }
    this.#savedOn = savedOn;
    this.#listTitle = listTitle;
    return body;
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
      const isOfPage = !line.isBlank && !line.isTooLong && isFurniture(lines, at);
      if (isOfPage) this.#ledger.claim(line.number, "furniture");
      if (isOfPage || line.isBlank || line.isTooLong) closeBlock();
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
    if (isAbstractWithoutTitle(first.block, pieces[at + 1])) {
      return this.#untitled(first.block, pieces, at);
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

  #untitled(abstract: Block, pieces: readonly Piece[], at: number): number {
    this.#report("missing-title", abstract, "An abstract without a title; it is not published.");
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
