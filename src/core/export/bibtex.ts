/** BibTeX for one paper, as https://ctan.org/pkg/bibtex and arXiv's own export have it. */
import type { Paper } from "../model.ts";
import { parseRichText, toTex } from "../rich-text/index.ts";
import { slug } from "../slug.ts";

/**
 * A `@misc` entry with `eprint` for a paper on arXiv. A paper whose authors the lists do not give has
 * no `author` field: a citation with an invented author would be worse than one without.
 */
export function toBibtex(paper: Paper): string {
  const year = paper.published?.value.slice(0, 4) ?? null;
  const fields: readonly (readonly [string, string | null])[] = [
    ["title", `{${toTex(parseRichText(paper.title))}}`],
    ["author", paper.authors?.map((name) => toTex(parseRichText(name))).join(" and ") ?? null],
    ["year", year],
    ["eprint", paper.arxivId],
    ["archiveprefix", paper.arxivId === null ? null : "arXiv"],
    ["url", paper.urls.abs ?? paper.urls.pdf],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === null ? [] : [`  ${name} = {${value}}`],
  );
  return `@misc{${citationKey(paper, year)},\n${lines.join(",\n")}\n}\n`;
}

function citationKey(paper: Paper, year: string | null): string {
  const words = paper.id.split("-");
  const lastName = slug(paper.authors?.[0]?.split(" ").at(-1) ?? "").replaceAll("-", "");
  const word = words.find((part) => part.length > 3) ?? words[0] ?? "paper";
  return `${lastName}${year ?? ""}${word}`;
}
