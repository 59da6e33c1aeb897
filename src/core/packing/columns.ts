/**
 * Pieces of the search index as columns. Pagefind writes a piece as CBOR (RFC 8949), arrays within
 * arrays: words, their pages, the places of the words. What stands at the same place of its array is
 * alike, so that all of it together, place by place, compresses far better than row by row.
 */
import { ends } from "./alphabet.ts";

/** Before every decompressed file of Pagefind's; its reader takes such files as they are. */
export const signature = "pagefind_dcd";

/** Kinds of CBOR items; the index has no others. */
const kinds = { uint: 0, negative: 1, text: 3, array: 4 } as const;
type Kind = (typeof kinds)[keyof typeof kinds];

/** Places in an array that have a column of their own; all later ones share the last. */
const own = 3;

/** Printable characters that need no escape; they write numbers, frequent ones as one character. */
const digits = Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCharCode(at + 0x20))
  .filter((char) => char !== '"' && char !== "\\")
  .join("");
/** First digits of numbers of one, two and three digits; after them comes the mark of another kind. */
const [ones, twos, threes] = [68, 16, 8];
const base = digits.length;
const otherKind = digits.charAt(ones + twos + threes);
const otherKindCode = otherKind.charCodeAt(0);

/** One place in the nesting of arrays. */
interface Column {
  readonly children: Column[];
  kind: Kind | null;
  text: string;
  at: number;
}

const column = (): Column => ({ children: [], kind: null, text: "", at: 0 });

function childOf(parent: Column, place: number): Column {
  return (parent.children[Math.min(place, own - 1)] ??= column());
}

/**
 * Decompressed pieces as one text of columns.
 *
 * @throws {Error} for what no piece of Pagefind's index looks like.
 */
export function toColumns(pieces: readonly Uint8Array[]): string {
  const root = column();
  for (const piece of pieces) new PieceReader(piece).readInto(root);
  const columns = columnsOf(root);
  // Columns that use the same characters stand together: deflate adapts to each only slowly.
  const means = columns.map(meanCode);
  const order = [...columns.keys()].sort((a, b) => (means[a] ?? 0) - (means[b] ?? 0) || a - b);
  return [order.join(","), ...order.map((place) => columns[place] ?? "")].join(ends.field);
}

/** The pieces that `toColumns` was given. */
export function fromColumns(text: string, count: number): Uint8Array[] {
  const [order = "", ...ordered] = text.split(ends.field);
  const columns: string[] = [];
  order.split(",").forEach((place, at) => (columns[Number(place)] = ordered[at] ?? ""));
  const root = readColumns(columns.values());
  return Array.from({ length: count }, () => {
    const bytes = new Bytes();
    for (const byte of new TextEncoder().encode(signature)) bytes.push(byte);
    writeItem(root, bytes);
    return bytes.written;
  });
}

/** A column and those below it, each a text that begins with its kind. */
function columnsOf({ kind, text, children }: Column): string[] {
  const below = kind === kinds.array ? Array.from({ length: own }, (_, at) => children[at]) : [];
  const parts = below.flatMap((child) => columnsOf(child ?? column()));
  return [String(kind ?? kinds.uint) + text, ...parts];
}

function meanCode(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum += text.charCodeAt(at);
  return sum / text.length;
}

function readColumns(texts: Iterator<string, undefined>): Column {
  const { value } = texts.next();
  const text = value ?? "0";
  const kind = Number(text.charAt(0)) as Kind;
  const read: Column = { children: [], kind, text, at: 1 };
  if (kind === kinds.array) {
    for (let place = 0; place < own; place += 1) read.children.push(readColumns(texts));
  }
  return read;
}

class PieceReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  readInto(root: Column): void {
    const { length } = signature;
    if (new TextDecoder().decode(this.#bytes.subarray(0, length)) !== signature) {
      throw new Error("The piece does not begin as Pagefind's do.");
    }
    this.#at = length;
    this.#readItem(root);
    if (this.#at !== this.#bytes.length) throw new Error("The piece goes on after its end.");
  }

  #readItem(into: Column): void {
    const head = this.#byte();
    const kind = head >> 5;
    if (!isKind(kind)) throw new Error(`CBOR of major type ${String(kind)}.`);
    const value = this.#number(head & 31);
    into.kind ??= kind;
    if (into.kind !== kind) {
      // Columns of arrays have columns below them, which other kinds would not leave room for.
      if (kind === kinds.array) throw new Error("An array where no other piece has one.");
      into.text += otherKind + String(kind);
    }
    if (kind === kinds.text) {
      const text = new TextDecoder().decode(this.#bytes.subarray(this.#at, this.#at + value));
      if (Object.values(ends).some((end) => text.includes(end))) {
        throw new Error("A word with a control character.");
      }
      this.#at += value;
      into.text += text + ends.quote;
      return;
    }
    into.text += number(value);
    if (kind !== kinds.array) return;
    for (let place = 0; place < value; place += 1) this.#readItem(childOf(into, place));
  }

  #byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new Error("The piece ends too early.");
    this.#at += 1;
    return byte;
  }

  #number(low: number): number {
    if (low < 24) return low;
    const bytes = [1, 2, 4][low - 24];
    if (bytes === undefined) throw new Error("CBOR of no definite length.");
    let value = 0;
    for (let count = 0; count < bytes; count += 1) value = value * 256 + this.#byte();
    return value;
  }
}

function isKind(kind: number): kind is Kind {
  return Object.values<number>(kinds).includes(kind);
}

/** A number as one, two or three digits. */
function number(value: number): string {
  if (value < ones) return digits.charAt(value);
  const two = value - ones;
  if (two < twos * base)
    return digits.charAt(ones + Math.floor(two / base)) + digits.charAt(two % base);
  const three = two - twos * base;
  if (three >= threes * base * base) throw new Error(`${String(value)} is too large a number.`);
  const rest = three % (base * base);
  return (
    digits.charAt(ones + twos + Math.floor(three / base / base)) +
    digits.charAt(Math.floor(rest / base)) +
    digits.charAt(rest % base)
  );
}

const digitValues = new Uint8Array(0x80);
[...digits].forEach((digit, value) => (digitValues[digit.charCodeAt(0)] = value));

/** Bytes as they are written, in room that grows. */
class Bytes {
  #room = new Uint8Array(0x4000);
  #length = 0;

  push(byte: number): void {
    if (this.#length === this.#room.length) {
      const larger = new Uint8Array(this.#room.length * 2);
      larger.set(this.#room);
      this.#room = larger;
    }
    this.#room[this.#length] = byte;
    this.#length += 1;
  }

  /** All that was written. */
  get written(): Uint8Array {
    return this.#room.slice(0, this.#length);
  }
}

function writeItem(from: Column, bytes: Bytes): void {
  let kind = from.kind ?? kinds.uint;
  if (from.text.charCodeAt(from.at) === otherKindCode && kind !== kinds.text) {
    kind = Number(from.text.charAt(from.at + 1)) as Kind;
    from.at += 2;
  }
  if (kind === kinds.text) {
    const end = from.text.indexOf(ends.quote, from.at);
    const text = new TextEncoder().encode(from.text.slice(from.at, end));
    from.at = end + 1;
    writeHead(kind, text.length, bytes);
    for (const byte of text) bytes.push(byte);
    return;
  }
  const value = nextNumber(from);
  writeHead(kind, value, bytes);
  if (kind !== kinds.array) return;
  for (let place = 0; place < value; place += 1) writeItem(childOf(from, place), bytes);
}

function nextNumber(from: Column): number {
  const next = (): number => digitValues[from.text.charCodeAt(from.at++)] ?? 0;
  const first = next();
  if (first < ones) return first;
  if (first < ones + twos) return ones + (first - ones) * base + next();
  return ones + twos * base + ((first - ones - twos) * base + next()) * base + next();
}

/** The head of an item in its shortest form, as deterministic encoders write it. */
function writeHead(kind: Kind, value: number, bytes: Bytes): void {
  const type = kind << 5;
  const size = value < 24 ? 0 : value < 0x100 ? 1 : value < 0x10000 ? 2 : 4;
  bytes.push(type | (size === 0 ? value : size === 4 ? 26 : 23 + size));
  for (let shift = (size - 1) * 8; shift >= 0; shift -= 8) bytes.push((value >>> shift) & 0xff);
}
