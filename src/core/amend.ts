/**
 * `seeds/amendments.yaml`, and the files of `seeds/amendments/`: a person's corrections, each with a
 * reason. They win over every seed, and over the tagger.
 */
import { z } from "zod";
import { type Diagnostic, diagnose } from "./diagnostics.ts";
import type { ArxivId, PaperId, TechniqueId } from "./ids.ts";
import type { MergedPaper } from "./merge/merge.ts";
import type { PublishedDate, Tag } from "./model.ts";
import { parseArxivId, submissionMonth } from "./normalise/arxiv-id.ts";
import { isIsoDate, precisionOf } from "./normalise/dates.ts";
import { foldedLine } from "./normalise/text.ts";
import { readYaml, type TextFile } from "./yaml-file.ts";

/** YAML reads a bare year as a number. */
const isoDate = z.union([z.string(), z.int().transform(String)]);

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
        .string("must be text: put it in quotes, or its zeros are lost")
        .refine((id) => parseArxivId(id) === id, "must be an arXiv id without version"),
      published: isoDate.refine(isIsoDate, "must be a date such as 2026-01-30, 2026-01 or 2026"),
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
      const known = { add: add.filter(({ id }) => techniques.has(id)), remove };
      const earlier = byPaper.get(amendment.paper) ?? [];
      byPaper.set(amendment.paper, [...earlier, { ...amendment, techniques: known }]);
    }
  }
  return { of: (paper) => byPaper.get(paper) ?? [], diagnostics };
}

/** The paper with the fields that the amendments set. */
export function amendFields(paper: MergedPaper, amendments: readonly Amendment[]): MergedPaper {
  return amendments.reduce((amended, { set }) => {
    if (set === undefined) return amended;
    const authors = set.authors ?? amended.authors;
    const amendedId = set.arxivId as ArxivId | undefined;
    return {
      ...amended,
      title: set.title ?? amended.title,
      authors,
      authorCount: authors?.length ?? amended.authorCount,
      abstract: set.abstract ?? amended.abstract,
      // What rests on the identifier changes with it.
      ...(amendedId === undefined ? {} : { arxivId: amendedId, links: [] }),
      published: publishedAfter(amended.published, amendedId, set.published),
    };
  }, paper);
}

function publishedAfter(
  published: PublishedDate | null,
  arxivId: ArxivId | undefined,
  stated: string | undefined,
): PublishedDate | null {
  if (stated !== undefined) {
    return { value: stated, precision: precisionOf(stated), basis: "stated" };
  }
  const restsOnId = published === null || ["arxiv-id", "list-date"].includes(published.basis);
  return arxivId !== undefined && restsOnId ? submissionMonth(arxivId) : published;
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
