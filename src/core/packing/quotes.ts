/**
 * What a page says more than once, such as its title or an author, is written once, before the
 * page's text, and quoted: as it is, percent-encoded or as a slug. Pages of a kind then look so much
 * alike that phrases cover all that is not their own.
 */
import { slug } from "../slug.ts";
import { ends } from "./alphabet.ts";

/** A form in which a quote may stand, and the character that quotes the first quote in this form. */
const forms: readonly { readonly first: number; readonly write: (quote: string) => string }[] = [
  { first: 0xe100, write: (quote) => quote },
  { first: 0xe200, write: encodeURIComponent },
  { first: 0xe300, write: slug },
  // Names in parts, as RIS and CSL-JSON have them.
  { first: 0xe400, write: (quote) => inParts(quote, (given, family) => `${family}, ${given}`) },
  { first: 0xe500, write: (quote) => inParts(quote, (_, family) => `&quot;${family}&quot;`) },
  { first: 0xe600, write: (quote) => inParts(quote, (given) => `&quot;${given}&quot;`) },
];

/** What may be a name, taken apart before its last word; empty for other text. */
function inParts(quote: string, write: (given: string, family: string) => string): string {
  const [, given, family] = /^([^<>&]{1,40}) ([^\s<>&]+)$/.exec(quote) ?? [];
  return given === undefined || family === undefined ? "" : write(given, family);
}

/** Quotes of a text at most: characters between the forms. */
const most = 0x100;

/** Shorter ones cost more than they save; only short ones stand in addresses. */
const [shortest, longestInAddress] = [5, 400];

const quoteCharacters = /[\uE100-\uE6FF]/g;

/** What stands between the things that a page says, in its text and in its citations. */
const between = / · | and |, |[{}]|,?\s*\n\s*|arXiv |&quot;| {2}- /;

/** What may be quoted: the text between tags, and parts of it. */
export function quotable(text: string): Set<string> {
  const found = new Set<string>();
  for (const field of text.split(ends.field)) {
    for (const [, run = ""] of field.matchAll(/>([^<]+)</g)) {
      found.add(run);
      for (const part of run.split(between)) found.add(part);
    }
  }
  for (const each of found) if (each.length < shortest) found.delete(each);
  return found;
}

/**
 * The text with its quotes before it. `isCommon` tells what other pages say, too: a phrase is better
 * for that. `key`: what else may be quoted, such as the page's address.
 */
export function quoting(text: string, key: string, isCommon: (text: string) => boolean): string {
  const candidates = [...quotable(text).add(key)].filter((each) => !isCommon(each));
  candidates.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const quotes: string[] = [];
  let rest = text;
  for (const candidate of candidates) {
    if (quotes.length === most) break;
    const written = writtenForms(candidate);
    const uses = written.reduce((sum, { text: form }) => sum + rest.split(form).length - 1, 0);
    if (uses < 2 || candidate.length * (uses - 1) < 12) continue;
    for (const { first, text: form } of written) {
      rest = rest.replaceAll(form, String.fromCharCode(first + quotes.length));
    }
    quotes.push(candidate);
  }
  return [...inOrder(quotes, rest)].join(ends.quote);
}

/** The text as it was before `quoting`. */
export function unquoted(text: string): string {
  const quotes = text.split(ends.quote);
  const rest = quotes.pop() ?? "";
  return rest.replace(quoteCharacters, (char) => {
    const code = char.charCodeAt(0);
    const quote = quotes[code % most] ?? "";
    return forms.find(({ first }) => first === code - (code % most))?.write(quote) ?? "";
  });
}

/** The forms of a quote that differ, and are long enough to be told from other text. */
function writtenForms(quote: string): { readonly first: number; readonly text: string }[] {
  const written: { first: number; text: string }[] = [];
  for (const { first, write } of quote.length > longestInAddress ? forms.slice(0, 1) : forms) {
    const text = quote.isWellFormed() ? write(quote) : "";
    if (text.length < shortest || written.some((other) => other.text === text)) continue;
    written.push({ first, text });
  }
  return written;
}

/** Quotes in the order in which the text needs them, so that pages alike quote alike; then the text. */
function* inOrder(quotes: readonly string[], text: string): Generator<string> {
  const places = new Map<number, number>();
  const ordered = text.replace(quoteCharacters, (char) => {
    const code = char.charCodeAt(0);
    const place = places.get(code % most) ?? places.size;
    places.set(code % most, place);
    return String.fromCharCode(code - (code % most) + place);
  });
  for (const quote of places.keys()) yield quotes[quote] ?? "";
  yield ordered;
}
