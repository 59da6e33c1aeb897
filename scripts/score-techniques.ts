/**
 * `npm run score:techniques`: scores the tagger on the hand labels of the seeds (`tests/gold/`), without
 * amendments. Prints micro and macro figures for the core role, a table per technique, and every
 * disagreement with its evidence.
 *
 * `npm run score:techniques -- --papers papers.jsonl --labels labels.jsonl` scores it on other labelled
 * papers: lines of `{ id, title, abstract }`, and of `{ id, core, mention }`. With `--figures` only the
 * figures are printed, so that papers kept for a later test stay unseen.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { corpusOfFolder, readVocabulary } from "../src/io/corpus.ts";
import type { Tag } from "../src/core/model.ts";
import { type Agreement, type GoldLabels, scoreTags } from "../src/core/tag/score.ts";
import { createTagger } from "../src/core/tag/tagger.ts";
import { parseVocabularies } from "../src/core/tag/vocabulary.ts";

const root = path.resolve(import.meta.dirname, "..");
const { values: flags } = parseArgs({
  options: {
    papers: { type: "string" },
    labels: { type: "string" },
    figures: { type: "boolean", default: false },
  },
});
if ((flags.papers === undefined) !== (flags.labels === undefined)) {
  console.error("--papers and --labels go together: the texts, and what experts say of them.");
  process.exit(2);
}
const { vocabulary, problems } = parseVocabularies(readVocabulary());
if (vocabulary === null) {
  for (const { file, line, column, message, hint } of problems)
    console.error(`${file}:${String(line)}:${String(column)} ${message} ${hint}`);
  process.exit(1);
}

/** Titles are the key between labels and papers; marks and spaces do not tell them apart. */
const titleKey = (title: string): string => title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** Lines of JSON, each of one shape. */
const readLines = <T>(file: string, shape: z.ZodType<T>): T[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => shape.parse(JSON.parse(line)));

const labelled = { core: z.array(z.string()), mention: z.array(z.string()) };

/** Texts and labels, joined by title (seeds) or by id (other papers). */
const { papers, labels } = ((): {
  papers: ReadonlyMap<string, { readonly title: string; readonly abstract: string }>;
  labels: readonly GoldLabels[];
} => {
  if (flags.papers === undefined || flags.labels === undefined)
    return {
      papers: new Map(
        corpusOfFolder(path.join(root, "seeds")).corpus.papers.map((paper) => [
          titleKey(paper.title),
          paper,
        ]),
      ),
      labels: readLines(
        path.join(root, "tests/gold/seeds.labels.jsonl"),
        z.object({ title: z.string(), ...labelled }),
      ),
    };
  const text = z.object({ id: z.string(), title: z.string(), abstract: z.string() });
  const texts = new Map(readLines(flags.papers, text).map((paper) => [paper.id, paper]));
  return {
    papers: new Map([...texts.values()].map((paper) => [titleKey(paper.title), paper])),
    labels: readLines(flags.labels, z.object({ id: z.string(), ...labelled })).map(
      ({ id, ...gold }) => ({ title: texts.get(id)?.title ?? id, ...gold }),
    ),
  };
})();

const tagger = createTagger(vocabulary);
const missing: string[] = [];
const texts = new Map<string, { title: string; abstract: string }>();
const compared: { gold: GoldLabels; tags: readonly Tag[] }[] = [];
for (const gold of labels) {
  const paper = papers.get(titleKey(gold.title));
  if (paper === undefined) {
    missing.push(gold.title);
    continue;
  }
  texts.set(gold.title, paper);
  compared.push({ gold, tags: tagger(paper).techniques });
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
