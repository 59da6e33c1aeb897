/**
 * The published catalogue, `/papers.json`: the corpus as data for other programs. The schema here is
 * its contract; `/papers.schema.json` is made from it.
 */
import { z } from "zod";
import type { ListId, PaperId, TechniqueId } from "../ids.ts";
import type { Corpus } from "../model.ts";
import { parseRichText, toHtml } from "../rich-text/index.ts";

const evidence = z.strictObject({
  field: z.enum(["title", "abstract"]),
  start: z.int().min(0).describe("First UTF-16 code unit of the span in the field's text."),
  end: z.int().min(0).describe("One past the last code unit of the span."),
  rule: z.string().describe("The rule that fired."),
});

const tag = z.strictObject({
  id: z.string(),
  role: z.enum(["core", "mention"]),
  evidence: z.array(evidence).describe("Empty for a tag that a person added."),
});

const paper = z.strictObject({
  id: z.string().describe("Slug of the title, stable for ever: the last part of the address."),
  formerIds: z.array(z.string()).describe("Ids it had before; their addresses lead on."),
  title: z.string().describe("As in the seed; TeX kept as source."),
  titleHtml: z.string().describe("The title as HTML with MathML; derived from `title`."),
  authors: z.array(z.string()).nullable().describe("Null when the list does not name them."),
  authorCount: z.int().nullable(),
  organization: z.strictObject({ handle: z.string(), name: z.string() }).nullable(),
  arxivId: z.string().nullable().describe("Without version."),
  urls: z.strictObject({
    abs: z.url().nullable(),
    pdf: z.url().nullable(),
    huggingface: z.url().nullable(),
    code: z.array(z.url()),
    project: z.array(z.url()),
  }),
  abstract: z.string().describe("Exactly the seed's text, outer white space trimmed."),
  translations: z.array(
    z.strictObject({
      lang: z.string(),
      title: z.string().nullable(),
      abstract: z.string().nullable(),
    }),
  ),
  published: z
    .strictObject({
      value: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
      precision: z.enum(["day", "month", "year"]),
      basis: z.enum(["stated", "year-inferred", "arxiv-id", "list-date"]),
    })
    .nullable(),
  techniques: z.array(tag),
  areas: z.array(tag),
  resources: z.array(tag),
  appearances: z.array(
    z.strictObject({
      list: z.string(),
      position: z.int().min(1),
      line: z.int().min(1),
      comments: z.int().nullable(),
    }),
  ),
  related: z.array(z.strictObject({ id: z.string(), why: z.string() })),
  url: z.url(),
});

const technique = z.strictObject({
  id: z.string(),
  label: z.string(),
  family: z.string(),
  definition: z.string(),
  aliases: z.array(z.string()),
  broader: z.array(z.string()),
  related: z.array(z.string()),
  counts: z.strictObject({ core: z.int(), mention: z.int() }),
  url: z.url(),
});

const list = z.strictObject({
  id: z.string(),
  file: z.string(),
  title: z.string(),
  date: z.string().nullable(),
  source: z.string().nullable(),
  format: z.string(),
  entries: z.int().describe("How many papers the list has."),
  url: z.url(),
});

const catalogue = z.strictObject({
  $schema: z.url(),
  lists: z.array(list),
  techniques: z.array(technique),
  papers: z.array(paper).describe("Newest first."),
});

/** The published form of the whole corpus. */
export type Catalogue = z.input<typeof catalogue>;

/** Absolute addresses that the catalogue names. */
export interface CatalogueAddresses {
  readonly schema: string;
  readonly paper: (id: PaperId) => string;
  readonly technique: (id: TechniqueId) => string;
  readonly list: (id: ListId) => string;
}

/** The catalogue of a corpus. */
export function catalogueOf(corpus: Corpus, address: CatalogueAddresses): Catalogue {
  return {
    $schema: address.schema,
    lists: corpus.lists.map(({ id, file, title, date, source, format, entries }) => {
      return {
        id,
        file,
        title,
        date,
        source,
        format,
        entries: entries.length,
        url: address.list(id),
      };
    }),
    techniques: corpus.techniques.map((concept) => {
      const { id, label, family, definition, aliases, broader, related, counts } = concept;
      return {
        ...{ id, label, family, definition, counts, url: address.technique(id) },
        ...{ aliases: [...aliases], broader: [...broader], related: [...related] },
      };
    }),
    papers: corpus.papers.map((entry) => ({
      id: entry.id,
      formerIds: [...entry.formerIds],
      title: entry.title,
      titleHtml: toHtml(parseRichText(entry.title)),
      authors: entry.authors === null ? null : [...entry.authors],
      authorCount: entry.authorCount,
      organization: entry.organization,
      arxivId: entry.arxivId,
      urls: { ...entry.urls, code: [...entry.urls.code], project: [...entry.urls.project] },
      abstract: entry.abstract,
      translations: [...entry.translations],
      published: entry.published,
      techniques: entry.techniques.map((given) => ({ ...given, evidence: [...given.evidence] })),
      areas: entry.areas.map((given) => ({ ...given, evidence: [...given.evidence] })),
      resources: entry.resources.map((given) => ({ ...given, evidence: [...given.evidence] })),
      appearances: [...entry.appearances],
      related: [...entry.related],
      url: address.paper(entry.id),
    })),
  };
}

/** JSON Schema (draft 2020-12) of the catalogue. */
export function catalogueJsonSchema(id: string): object {
  return { $id: id, title: "Papershelf catalogue", ...z.toJSONSchema(catalogue) };
}
