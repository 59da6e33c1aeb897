/** Reads vocabulary files: YAML, then shape, then meaning; all problems are collected, none is thrown. */
import type { Document } from "yaml";
import { LineCounter, isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { ArxivId, FamilyId, TechniqueId } from "../ids.ts";
import type { VocabularyFile } from "./vocabulary-schema.ts";
import { vocabularyFile } from "./vocabulary-schema.ts";
import { checkVocabulary } from "./vocabulary-checks.ts";
import type {
  Concept,
  FamilyConcept,
  ResourceConcept,
  TechniqueConcept,
  Vocabulary,
  VocabularyProblem,
} from "./vocabulary.ts";

/** A place inside a file's data: keys and indices from the root. */
export type DataPath = readonly (string | number)[];

/** Reports a problem at a place of a file. */
export type Report = (
  file: string,
  path: DataPath,
  problem: Pick<VocabularyProblem, "rule" | "message" | "hint">,
) => void;

/** Where a concept was written, for messages about it. */
export interface Origin {
  readonly file: string;
  readonly path: DataPath;
}

/**
 * Reads the vocabularies.
 * @param files name and text of every file, in any order (they are read in the order of their names)
 * @returns all problems found; the vocabulary, or `null` when there is any problem
 */
export function parseVocabularies(files: readonly { file: string; text: string }[]): {
  vocabulary: Vocabulary | null;
  problems: readonly VocabularyProblem[];
} {
  const problems: VocabularyProblem[] = [];
  const sources = new Map<string, { document: Document.Parsed; lines: LineCounter }>();
  const report: Report = (file, path, problem) => {
    const source = sources.get(file);
    const position = source === undefined ? { line: 1, col: 1 } : locate(source, path);
    problems.push({ file, line: position.line, column: position.col, ...problem });
  };

  const read: { file: string; data: VocabularyFile }[] = [];
  const ordered = [...files].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  for (const { file, text } of ordered) {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    if (document.errors.length > 0) {
      for (const error of document.errors) {
        const { line, col } = lines.linePos(error.pos[0]);
        problems.push({
          file,
          line,
          column: col,
          rule: "vocabulary-yaml",
          message: `This is not YAML: ${error.message}`,
          hint: "Check indentation and quotes around this line.",
        });
      }
      continue;
    }
    sources.set(file, { document, lines });
    const parsed = vocabularyFile.safeParse(toData(document));
    if (parsed.success) {
      read.push({ file, data: parsed.data });
      continue;
    }
    for (const issue of parsed.error.issues) {
      // A field that should not be there is pointed at itself, not at what it stands in.
      const keys = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
      const path = [...issue.path, ...keys].map((key) =>
        typeof key === "number" ? key : String(key),
      );
      report(file, path, {
        rule: "vocabulary-shape",
        message: `${path.length === 0 ? "The file" : path.join(".")}: ${issue.message}.`,
        hint: "src/core/tag/vocabulary-schema.ts states what each field must be.",
      });
    }
  }

  const { vocabulary, origins } = assemble(read);
  // Meaning is checked only where every file could be read: else each gap would be reported twice.
  if (problems.length === 0) checkVocabulary(vocabulary, origins, report);
  return { vocabulary: problems.length === 0 ? vocabulary : null, problems };
}

/** The document as plain data; aliases that blow up beyond the library's limit count as no data. */
function toData(document: Document.Parsed): unknown {
  try {
    return document.toJS();
  } catch {
    return null;
  }
}

function locate(
  source: { document: Document.Parsed; lines: LineCounter },
  path: DataPath,
): { line: number; col: number } {
  let node: unknown = source.document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
      if (pair === undefined) break;
      offset = rangeStart(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === "number") {
      node = node.items[step];
      offset = rangeStart(node) ?? offset;
    } else break;
  }
  return source.lines.linePos(offset);
}

function rangeStart(node: unknown): number | undefined {
  if (isScalar(node) || isMap(node) || isSeq(node)) return node.range?.[0];
  return undefined;
}

type WrittenConcept = Extract<VocabularyFile, { scheme: "areas" }>["concepts"][number];

function assemble(read: readonly { file: string; data: VocabularyFile }[]): {
  vocabulary: Vocabulary;
  origins: ReadonlyMap<object, Origin>;
} {
  const families: FamilyConcept[] = [];
  const techniques: TechniqueConcept[] = [];
  const areas: Concept[] = [];
  const resources: ResourceConcept[] = [];
  const phrases = new Map<string, string>();
  const origins = new Map<object, Origin>();
  for (const { file, data } of read) {
    switch (data.scheme) {
      case "techniques":
        data.families.forEach((family, index) => {
          const made: FamilyConcept = { ...family, id: family.id as FamilyId };
          origins.set(made, { file, path: ["families", index] });
          families.push(made);
        });
        data.concepts.forEach((written, index) => {
          const made: TechniqueConcept = {
            ...toConcept<TechniqueId>(written),
            family: written.family as FamilyId,
          };
          origins.set(made, { file, path: ["concepts", index] });
          techniques.push(made);
        });
        break;
      case "areas":
        data.concepts.forEach((written, index) => {
          const made = toConcept(written);
          origins.set(made, { file, path: ["concepts", index] });
          areas.push(made);
        });
        break;
      case "resources":
        data.concepts.forEach((written, index) => {
          const made: ResourceConcept = { ...toConcept(written), kind: written.kind };
          origins.set(made, { file, path: ["concepts", index] });
          resources.push(made);
        });
        break;
      case "phrases":
        for (const [name, source] of Object.entries(data.phrases)) phrases.set(name, source);
        break;
    }
  }
  return { vocabulary: { families, techniques, areas, resources, phrases }, origins };
}

/** The ids were checked to be kebab case by the schema; that they exist is checked afterwards. */
function toConcept<Id extends string>(written: WrittenConcept): Concept<Id> {
  const ids = (list: readonly string[]): readonly Id[] => list.map((one) => one as Id);
  return {
    id: written.id as Id,
    prefLabel: written.prefLabel,
    altLabels: written.altLabels,
    hiddenLabels: written.hiddenLabels,
    broader: ids(written.broader),
    implies: ids(written.implies ?? written.broader),
    related: ids(written.related),
    definition: written.definition,
    introducedBy:
      written.introducedBy === null
        ? null
        : {
            ...written.introducedBy,
            arxivId: written.introducedBy.arxivId as ArxivId | null,
          },
    notToBeConfusedWith: written.notToBeConfusedWith.map(({ text, technique }) => ({
      text,
      technique: technique as TechniqueId | null,
    })),
    background: written.background,
    namedInPassing: written.namedInPassing,
    company: written.company,
    rules: written.rules,
    except: written.except,
    examples: written.examples,
    status: written.status,
    replacedBy: written.replacedBy as Id | null,
  };
}
