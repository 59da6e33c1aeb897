/**
 * Short names of papers: their ids are titles, a link with fifty of them would be as long as a page. A
 * code is a fingerprint of the id. Where two papers of a site share one, their whole ids stand for them.
 */
import { fingerprint } from "../slug.ts";

/** The codes of papers, in their order. */
export function codesOf(ids: readonly string[]): readonly string[] {
  const codes = ids.map(fingerprint);
  const seen = new Set<string>();
  const shared = new Set<string>();
  // A whole id may have the shape of another paper's code, too.
  for (const code of [...codes, ...ids]) {
    if (seen.has(code)) shared.add(code);
    seen.add(code);
  }
  return codes.map((code, place) => (shared.has(code) ? (ids[place] ?? code) : code));
}

/** Finds papers by their ids or codes. */
export class PaperCodes {
  readonly #codes: readonly string[];
  readonly #places: ReadonlyMap<string, number>;

  /** `codes`: of all papers, in their order. */
  constructor(codes: readonly string[]) {
    this.#codes = codes;
    this.#places = new Map(codes.map((code, place) => [code, place]));
  }

  /** The place of a paper among all; `null` for one that is not there. */
  placeOf(idOrCode: string): number | null {
    return this.#places.get(idOrCode) ?? this.#places.get(fingerprint(idOrCode)) ?? null;
  }

  /** What stands for a paper in a link; its id where the site does not have it. */
  codeOf(id: string): string {
    const place = this.placeOf(id);
    return place === null ? id : (this.#codes[place] ?? id);
  }
}
