/**
 * CSL-JSON for one paper: the input of citation processors, and what Zotero, Pandoc and their like
 * import. Fields and types are those of https://github.com/citation-style-language/schema (csl-data.json).
 */
import type { Paper } from "../model.ts";
import { parseRichText, toPlain } from "../rich-text/index.ts";
import { arxivDoi } from "./arxiv-doi.ts";
import { citationKey } from "./citation-key.ts";
import { personName } from "./person.ts";

/** A name as CSL has it. */
interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly "non-dropping-particle"?: string;
  readonly suffix?: string;
  readonly literal?: string;
}

/** The fields of a CSL item that a digest can fill. */
export interface CslItem {
  readonly id: string;
  /** CSL's type for preprints and other papers that stand on their own. */
  readonly type: "article";
  readonly title: string;
  readonly author?: readonly CslName[];
  /** Year, month, day, as far as they are known. */
  readonly issued?: { readonly "date-parts": readonly (readonly number[])[] };
  readonly genre?: "preprint";
  readonly publisher?: "arXiv";
  readonly number?: string;
  readonly DOI?: string;
  readonly URL?: string;
}

/** The item of one paper. Authors that the lists do not give are left out, never invented. */
export function cslItem(paper: Paper): CslItem {
  const { authors, arxivId, published, urls } = paper;
  const url = urls.abs ?? urls.pdf;
  return {
    id: citationKey(paper),
    type: "article",
    title: toPlain(parseRichText(paper.title)),
    ...(authors === null || authors.length === 0 ? {} : { author: authors.map(cslName) }),
    ...(published === null
      ? {}
      : { issued: { "date-parts": [published.value.split("-").map(Number)] } }),
    ...(arxivId === null
      ? {}
      : {
          genre: "preprint",
          publisher: "arXiv",
          number: `arXiv:${arxivId}`,
          DOI: arxivDoi(arxivId),
        }),
    ...(url === null ? {} : { URL: url }),
  };
}

/** The item as a file: CSL-JSON is an array of items. */
export function toCslJson(paper: Paper): string {
  return `${JSON.stringify([cslItem(paper)], null, 2)}\n`;
}

function cslName(source: string): CslName {
  const name = personName(source);
  if ("literal" in name) return name;
  const { family, given, particle, suffix } = name;
  return {
    family,
    given,
    ...(particle === null ? {} : { "non-dropping-particle": particle }),
    ...(suffix === null ? {} : { suffix }),
  };
}
