/**
 * The technique vocabulary as linked data: SKOS concepts (https://www.w3.org/TR/skos-reference/) in
 * JSON-LD 1.1, with Dublin Core terms for the source paper and for what took a merged concept's place.
 */
import type { FamilyId, PaperId, TechniqueId } from "../ids.ts";
import type { Corpus, Family, Technique } from "../model.ts";

/** Terms of the documents; `papershelf` terms are this site's own. */
const context = {
  skos: "http://www.w3.org/2004/02/skos/core#",
  dct: "http://purl.org/dc/terms/",
  id: "@id",
  type: "@type",
  prefLabel: { "@id": "skos:prefLabel", "@language": "en" },
  altLabel: { "@id": "skos:altLabel", "@language": "en", "@container": "@set" },
  definition: { "@id": "skos:definition", "@language": "en" },
  scopeNote: { "@id": "skos:scopeNote", "@language": "en", "@container": "@set" },
  broader: { "@id": "skos:broader", "@type": "@id", "@container": "@set" },
  narrower: { "@id": "skos:narrower", "@type": "@id", "@container": "@set" },
  related: { "@id": "skos:related", "@type": "@id", "@container": "@set" },
  inScheme: { "@id": "skos:inScheme", "@type": "@id" },
  member: { "@id": "skos:member", "@type": "@id", "@container": "@set" },
  source: "dct:source",
  isReplacedBy: { "@id": "dct:isReplacedBy", "@type": "@id" },
  title: "dct:title",
  creator: "dct:creator",
  date: "dct:date",
} as const;

/** Absolute addresses that identify what the documents speak of. */
export interface SkosAddresses {
  readonly scheme: string;
  readonly technique: (id: TechniqueId) => string;
  readonly family: (id: FamilyId) => string;
  readonly paper: (id: PaperId) => string;
}

/** The papers of one technique, by role. */
export interface PapersByRole {
  readonly core: readonly { readonly id: PaperId }[];
  readonly mention: readonly { readonly id: PaperId }[];
}

/**
 * One technique as a document of its own: the concept, the papers about it (`core`) and those that
 * mention it (`mention`).
 */
export function techniqueDocument(
  technique: Technique,
  papers: PapersByRole,
  address: SkosAddresses,
): object {
  return {
    "@context": {
      ...context,
      core: { "@reverse": "dct:subject", "@type": "@id", "@container": "@set" },
      mention: { "@reverse": "dct:references", "@type": "@id", "@container": "@set" },
    },
    ...concept(technique, address),
    core: papers.core.map(({ id }) => address.paper(id)),
    mention: papers.mention.map(({ id }) => address.paper(id)),
  };
}

/** The whole vocabulary: the scheme, its families as collections, its techniques as concepts. */
export function vocabularyDocument(
  { families, techniques }: Pick<Corpus, "families" | "techniques">,
  address: SkosAddresses,
): object {
  return {
    "@context": context,
    "@graph": [
      { id: address.scheme, type: "skos:ConceptScheme", title: "Techniques" },
      ...families.map((family) => collection(family, address)),
      ...techniques.map((technique) => concept(technique, address)),
    ],
  };
}

function collection(family: Family, address: SkosAddresses): object {
  return {
    id: address.family(family.id),
    type: "skos:Collection",
    prefLabel: family.label,
    definition: family.definition,
    member: family.techniques.map(address.technique),
  };
}

function concept(technique: Technique, address: SkosAddresses): object {
  const { introducedBy, replacedBy, notToBeConfusedWith } = technique;
  return {
    id: address.technique(technique.id),
    type: "skos:Concept",
    inScheme: address.scheme,
    prefLabel: technique.label,
    altLabel: [...technique.aliases],
    definition: technique.definition,
    scopeNote: notToBeConfusedWith.map(({ text }) => text),
    broader: technique.broader.map(address.technique),
    narrower: technique.narrower.map(address.technique),
    related: technique.related.map(address.technique),
    ...(introducedBy === null
      ? {}
      : {
          source: {
            ...(introducedBy.arxivId === null
              ? {}
              : { id: `https://arxiv.org/abs/${introducedBy.arxivId}` }),
            title: introducedBy.title,
            creator: introducedBy.authors,
            date: String(introducedBy.year),
          },
        }),
    ...(replacedBy === null ? {} : { isReplacedBy: address.technique(replacedBy) }),
  };
}
