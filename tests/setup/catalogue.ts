/** The published catalogue as its schema describes it, as far as the tests read it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { BuiltSite } from "../../src/io/site-links.ts";

/** A tag of a paper, with its proof. */
export interface CatalogueTag {
  readonly id: string;
  readonly role: "core" | "mention";
  readonly evidence: readonly {
    readonly field: "title" | "abstract";
    readonly start: number;
    readonly end: number;
  }[];
}

/** One paper of `papers.json`. */
export interface CataloguePaper {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
  readonly authors: readonly string[] | null;
  readonly authorCount: number | null;
  readonly organization: { readonly handle: string; readonly name: string } | null;
  readonly arxivId: string | null;
  readonly urls: {
    readonly abs: string | null;
    readonly pdf: string | null;
    readonly code: readonly string[];
  };
  readonly published: { readonly value: string; readonly basis: string } | null;
  readonly techniques: readonly CatalogueTag[];
  readonly areas: readonly CatalogueTag[];
  readonly resources: readonly CatalogueTag[];
  readonly appearances: readonly {
    readonly list: string;
    readonly position: number;
    readonly line: number;
    readonly comments: number | null;
  }[];
  readonly url: string;
}

/** `papers.json`. */
export interface Catalogue {
  readonly lists: readonly {
    readonly id: string;
    readonly file: string;
    readonly entries: number;
    readonly url: string;
  }[];
  readonly techniques: readonly { readonly id: string; readonly url: string }[];
  readonly papers: readonly CataloguePaper[];
}

/** Reads the catalogue of a built site. */
export function readCatalogue(site: BuiltSite): Catalogue {
  return JSON.parse(readFileSync(path.join(site.dir, "papers.json"), "utf8")) as Catalogue;
}
