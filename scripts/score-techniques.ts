/**
 * `npm run score:techniques`: scores the tagger on the hand labels of the seeds (`tests/gold/`), without
 * amendments. Prints micro and macro figures for the core role, a table per technique, and every
 * disagreement with its evidence.
 *
 * `npm run score:techniques -- --seeds <folder> --labels tests/gold/digests.labels.jsonl --part kept` scores
 * it on the papers of other digests, labelled by arXiv id: lines of `{ id, part, core, mention }`. With
 * `--figures` only the figures are printed, so that papers kept for a later test stay unseen.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { corpusOfFolder, readVocabulary } from "../src/io/corpus.ts";
import type { Paper, Tag } from "../src/core/model.ts";
import { type Agreement, type GoldLabels, scoreTags, titleKey } from "../src/core/tag/score.ts";
import { createTagger } from "../src/core/tag/tagger.ts";
import { parseVocabularies } from "../src/core/tag/vocabulary.ts";

const root = path.resolve(import.meta.dirname, "..");
const { values: flags } = parseArgs({
  options: {
    seeds: { type: "string", default: path.join(root, "seeds") },
    labels: { type: "string", default: path.join(root, "tests/gold/seeds.labels.jsonl") },
    part: { type: "string" },
    figures: { type: "boolean", default: false },
  },
});
const { vocabulary, problems } = parseVocabularies(readVocabulary());
if (vocabulary === null) {
  for (const { file, line, column, message, hint } of problems)
    console.error(`${file}:${String(line)}:${String(column)} ${message} ${hint}`);
  process.exit(1);
}

/** Labels of one paper, which they name by title or by arXiv id. */
const labelled = z
  .object({
    title: z.string(),
    id: z.string(),
    part: z.string(),
    core: z.array(z.string()),
    mention: z.array(z.string()),
  })
  .partial({ title: true, id: true, part: true });

const papers = new Map<string, Paper>();
for (const paper of corpusOfFolder(flags.seeds).corpus.papers) {
  papers.set(titleKey(paper.title), paper);
  if (paper.arxivId !== null) papers.set(paper.arxivId, paper);
}

const tagger = createTagger(vocabulary);
const missing: string[] = [];
const texts = new Map<string, Paper>();
const compared: { gold: GoldLabels; tags: readonly Tag[] }[] = [];
for (const line of readFileSync(flags.labels, "utf8").split("\n")) {
  if (line.trim() === "") continue;
  const { title, id, part, core, mention } = labelled.parse(JSON.parse(line));
  if (flags.part !== undefined && part !== flags.part) continue;
  const paper = papers.get(id ?? titleKey(title ?? ""));
  if (paper === undefined) {
    missing.push(id ?? title ?? line);
    continue;
  }
  texts.set(paper.title, paper);
  compared.push({
    gold: { title: paper.title, core, mention },
    tags: tagger(paper).techniques,
  });
}
const scores = scoreTags(compared);

const figure = (value: number): string => value.toFixed(3);
const row = (name: string, one: Agreement): string =>
  [
    name.padEnd(32),
    ...[one.both, one.tagOnly, one.goldOnly].map((count) => String(count).padStart(6)),
    ...[one.precision, one.recall, one.f1].map((value) => figure(value).padStart(10)),
  ].join("");

if (!flags.figures) console.log("Disagreements");
for (const { title, technique, kind, gold, tag } of flags.figures ? [] : scores.disagreements) {
  const text = texts.get(title);
  const proof = (tag?.evidence ?? []).map(
    ({ field, start, end, rule }) =>
      `“${(text?.[field] ?? "").slice(start, end).replace(/\s+/g, " ")}” ${rule}`,
  );
  console.log(`- ${technique} (${kind}; labelled ${gold ?? "not"}): ${title}`);
  for (const line of proof) console.log(`    ${line}`);
}
console.log(
  `\n${"technique".padEnd(32)}  both   tag  gold precision    recall        F1   (core; “tag” and “gold”: one of the two only)`,
);
for (const [id, one] of scores.byTechnique) console.log(row(id, one));
const { micro, macro } = scores;
console.log(
  `\nmicro (core): precision ${figure(micro.precision)}, recall ${figure(micro.recall)}, F1 ${figure(micro.f1)}` +
    `\nmacro (core): precision ${figure(macro.precision)}, recall ${figure(macro.recall)}, F1 ${figure(macro.f1)}` +
    `\n${String(compared.length)} papers, ${String(micro.both + micro.goldOnly)} labels`,
);
if (missing.length > 0) {
  console.error(`There is no text for these labelled papers:\n${missing.join("\n")}`);
  process.exitCode = 1;
}
