/** The seeds folder, as the input of a corpus. All reading of seeds from disk is here. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { buildCorpus, type CorpusInput, type CorpusResult } from "../core/corpus.ts";
import { compareDiagnostics, type Diagnostic, diagnose } from "../core/diagnostics.ts";
import { compareText } from "../core/order.ts";
import type { SeedFile } from "../core/source.ts";
import type { TextFile } from "../core/yaml-file.ts";
import { parseVocabularies } from "../core/tag/vocabulary.ts";
import { root } from "./settings.ts";

/** Files of the seeds folder that are no lists. */
export const besideSeeds = {
  manifest: "lists.yaml",
  amendments: "amendments.yaml",
  amendmentsFolder: "amendments",
  permalinks: "permalinks.json",
} as const;

/** A larger file is not read: nothing a person collected is that big. */
const largestFile = 128 * 1024 * 1024;

const start = { line: 1, column: 1 };

/** Builds the corpus of a seeds folder. Whatever is wrong in the folder is a diagnostic. */
export function corpusOfFolder(folder: string): CorpusResult {
  const { seeds, diagnostics } = readSeedFiles(folder);
  const beside = (name: string): TextFile | null => {
    const { file, problem } = readTextFile(folder, name);
    if (problem !== null) diagnostics.push(problem);
    return file;
  };
  const input: CorpusInput = {
    seeds,
    manifest: beside(besideSeeds.manifest),
    amendments: amendmentNames(folder).flatMap((name) => beside(name) ?? []),
    permalinks: beside(besideSeeds.permalinks),
    vocabulary: readVocabulary(),
  };
  const result = buildCorpus(input);
  const all = [...diagnostics, ...result.diagnostics].sort(compareDiagnostics);
  return { ...result, diagnostics: all };
}

/** Ids of all techniques; empty while the vocabulary cannot be read, which a check reports. */
export function techniqueIds(): ReadonlySet<string> {
  const { vocabulary } = parseVocabularies(readVocabulary());
  return new Set((vocabulary?.techniques ?? []).map(({ id }) => id));
}

/** Path of a file as messages print it: from the root when it is inside, with forward slashes. */
export function printedPath(file: string): string {
  const relative = path.relative(root, file);
  const printed = relative.startsWith("..") || path.isAbsolute(relative) ? file : relative;
  return printed.split(path.sep).join("/");
}

function readSeedFiles(folder: string): {
  readonly seeds: readonly SeedFile[];
  readonly diagnostics: Diagnostic[];
} {
  const others = new Set<string>(Object.values(besideSeeds));
  const diagnostics: Diagnostic[] = [];
  const seeds: SeedFile[] = [];
  let names: readonly string[];
  try {
    names = readdirSync(folder).sort(compareText);
  } catch {
    const message = "The seeds folder is not there, or may not be read.";
    return { seeds, diagnostics: [diagnose("no-seeds", printedPath(folder), start, message)] };
  }
  for (const name of names) {
    if (name.startsWith(".") || others.has(name) || /^readme(?:\.|$)/i.test(name)) continue;
    const seed = readSeed(path.join(folder, name), name);
    if ("bytes" in seed) seeds.push(seed);
    else diagnostics.push(seed);
  }
  if (seeds.length === 0) {
    diagnostics.push(
      diagnose("no-seeds", printedPath(folder), start, "The folder holds no seed file."),
    );
  }
  return { seeds, diagnostics };
}

function readSeed(file: string, name: string): SeedFile | Diagnostic {
  const printed = printedPath(file);
  try {
    const stat = statSync(file);
    if (!stat.isFile()) {
      return diagnose("not-a-file", printed, start, "This is no file, so it is not read.");
    }
    if (stat.size > largestFile) {
      const size = `${String(Math.round(stat.size / 1024 / 1024))} MB`;
      return diagnose("file-too-large", printed, start, `The file has ${size}; it is not read.`);
    }
    return { path: printed, name, bytes: readFileSync(file) };
  } catch (error) {
    const reason =
      error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
    const message =
      reason === "ENOENT" ? "The link leads to no file." : `The file cannot be read (${reason}).`;
    return diagnose("unreadable-file", printed, start, message);
  }
}

/** A file of the folder as text: `null` when there is none, a problem when it cannot be read. */
export function readTextFile(
  folder: string,
  name: string,
): { readonly file: TextFile | null; readonly problem: Diagnostic | null } {
  const file = path.join(folder, name);
  if (!existsSync(file)) return { file: null, problem: null };
  const seed = readSeed(file, name);
  if (!("bytes" in seed)) return { file: null, problem: { ...seed, severity: "error" } };
  return { file: { path: seed.path, text: new TextDecoder().decode(seed.bytes) }, problem: null };
}

/** The one file of amendments, then those of the folder, by name. */
function amendmentNames(folder: string): readonly string[] {
  const more = path.join(folder, besideSeeds.amendmentsFolder);
  const isFolder = existsSync(more) && statSync(more).isDirectory();
  const names = isFolder ? readdirSync(more).filter((name) => /\.ya?ml$/.test(name)) : [];
  return [
    besideSeeds.amendments,
    ...names.sort(compareText).map((name) => path.join(besideSeeds.amendmentsFolder, name)),
  ];
}

/** The vocabulary's files: those of the project, whatever folder the seeds are in. */
export function readVocabulary(): CorpusInput["vocabulary"] {
  const folder = path.join(root, "src/content/vocabulary");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort(compareText)
    .map((name) => ({
      file: printedPath(path.join(folder, name)),
      text: readFileSync(path.join(folder, name), "utf8"),
    }));
}
