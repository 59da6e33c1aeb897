/** The content collections: parts of the corpus, and the prose of the technique pages. */
import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";
import type { Corpus } from "./core/model.ts";
import { corpusLoader, type CorpusPart } from "./loaders/corpus-loader.ts";

/** A part's objects as the core made them, with their place in its order; typed, not checked twice. */
const part = <Part extends CorpusPart>(name: Part) =>
  defineCollection({
    loader: corpusLoader(name),
    schema: z.custom<Corpus[Part][number] & { readonly order: number }>(),
  });

/** Prose, equations and code of a technique; the file's name is the technique's id. */
const techniqueTexts = defineCollection({
  loader: glob({ base: "./src/content/techniques", pattern: "*.mdx" }),
  schema: z.strictObject({
    technique: z.string(),
    sources: z.array(
      z.strictObject({
        title: z.string(),
        authors: z.string(),
        year: z.int(),
        arxivId: z.string().optional(),
        url: z.url().optional(),
      }),
    ),
  }),
});

export const collections = {
  papers: part("papers"),
  lists: part("lists"),
  techniques: part("techniques"),
  families: part("families"),
  areas: part("areas"),
  resources: part("resources"),
  rules: part("rules"),
  techniqueTexts,
};
