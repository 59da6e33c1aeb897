/**
 * Reads the packs of a large library. Packs are scripts that hand over one text each; a page from a
 * disk may run them, but not fetch them. See `bundle/packs.ts` for what they hold.
 */
import { ends } from "../../core/packing/alphabet.ts";
import { fromColumns } from "../../core/packing/columns.ts";
import {
  type DataDirectory,
  lastNotBehind,
  packNames,
  type PageDirectory,
} from "../../core/packing/directory.ts";
import { phraseTable } from "../../core/packing/phrases.ts";
import { readNames, readSheet, type Sheet } from "../../core/packing/sheets.ts";

/** What the scripts of packs see as `papershelfPacks`. */
interface PackTaker {
  /** Called by a pack: its name and its text. */
  take(name: string, text: string): void;
}

declare global {
  var papershelfPacks: PackTaker;
}

/** Packs that have come, read by what is in them. */
export class Packs implements PackTaker {
  readonly #texts = new Map<string, string>();
  readonly #sheets = new Map<number, readonly string[]>();
  #table: readonly string[] | null = null;
  #directory: PageDirectory["packs"] | null = null;
  /** Called after each pack that comes. */
  readonly #onPack: (name: string) => void;

  constructor(onPack: (name: string) => void) {
    this.#onPack = onPack;
  }

  take(name: string, text: string): void {
    this.#texts.set(name, text);
    this.#onPack(name);
  }

  has(name: string): boolean {
    return this.#texts.has(name);
  }

  /** A text that has come; empty when it has not. */
  text(name: string): string {
    return this.#texts.get(name) ?? "";
  }

  /** Name of the pack of a sheet; the directory must be here. */
  packOf(sheet: number): string {
    return packNames.sheets(lastNotBehind(this.#packs, ([first]) => first > sheet));
  }

  /** Name of the pack that has the page with this address, if any has. */
  packWith(address: string): string {
    return packNames.sheets(
      Math.max(
        0,
        lastNotBehind(this.#packs, ([, first]) => first > address),
      ),
    );
  }

  /** The sheet with this number; its pack and the phrases must be here. */
  sheet(number: number): Sheet | null {
    const pack = lastNotBehind(this.#packs, ([first]) => first > number);
    const packed = this.#packed(pack)[number - (this.#packs[pack]?.[0] ?? 0)];
    return packed === undefined ? null : readSheet(packed, this.#phrases);
  }

  /** The sheet of the page with this address; its pack and the phrases must be here. */
  sheetOf(address: string): Sheet | null {
    const pack = lastNotBehind(this.#packs, ([, first]) => first > address);
    const packed = this.#packed(pack);
    const read = (text: string): Sheet => readSheet(text, this.#phrases);
    const found = packed[lastNotBehind(packed, (text) => read(text).address > address)];
    const sheet = found === undefined ? null : read(found);
    return sheet?.address === address ? sheet : null;
  }

  get #packs(): PageDirectory["packs"] {
    return (this.#directory ??= (
      JSON.parse(this.text(packNames.directory)) as PageDirectory
    ).packs);
  }

  get #phrases(): readonly string[] {
    return (this.#table ??= phraseTable(this.text(packNames.phrases).split(ends.sheet)));
  }

  #packed(pack: number): readonly string[] {
    let sheets = this.#sheets.get(pack);
    if (sheets === undefined) {
      const text = this.text(packNames.sheets(pack));
      sheets = text === "" ? [] : text.split(ends.sheet);
      this.#sheets.set(pack, sheets);
    }
    return sheets;
  }
}

/** Where the files of the search index are, read once. */
export class DataFiles {
  readonly #sheets: ReadonlyMap<string, number>;
  readonly #pieces: ReadonlyMap<string, number>;
  readonly #lists: ReadonlySet<string>;
  readonly #inPack: number;
  /** Pieces of packs that were read. */
  readonly #read = new Map<string, Uint8Array[]>();

  constructor(text: string) {
    const { sheets, lists, pieces, piecesInPack } = JSON.parse(text) as DataDirectory;
    this.#sheets = readNames(sheets);
    this.#pieces = readNames(pieces);
    this.#lists = new Set(lists);
    this.#inPack = piecesInPack;
  }

  /** Number of the sheet with a file as its data. */
  sheet(path: string): number | null {
    return this.#sheets.get(path) ?? null;
  }

  /** Whether a file is a list, and a sheet by its path. */
  isList(path: string): boolean {
    return this.#lists.has(path);
  }

  /** Name of the pack with a file in columns. */
  packOf(path: string): string | null {
    const piece = this.#pieces.get(path);
    return piece === undefined ? null : packNames.pieces(Math.floor(piece / this.#inPack));
  }

  /** The file in columns, from the text of its pack. */
  piece(path: string, columns: string): Uint8Array {
    const name = this.packOf(path) ?? "";
    let pieces = this.#read.get(name);
    if (pieces === undefined) {
      const first = Number(name.slice(packNames.pieces(0).length - 1)) * this.#inPack;
      pieces = fromColumns(columns, Math.min(this.#inPack, this.#pieces.size - first));
      this.#read.set(name, pieces);
    }
    return pieces[(this.#pieces.get(path) ?? 0) % this.#inPack] ?? new Uint8Array();
  }
}
