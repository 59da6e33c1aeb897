/**
 * A sheet: all that packs hold of one page. Its fields are the page's address below the root
 * (`papers/x/`), the page's HTML, what the search index knows of it (or nothing), and the parts of
 * other pages that speak of it.
 */
import { ends } from "./alphabet.ts";
import { unquoted } from "./quotes.ts";
import { decoded } from "./phrases.ts";

/** A sheet's fields. */
export interface Sheet {
  readonly address: string;
  readonly html: string;
  /** A file of the search index, as text; empty when there is none. */
  readonly data: string;
  readonly parts: readonly string[];
}

/** A sheet as one text. */
export function sheetText({ address, html, data, parts }: Sheet): string {
  return [address, html, data, ...parts].join(ends.field);
}

/** Reads a sheet as it stands in a pack. */
export function readSheet(packed: string, table: readonly string[]): Sheet {
  const fields = unquoted(decoded(packed, table)).split(ends.field);
  const [address = "", html = "", data = "", ...parts] = fields;
  return { address, html, data, parts };
}

/** Names of files that are alike: what all begin and end with, and the rest of each. */
export interface Names {
  readonly before: string;
  readonly after: string;
  /** With commas between; an empty name stands for a place without a file. */
  readonly names: string;
}

/** Writes names of files; `null` stands for a place without a file. */
export function writeNames(paths: readonly (string | null)[]): Names {
  const [sample = "", ...others] = paths.filter((path) => path !== null);
  const shared = (from: (path: string, length: number) => string): string => {
    let length = sample.length;
    while (length > 0 && !others.every((path) => from(path, length) === from(sample, length))) {
      length -= 1;
    }
    return from(sample, length);
  };
  const before = others.length === 0 ? "" : shared((path, length) => path.slice(0, length));
  const after =
    others.length === 0 ? "" : shared((path, length) => (length === 0 ? "" : path.slice(-length)));
  const names = paths.map((path) =>
    path === null ? "" : path.slice(before.length, path.length - after.length),
  );
  return { before, after, names: names.join(",") };
}

/** The place of every named file. */
export function readNames({ before, after, names }: Names): Map<string, number> {
  const places = new Map<string, number>();
  names.split(",").forEach((name, place) => {
    if (name !== "") places.set(before + name + after, place);
  });
  return places;
}
