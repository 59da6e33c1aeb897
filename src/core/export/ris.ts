/**
 * RIS for one paper: lines of a tag of two letters, two spaces, a hyphen, a space and a value, as
 * EndNote, Zotero, Mendeley and JabRef read them. The format has no escapes; a value is one line.
 */
import type { Paper } from "../model.ts";
import { parseRichText, toPlain } from "../rich-text/index.ts";
import { arxivDoi } from "./arxiv-doi.ts";
import { citationKey } from "./citation-key.ts";
import { personName } from "./person.ts";

/** One record; `UNPB` is the type of papers that no journal has printed. Lines end as RIS has them. */
export function toRis(paper: Paper): string {
  const { arxivId, urls, published } = paper;
  const fields: readonly (readonly [tag: string, value: string | null])[] = [
    ["TY", "UNPB"],
    ["ID", citationKey(paper)],
    ["TI", toPlain(parseRichText(paper.title))],
    ...(paper.authors ?? []).map((name) => ["AU", risName(name)] as const),
    ["PY", published?.value.slice(0, 4) ?? null],
    ["DA", published === null ? null : risDate(published.value)],
    ["PB", arxivId === null ? null : "arXiv"],
    ["M1", arxivId === null ? null : `arXiv:${arxivId}`],
    ["DO", arxivId === null ? null : arxivDoi(arxivId)],
    ["UR", urls.abs ?? urls.pdf],
    ["L1", urls.pdf],
    ["ER", ""],
  ];
  return fields
    .flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${oneLine(value)}\r\n`]))
    .join("");
}

/** `Family, Given, Suffix`, particles before the family name; a name that is whole stays so. */
function risName(source: string): string {
  const name = personName(source);
  if ("literal" in name) return name.literal;
  const { family, given, particle, suffix } = name;
  const last = particle === null ? family : `${particle} ${family}`;
  return [last, given, ...(suffix === null ? [] : [suffix])].join(", ");
}

/** `2026/05/18/`, `2026/05//`, `2026///`: what is not known stays empty, the slashes stay. */
function risDate(iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  return `${year}/${month}/${day}/`;
}

function oneLine(value: string): string {
  return value.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
