/**
 * Packs the pages of a large library: thousands of pages alike are data for one page that draws
 * them, because a zip compresses each of its files alone.
 */
import { ends, literal, packableHtml, packableJson } from "../core/packing/alphabet.ts";
import { fromColumns, toColumns } from "../core/packing/columns.ts";
import { type DataDirectory, packNames, type PageDirectory } from "../core/packing/directory.ts";
import { learnedPhrases } from "../core/packing/learn-phrases.ts";
import { linksIn, type Parts, withReferences, writtenBeside } from "../core/packing/parts.ts";
import { coded } from "../core/packing/phrases.ts";
import { quotable, quoting } from "../core/packing/quotes.ts";
import { sheetText, writeNames } from "../core/packing/sheets.ts";

/** Symbols in a pack at least, but for the last: files of some 150 kB, read at once from any disk. */
const packSize = 100_000;
/** Characters that phrases are learned from at least; more text teaches little more. */
const sampleSize = 8_000_000;
/** Phrases are learned from this many joins; one that stands fewer times in the sample is none. */
const learning = { joins: 18_000, least: 8 };
/** A text that stands more often is a phrase, and neither a quote nor a part of its own. */
const common = 150;
/** Pieces of the index in a pack: few enough to be read at once, enough for columns to pay. */
const piecesInPack = 64;

/** A file of the search index that belongs to a page. */
export interface PageData {
  readonly path: string;
  readonly text: string;
}

/** What is to be packed. */
export interface Packable {
  /** HTML by address below the root (`papers/x/`). */
  readonly pages: ReadonlyMap<string, string>;
  /** By the page's address. */
  readonly data: ReadonlyMap<string, PageData>;
  /** Entries of data files that are lists, as JSON, by path. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** Address of the page that an entry is about, or `null`. */
  readonly pageOf: (path: string, entry: string) => string | null;
  /** How a page's link names another page that is packed: its address below the root, or `null`. */
  readonly linked: (href: string) => string | null;
}

/** The packs' files by name, without folder. */
export function sheetPacks(packable: Packable): Map<string, string> {
  const addresses = sheetAddresses(packable);
  const texts = quotingTexts(addresses, sheetTexts(addresses, packable));
  const { phrases, texts: sheets } = coded(texts, learnedPhrases(sampleOf(texts), learning));

  const packs: { first: number; address: string; sheets: string[]; size: number }[] = [];
  sheets.forEach((sheet, number) => {
    let pack = packs.at(-1);
    if (pack === undefined || pack.size >= packSize) {
      pack = { first: number, address: addresses[number] ?? "", sheets: [], size: 0 };
      packs.push(pack);
    }
    pack.sheets.push(sheet);
    pack.size += sheet.length;
  });
  const directory: PageDirectory = { packs: packs.map(({ first, address }) => [first, address]) };
  return new Map([
    packFile(packNames.directory, JSON.stringify(directory)),
    packFile(packNames.phrases, phrases.join(ends.sheet)),
    ...packs.map((pack, index) => packFile(packNames.sheets(index), pack.sheets.join(ends.sheet))),
  ]);
}

/** The index in columns: the packs' files by name, and the files that are in them. */
export function piecePacks(pieces: ReadonlyMap<string, Uint8Array>): {
  files: Map<string, string>;
  packed: readonly string[];
} {
  const paths = [...pieces.keys()].sort();
  const files = new Map<string, string>();
  const packed: string[] = [];
  for (let at = 0; at < paths.length; at += piecesInPack) {
    const names = paths.slice(at, at + piecesInPack);
    const columns = columnsOf(names.map((name) => pieces.get(name) ?? new Uint8Array()));
    // The form of the index is Pagefind's own affair: another one is packed as any other file.
    if (columns === null) return { files: new Map(), packed: [] };
    files.set(...packFile(packNames.pieces(at / piecesInPack), columns));
    packed.push(...names);
  }
  return { files, packed };
}

/** The file that says where data is. `pieces`: the files in columns. */
export function dataDirectory(packable: Packable, pieces: readonly string[]): [string, string] {
  const paths = sheetAddresses(packable).map((address) => packable.data.get(address)?.path ?? null);
  const directory: DataDirectory = {
    sheets: writeNames(paths),
    lists: [...packable.lists.keys()].sort(),
    pieces: writeNames(pieces),
    piecesInPack,
  };
  return packFile(packNames.data, JSON.stringify(directory));
}

/** Addresses of all sheets in order: those of pages, and paths of lists. */
function sheetAddresses({ pages, lists }: Packable): string[] {
  return [...pages.keys(), ...lists.keys()].sort();
}

function packFile(name: string, text: string): [string, string] {
  return [`${name}.js`, `papershelfPacks.take("${name}",${literal(text)});\n`];
}

/** The columns of some pieces; `null` when the pieces could not be made from them again. */
function columnsOf(pieces: readonly Uint8Array[]): string | null {
  let columns: string;
  try {
    columns = toColumns(pieces);
  } catch {
    return null;
  }
  const again = fromColumns(columns, pieces.length);
  return pieces.every((piece, at) => Buffer.compare(piece, again[at] ?? new Uint8Array()) === 0)
    ? columns
    : null;
}

function sheetTexts(
  addresses: readonly string[],
  { pages, data, lists, linked, pageOf }: Packable,
): readonly string[] {
  const numbers = new Map(addresses.map((address, number) => [address, number]));
  const html = addresses.map((address) => packableHtml(pages.get(address) ?? ""));
  const uses = new Map<string, number>();
  for (const page of html) {
    for (const link of linksIn(page)) uses.set(link, (uses.get(link) ?? 0) + 1);
  }
  const numberOf = (href: string, part: string): number | undefined => {
    const address = (uses.get(part) ?? 0) > common ? null : linked(href);
    return address === null ? undefined : numbers.get(address);
  };
  const parts: Parts = new Map();
  const drawn = html.map((page, number) => withReferences(page, number, numberOf, parts));
  const listed = new Map(
    [...lists].map(([path, entries]) => {
      const written = entries.map((entry) => {
        const page = numbers.get(pageOf(path, entry) ?? "");
        const json = packableJson(entry);
        return page === undefined ? json : writtenBeside(json, page, parts);
      });
      return [path, `[${written.join(",")}]`];
    }),
  );
  return addresses.map((address, number) =>
    sheetText({
      address,
      html: drawn[number] ?? "",
      data: listed.get(address) ?? packableJson(data.get(address)?.text ?? ""),
      parts: [...(parts.get(number)?.keys() ?? [])],
    }),
  );
}

function quotingTexts(addresses: readonly string[], texts: readonly string[]): string[] {
  const sheetsWith = new Map<string, number>();
  for (const text of texts) {
    for (const each of quotable(text)) sheetsWith.set(each, (sheetsWith.get(each) ?? 0) + 1);
  }
  const isCommon = (text: string): boolean => (sheetsWith.get(text) ?? 0) > common;
  return texts.map((text, number) => {
    const key = (addresses[number] ?? "").split("/").at(-2) ?? "";
    return quoting(text, key, isCommon);
  });
}

/** Every so-manieth text: enough to learn from, from all places. */
function sampleOf(texts: readonly string[]): readonly string[] {
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  const step = Math.max(1, Math.floor(size / sampleSize));
  return texts.filter((_, number) => number % step === 0);
}
