/**
 * `seeds/permalinks.json`: every paper's address that was ever published, with the paper it belongs
 * to. A paper found there keeps its address for ever, whatever later lists bring; the file only grows.
 */
import { z } from "zod";
import { type Diagnostic, diagnose } from "./diagnostics.ts";
import { compareText } from "./order.ts";
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

/**
 * What is wrong between the file and the papers: addresses that lead nowhere now, each at its line,
 * and how many papers have an address that the file does not know.
 *
 * @param papers key of every paper by its id.
 * @param former addresses that lead on to a paper's present one.
 */
export function permalinkProblems(
  published: ReadonlyMap<string, string>,
  papers: ReadonlyMap<string, string>,
  former: ReadonlyMap<string, unknown>,
  file: TextFile | null,
): readonly Diagnostic[] {
  if (file === null) return [];
  const lines = new Map<string, number>();
  for (const [index, text] of file.text.split("\n").entries()) {
    const slug = /^\s*"([^"]+)"/.exec(text)?.[1];
    if (slug !== undefined) lines.set(slug, index + 1);
  }
  const problems = [...published.keys()]
    .filter((slug) => !papers.has(slug) && !former.has(slug))
    .map((slug) => {
      const message = `“${slug}” was published, and no paper has this address now.`;
      const place = { line: lines.get(slug) ?? 1, column: 1 };
      return diagnose("permalink-broken", file.path, place, message);
    });
  const missing = [...papers.keys()].filter((slug) => !published.has(slug)).length;
  if (missing > 0) {
    const message = `${String(missing)} of ${String(papers.size)} papers have addresses that the file does not keep.`;
    problems.push(diagnose("permalink-missing", file.path, { line: 1, column: 1 }, message));
  }
  return problems;
}

/**
 * The file's papers with those of a corpus added. A paper whose identifier has become known is kept
 * under it from then on: a title is a name that another paper may have as well.
 */
export function extendPermalinks(
  published: ReadonlyMap<string, string>,
  papers: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const extended = new Map(published);
  for (const [slug, key] of papers) {
    const kept = published.get(slug);
    if (kept === undefined || key.startsWith("arxiv:")) extended.set(slug, key);
  }
  return extended;
}
