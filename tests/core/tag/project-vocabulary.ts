/** The project's own vocabulary, as the build reads it. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseVocabularies, type Vocabulary } from "../../../src/core/tag/vocabulary.ts";

const folder = path.resolve(import.meta.dirname, "../../../src/content/vocabulary");

/** Name and text of every vocabulary file. */
export const vocabularyFiles = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => ({ file: name, text: readFileSync(path.join(folder, name), "utf8") }));

/** The vocabulary; throws with the problems found when there are any. */
export function projectVocabulary(): Vocabulary {
  const { vocabulary, problems } = parseVocabularies(vocabularyFiles);
  if (vocabulary === null) throw new Error(JSON.stringify(problems, null, 2));
  return vocabulary;
}
