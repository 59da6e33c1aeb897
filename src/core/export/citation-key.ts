/** The name under which a bibliography knows a paper. */
import type { Paper } from "../model.ts";
import { slug } from "../slug.ts";

/** `lovelace2026notes`: the first author's last name, the year, the first longer word of the address. */
export function citationKey(paper: Paper): string {
  const words = paper.id.split("-");
  const lastName = slug(paper.authors?.[0]?.split(" ").at(-1) ?? "").replaceAll("-", "");
  const word = words.find((part) => part.length > 3) ?? words[0] ?? "paper";
  return `${lastName}${paper.published?.value.slice(0, 4) ?? ""}${word}`;
}
