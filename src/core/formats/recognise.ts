/** Recognises a seed's format from its content; the file's name plays no part. */
import { type Diagnostic, diagnose } from "../diagnostics.ts";
import type { SourceText } from "../source.ts";
import { arxivDigest } from "./arxiv-digest.ts";
import type { SeedFormat } from "./format.ts";
import { huggingFaceDailyPapers } from "./hugging-face-daily-papers.ts";

/** Every format there is; a new one is added here. */
export const formats: readonly SeedFormat[] = [arxivDigest, huggingFaceDailyPapers];

/** The one format whose marks the text has, or a diagnostic when it is none or more than one. */
export function recognise(
  source: SourceText,
): { readonly format: SeedFormat } | { readonly problem: Diagnostic } {
  const candidates = formats
    .map((format) => ({ format, marks: format.marks(source) }))
    .filter(({ marks }) => marks > 0);
  const [first, second] = candidates;
  const start = { line: source.lines.find((line) => !line.isBlank)?.number ?? 1, column: 1 };
  if (first === undefined) {
    const known = formats.map((format) => format.label).join(", ");
    return {
      problem: diagnose(
        "unknown-format",
        source.file,
        start,
        `The file looks like none of the known formats (${known}); nothing of it is published.`,
      ),
    };
  }
  if (second !== undefined) {
    const found = candidates.map(({ format, marks }) => `${format.label} (${String(marks)} marks)`);
    return {
      problem: diagnose(
        "two-formats",
        source.file,
        start,
        `The file looks like ${found.join(" and ")}; nothing of it is published.`,
      ),
    };
  }
  return { format: first.format };
}
