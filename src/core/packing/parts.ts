/**
 * What a page says of another one, its card or a long link to it, is written beside that other page,
 * where the same words stand already; the page itself keeps a reference.
 */

/** Before the three digits of a sheet's number and the character of a part's. */
const mark = "\uE000";
const reference = /\uE000(...)(.)/gsu;

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** Parts of a sheet at most. */
const most = 0x400;
/** Character of the first part of a sheet. */
const first = 0x30;

/** Shorter links stay where they are. */
const shortest = 100;

/** The parts that are written beside each page, by its number. */
export type Parts = Map<number, Map<string, number>>;

const card =
  /<article\b[^>]*><h[2-6]\b[^>]*><a\b[^>]*\shref="([^"]*)"(?:(?!<article\b).)*?<\/article>/gs;
const link = /<a\b[^>]*\shref="([^"]*)"[^>]*>.*?<\/a>/gs;

/** The links of a page, as they are written. */
export function linksIn(html: string): readonly string[] {
  return html.match(link) ?? [];
}

/**
 * The page with references in the place of cards (articles whose heading is a link) and of long
 * links. `numberOf` gives the number of the page that a part leads to, by the address in it; none
 * when the part is to stay.
 */
export function withReferences(
  html: string,
  own: number,
  numberOf: (address: string, part: string) => number | undefined,
  parts: Parts,
): string {
  const move = (part: string, address: string): string => {
    const number = numberOf(address, part);
    if (number === undefined || number === own || part.length < shortest) return part;
    return writtenBeside(part, number, parts);
  };
  return html.replace(card, move).replace(link, move);
}

/** Writes a part beside the page with the number; the reference to it, or the part where there is no room. */
export function writtenBeside(part: string, number: number, parts: Parts): string {
  let beside = parts.get(number);
  if (beside === undefined) parts.set(number, (beside = new Map<string, number>()));
  let place = beside.get(part);
  if (place === undefined) {
    if (beside.size === most) return part;
    beside.set(part, (place = beside.size));
  }
  return mark + sheetDigits(number) + String.fromCharCode(first + place);
}

/** Numbers of the sheets that the page's references name. */
export function referredSheets(text: string): Set<number> {
  return new Set(Array.from(text.matchAll(reference), ([, sheet = ""]) => sheetNumber(sheet)));
}

/** The page with the parts in the place of their references. */
export function withParts(text: string, part: (sheet: number, place: number) => string): string {
  return text.replace(reference, (_, sheet: string, place: string) =>
    part(sheetNumber(sheet), place.charCodeAt(0) - first),
  );
}

/** A number below 262,144 as three digits. */
function sheetDigits(number: number): string {
  return [number >> 12, (number >> 6) & 63, number & 63]
    .map((digit) => digits.charAt(digit))
    .join("");
}

function sheetNumber(text: string): number {
  return [...text].reduce((number, digit) => number * 64 + digits.indexOf(digit), 0);
}
