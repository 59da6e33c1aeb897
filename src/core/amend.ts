/**
 * `seeds/amendments.yaml`, and the files of `seeds/amendments/`: a person's corrections, each with a
 * reason. They win over every seed, and over the tagger.
 */
import { z } from "zod";
import { type Diagnostic, diagnose } from "./diagnostics.ts";
import type { ArxivId, PaperId, TechniqueId } from "./ids.ts";
import type { MergedPaper } from "./merge/merge.ts";
import type { PublishedDate, Tag } from "./model.ts";
import { parseArxivId } from "./normalise/arxiv-id.ts";
import { isIsoDate, precisionOf } from "./normalise/dates.ts";
import { foldedLine } from "./normalise/text.ts";
import { readYaml, type TextFile } from "./yaml-file.ts";

const addedTag = z.strictObject({ id: z.string(), role: z.enum(["core", "mention"]) });

const amendmentSchema = z.strictObject({
  paper: z.string().min(1),
  reason: z.string().trim().min(1, "say why, for the next reader"),
  set: z
    .strictObject({
      title: z.string().transform(foldedLine).pipe(z.string().min(1)),
      authors: z.array(z.string().trim().min(1)).min(1),
      abstract: z.string().trim().min(1),
      arxivId: z
        .string()
        .refine((id) => parseArxivId(id) === id, "must be an arXiv id without version"),
      published: z.string().refine(isIsoDate, "must be a date such as 2026-01-30, 2026-01 or 2026"),
    })
    .partial()
    .optional(),
  techniques: z
    .strictObject({ add: z.array(addedTag), remove: z.array(z.string()) })
    .partial()
    .optional(),
});

const schema = z.strictObject({ amendments: z.array(amendmentSchema) });

/** One correction, as the file has it. */
export type Amendment = z.output<typeof amendmentSchema>;

/** The corrections by the paper they are for, in the file's order. */
export interface Amendments {
  readonly of: (paper: PaperId) => readonly Amendment[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Rule id of the evidence-free tag that a person added. */
export const amendmentRule = "amendment";

/**
 * Reads the files of amendments, in their order, and reports corrections of papers and techniques
 * that do not exist.
 */
export function readAmendments(
  files: readonly TextFile[],
  papers: ReadonlySet<string>,
  techniques: ReadonlySet<string>,
): Amendments {
  const diagnostics: Diagnostic[] = [];
  const byPaper = new Map<string, Amendment[]>();
  for (const file of files) {
    const { value, diagnostics: found, at } = readYaml(file, schema, "amendment-shape");
    diagnostics.push(...found);
    for (const [index, amendment] of (value?.amendments ?? []).entries()) {
      const path = ["amendments", index];
      if (!papers.has(amendment.paper)) {
        const place = at([...path, "paper"]);
        const message = `There is no paper “${amendment.paper}”.`;
        diagnostics.push(diagnose("amendment-unknown-paper", file.path, place, message));
        continue;
      }
      const { add = [], remove = [] } = amendment.techniques ?? {};
      for (const id of [...add.map((tag) => tag.id), ...remove]) {
        if (techniques.has(id)) continue;
        const place = at([...path, "techniques"]);
        const message = `There is no technique “${id}”.`;
        diagnostics.push(diagnose("amendment-unknown-technique", file.path, place, message));
      }
      byPaper.set(amendment.paper, [...(byPaper.get(amendment.paper) ?? []), amendment]);
    }
  }
  return { of: (paper) => byPaper.get(paper) ?? [], diagnostics };
}

/** The paper with the fields that the amendments set. */
export function amendFields(paper: MergedPaper, amendments: readonly Amendment[]): MergedPaper {
  return amendments.reduce((amended, { set }) => {
    if (set === undefined) return amended;
    const authors = set.authors ?? amended.authors;
    return {
      ...amended,
      title: set.title ?? amended.title,
      authors,
      authorCount: authors?.length ?? amended.authorCount,
      abstract: set.abstract ?? amended.abstract,
      arxivId: (set.arxivId as ArxivId | undefined) ?? amended.arxivId,
      published: set.published === undefined ? amended.published : statedDate(set.published),
    };
  }, paper);
}

function statedDate(value: string): PublishedDate {
  return { value, precision: precisionOf(value), basis: "stated" };
}

/** The tags with those that the amendments take away or add; an added one has no evidence. */
export function amendTags(
  tags: readonly Tag<TechniqueId>[],
  amendments: readonly Amendment[],
): readonly Tag<TechniqueId>[] {
  return amendments.reduce((amended, { techniques }) => {
    const { add = [], remove = [] } = techniques ?? {};
    const gone = new Set<string>([...remove, ...add.map((tag) => tag.id)]);
    const added = add.map(({ id, role }): Tag<TechniqueId> => ({
      id: id as TechniqueId,
      role,
      evidence: [],
    }));
    return [...amended.filter((tag) => !gone.has(tag.id)), ...added];
  }, tags);
}
