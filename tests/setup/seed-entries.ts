/**
 * Reads the four seed files once more, by their outward shape alone and without any code of the
 * project, so that the published catalogue can be held against what was collected.
 */
import { readFileSync } from "node:fs";
import path from "node:path";

/** One entry as it stands in a seed. */
export interface SeedEntry {
  readonly title: string;
  readonly abstract: string;
  readonly line: number;
  readonly authors: readonly string[] | null;
  readonly authorCount: number | null;
  readonly arxivId: string | null;
  /** `May 18` or `Jul 22, 2025`. */
  readonly day: string | null;
  readonly comments: number | null;
  readonly organization: string | null;
}

/** The seeds by file name, and how many entries each is known to hold. */
export const seedFiles = {
  "000_18d58bddea7532b7.txt": 21,
  "001_5784d448d1d661df.txt": 70,
  "002_430ccd52457c2aaf.txt": 34,
  "003_9d09260bb6d74f5c.txt": 62,
} as const;

/** The entries of one seed file, in its own order. */
export function seedEntries(file: string): readonly SeedEntry[] {
  const text = readFileSync(path.resolve(import.meta.dirname, "../../seeds", file), "utf8");
  return text.startsWith("# ") ? digestEntries(text) : dailyPapersEntries(text);
}

function digestEntries(text: string): SeedEntry[] {
  let line = 1;
  return text.split(/^(?=# )/m).map((block) => {
    const start = line;
    line += block.split("\n").length - 1;
    const field = (name: string): string =>
      block.split("\n").find((candidate) => candidate.startsWith(`**${name}**:`)) ?? "";
    const authors = field("Authors").replace("**Authors**:", "").split(", ");
    const abstract = block.slice(block.indexOf("**Abstract**:") + "**Abstract**:".length);
    return {
      title: block.slice(2, block.indexOf("\n")).trim(),
      abstract: abstract.replace(/\n---\s*$/, "").trim(),
      line: start,
      authors: authors.map((name) => name.trim()),
      authorCount: authors.length,
      arxivId: field("Link").split("/pdf/")[1]?.split(")")[0] ?? null,
      day: null,
      comments: null,
      organization: null,
    };
  });
}

/** A line as long as this is an abstract: no title of the seeds comes near. */
const abstractLength = 250;

function dailyPapersEntries(text: string): SeedEntry[] {
  const lines = text.split("\n").map((line) => line.trim());
  const entries: SeedEntry[] = [];
  lines.forEach((abstract, index) => {
    if (abstract.length < abstractLength) return;
    const filled = (from: number, step: 1 | -1): number => {
      let at = from + step;
      while (lines[at] === "") at += step;
      return at;
    };
    const titleLine = filled(index, -1);
    const dot = lines.indexOf("·", index);
    const next = lines.findIndex((line, at) => at > index && line.length >= abstractLength);
    const hasFacts = dot !== -1 && (next === -1 || dot < next);
    const facts = hasFacts ? lines.slice(index + 1, dot).filter((line) => line !== "") : [];
    const [, day, comments] =
      /^([A-Z][a-z]{2} \d{1,2}(?:, \d{4})?)(?: (\d+))?$/.exec(
        hasFacts ? (lines[filled(dot, 1)] ?? "") : "",
      ) ?? [];
    const count = /^• (\d+) authors$/.exec(facts.join(" "))?.[1];
    entries.push({
      title: lines[titleLine] ?? "",
      abstract,
      line: titleLine + 1,
      authors: null,
      authorCount: count === undefined ? null : Number(count),
      arxivId: null,
      day: day ?? null,
      comments: comments === undefined ? null : Number(comments),
      organization: count === undefined && facts.length > 0 ? facts.join(" ") : null,
    });
  });
  return entries;
}
