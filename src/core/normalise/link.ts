/** The link field of a digest: `[PDF](https://arxiv.org/pdf/2601.21611)`, or a bare address or id. */
import type { ArxivId } from "../ids.ts";
import { arxivIdOfUrl, parseArxivId } from "./arxiv-id.ts";
import { webUrl } from "./urls.ts";

/** The address that a link field names, as written: the Markdown link's target or the whole text. */
export function linkTarget(text: string): string {
  const open = text.indexOf("](");
  if (open < 0) return text.trim();
  const close = text.indexOf(")", open);
  return text.slice(open + 2, close < 0 ? undefined : close).trim();
}

/** The arXiv identifier that a link field leads to; `null` when it leads elsewhere. */
export function arxivIdOfLink(text: string): ArxivId | null {
  const target = linkTarget(text);
  const url = webUrl(target);
  return url === null ? parseArxivId(target.replace(/^arxiv:\s*/i, "")) : arxivIdOfUrl(url);
}
