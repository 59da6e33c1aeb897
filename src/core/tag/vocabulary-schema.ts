/** The shape of the vocabulary files, as people write them in YAML. */
import { z } from "zod";

const id = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    "an id is in kebab case: lower-case words joined by hyphens",
  );
const sentence = z.string().trim().min(1, "it may not be empty");

const rule = z.strictObject({
  id,
  says: sentence,
  strength: z.enum(["strong", "fair", "hint"]),
  match: z.array(sentence).min(1, "a rule needs at least one pattern"),
});

const concept = z.strictObject({
  id,
  prefLabel: sentence,
  altLabels: z.array(sentence).default([]),
  hiddenLabels: z.array(sentence).default([]),
  broader: z.array(id).default([]),
  implies: z.array(id).optional(),
  related: z.array(id).default([]),
  definition: sentence,
  introducedBy: z
    .strictObject({
      title: sentence,
      authors: sentence,
      year: z.int().min(1900).max(2100),
      arxivId: z
        .string()
        .regex(/^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})$/, "an arXiv id without version")
        .nullable()
        .default(null),
    })
    .nullable()
    .default(null),
  notToBeConfusedWith: z
    .array(z.strictObject({ text: sentence, technique: id.nullable().default(null) }))
    .default([]),
  background: z.enum(["context", "subject"]).default("context"),
  namedInPassing: z.boolean().default(false),
  company: z.array(sentence).default([]),
  rules: z.array(rule).default([]),
  except: z.array(sentence).default([]),
  examples: z.strictObject({
    positive: z.array(sentence).min(1, "at least one sentence that must be tagged"),
    negative: z.array(sentence).min(1, "at least one sentence that must not be tagged core"),
  }),
  status: z.enum(["active", "merged"]).default("active"),
  replacedBy: id.nullable().default(null),
});

/** A file of techniques: families and the techniques in them. */
export const techniquesFile = z.strictObject({
  scheme: z.literal("techniques"),
  families: z.array(z.strictObject({ id, prefLabel: sentence, definition: sentence })).default([]),
  concepts: z.array(concept.extend({ family: id })),
});

/** A file of areas. */
export const areasFile = z.strictObject({
  scheme: z.literal("areas"),
  concepts: z.array(concept),
});

/** A file of resources. Their names prove themselves, so examples may be left out. */
export const resourcesFile = z.strictObject({
  scheme: z.literal("resources"),
  concepts: z.array(
    concept.extend({
      kind: z.enum(["benchmark", "model"]),
      examples: z
        .strictObject({
          positive: z.array(sentence).default([]),
          negative: z.array(sentence).default([]),
        })
        .default({ positive: [], negative: [] }),
    }),
  ),
});

/** A file of named phrases. */
export const phrasesFile = z.strictObject({
  scheme: z.literal("phrases"),
  phrases: z.record(id, sentence),
});

/** Any vocabulary file. */
export const vocabularyFile = z.discriminatedUnion("scheme", [
  techniquesFile,
  areasFile,
  resourcesFile,
  phrasesFile,
]);

/** A vocabulary file as read. */
export type VocabularyFile = z.infer<typeof vocabularyFile>;
