/** `seeds/lists.yaml`: a person's word on what each list is called, when it was made, and where. */
import { z } from "zod";
import { type Diagnostic, diagnose } from "./diagnostics.ts";
import { isIsoDate } from "./normalise/dates.ts";
import { readYaml, type TextFile } from "./yaml-file.ts";

const entrySchema = z.strictObject({
  file: z.string().min(1),
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens")
    .refine((id) => id !== "page", "must not be “page”, which pagination uses")
    .optional(),
  title: z.string().trim().min(1).optional(),
  // YAML reads a bare year as a number.
  date: z
    .union([z.string(), z.int().transform(String)])
    .refine(isIsoDate, "must be a date such as 2026-01-30, 2026-01 or 2026")
    .optional(),
  source: z.string().trim().min(1).optional(),
});

const schema = z.strictObject({ lists: z.array(entrySchema) });

/** What `lists.yaml` says of one file; what it leaves out comes from the file itself. */
export type ManifestEntry = z.output<typeof entrySchema>;

/** The manifest, in its own order, which is the order of the lists. */
export interface Manifest {
  readonly entries: readonly ManifestEntry[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads `lists.yaml`. An entry for a file that is not there is reported and left out.
 *
 * @param file `null` when the folder has no such file: then every list is described by itself.
 * @param seedNames names of the seed files in the folder.
 */
export function readManifest(file: TextFile | null, seedNames: ReadonlySet<string>): Manifest {
  if (file === null) return { entries: [], diagnostics: [] };
  const { value, diagnostics, at } = readYaml(file, schema, "manifest-shape");
  const problems = [...diagnostics];
  const entries: ManifestEntry[] = [];
  const files = new Set<string>();
  const ids = new Set<string>();
  for (const [index, entry] of (value?.lists ?? []).entries()) {
    const place = at(["lists", index, "file"]);
    const named = files.has(entry.file);
    if (named || (entry.id !== undefined && ids.has(entry.id))) {
      const what = named ? `The file “${entry.file}”` : `The id “${entry.id ?? ""}”`;
      problems.push(diagnose("manifest-duplicate", file.path, place, `${what} stands here twice.`));
    } else if (!seedNames.has(entry.file)) {
      const message = `There is no file “${entry.file}” in the seeds folder.`;
      problems.push(diagnose("manifest-missing-file", file.path, place, message));
    } else {
      entries.push(entry);
    }
    files.add(entry.file);
    if (entry.id !== undefined) ids.add(entry.id);
  }
  return { entries, diagnostics: problems };
}
