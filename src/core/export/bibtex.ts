/** BibTeX for one paper, as https://ctan.org/pkg/bibtex and arXiv's own export have it. */
import type { Paper } from "../model.ts";
import { escapeTex, parseRichText, toTex } from "../rich-text/index.ts";
import { citationKey } from "./citation-key.ts";
import { personName } from "./person.ts";

/**
 * A `@misc` entry with `eprint` for a paper on arXiv. A paper whose authors the lists do not give has
 * no `author` field: a citation with an invented author would be worse than one without.
 */
export function toBibtex(paper: Paper): string {
  const year = paper.published?.value.slice(0, 4) ?? null;
  const fields: readonly (readonly [string, string | null])[] = [
    ["title", `{${toTex(parseRichText(paper.title))}}`],
    ["author", paper.authors?.map(bibtexName).join(" and ") ?? null],
    ["year", year],
    ["eprint", paper.arxivId],
    ["archiveprefix", paper.arxivId === null ? null : "arXiv"],
    ["url", paper.urls.abs ?? paper.urls.pdf],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === null || value === "" ? [] : [`  ${name} = {${value}}`],
  );
  return `@misc{${citationKey(paper)},\n${lines.join(",\n")}\n}\n`;
}

/** BibTeX takes what stands before a comma for the family name, unless braces hold it together. */
function bibtexName(source: string): string {
  const written = toTex(parseRichText(source));
  if (!written.includes(",")) return written;
  const name = personName(source);
  if ("literal" in name) return `{${written}}`;
  const { family, given, particle, suffix } = name;
  const last = particle === null ? family : `${particle} ${family}`;
  return [last, ...(suffix === null ? [] : [suffix]), given].map(escapeTex).join(", ");
}
