/**
 * `seeds/permalinks.json`: every paper's address that was ever published, with the paper it belongs
 * to. A paper found there keeps its address for ever, whatever later lists bring; the file only grows.
 */
import { z } from "zod";
import { compareText, type Diagnostic, diagnose } from "./diagnostics.ts";
import type { Group } from "./merge/identify.ts";
import type { TextFile } from "./yaml-file.ts";

const schema = z.strictObject({
  papers: z.record(z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.string().min(1)),
});

/** Published addresses: the slug of a paper's page, and the key of the paper. */
export interface Permalinks {
  /** By slug; the key is `arxiv:2601.21611` or `title:thekey`. */
  readonly papers: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads `permalinks.json`; `null` stands for no such file, which is how a new site begins. */
export function readPermalinks(file: TextFile | null): Permalinks {
  if (file === null) return { papers: new Map(), diagnostics: [] };
  const fail = (message: string): Permalinks => ({
    papers: new Map(),
    diagnostics: [diagnose("permalinks-shape", file.path, { line: 1, column: 1 }, message)],
  });
  let content: unknown;
  try {
    content = JSON.parse(file.text);
  } catch {
    return fail("The file is not JSON.");
  }
  const result = schema.safeParse(content);
  if (!result.success) {
    return fail(
      result.error.issues
        .map((issue) => `${issue.path.map(String).join(".")}: ${issue.message}`)
        .join("; "),
    );
  }
  return { papers: new Map(Object.entries(result.data.papers)), diagnostics: [] };
}

/**
 * The keys under which a paper may stand in the file: by id, and by each of its titles, so that a
 * paper whose id becomes known later, or whose title is mended, is found all the same.
 */
export function permalinkKeys(group: Group): readonly string[] {
  const titles = group.candidates.map((candidate) => `title:${candidate.titleKey}`);
  return [...(group.arxivId === null ? [] : [`arxiv:${group.arxivId}`]), ...new Set(titles)];
}

/** The file's content with these papers added; sorted, so that a diff shows just what is new. */
export function formatPermalinks(papers: ReadonlyMap<string, string>): string {
  const sorted = [...papers].sort(([a], [b]) => compareText(a, b));
  return `${JSON.stringify({ papers: Object.fromEntries(sorted) }, null, 2)}\n`;
}
