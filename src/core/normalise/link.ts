/**
 * The link field of a digest: `[PDF](https://arxiv.org/pdf/2601.21611)`, several such links, bare
 * addresses, or an arXiv identifier.
 */
import type { ArxivId } from "../ids.ts";
import { arxivIdOfUrl, parseArxivId } from "./arxiv-id.ts";
import { webUrl } from "./urls.ts";

/** What a link field leads to. */
export interface Links {
  /** The first arXiv identifier among its targets. */
  readonly arxivId: ArxivId | null;
  /** Web addresses, in the field's order. */
  readonly urls: readonly URL[];
  /** Targets with a scheme that is not published, such as `javascript:`. */
  readonly unsafe: readonly string[];
}

/** Reads a link field. What is neither address nor identifier is passed over. */
export function readLinks(text: string): Links {
  const urls: URL[] = [];
  const ids: ArxivId[] = [];
  const unsafe: string[] = [];
  for (const target of targets(text)) {
    const url = webUrl(withScheme(target));
    if (url !== null) {
      urls.push(url);
      ids.push(...[arxivIdOfUrl(url)].flatMap((id) => id ?? []));
      continue;
    }
    const id = parseArxivId(target.replace(/^arxiv:/i, ""));
    if (id !== null) ids.push(id);
    else if (/^[a-z][a-z0-9+.-]*:./i.test(target) && URL.canParse(target)) unsafe.push(target);
  }
  return { arxivId: ids[0] ?? null, urls, unsafe };
}

/** Targets of Markdown links; without any, the field's words. */
function targets(text: string): readonly string[] {
  const found: string[] = [];
  let open = text.indexOf("](");
  while (open >= 0) {
    const close = closingParenthesis(text, open + 2);
    // A link may have a title behind its address: `(address "title")`.
    found.push(
      text
        .slice(open + 2, close)
        .trim()
        .split(/\s/, 1)[0] ?? "",
    );
    open = text.indexOf("](", close);
  }
  const words = found.length > 0 ? found : text.split(/\s+/);
  return words.map((word) => word.replace(/^<|>$/g, "")).filter((word) => word !== "");
}

/** Index of the parenthesis that closes the one before `from`; the text's end where none does. */
function closingParenthesis(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === "(") depth += 1;
    else if (sign === ")") depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

/** People leave out the scheme of addresses they know by heart. */
function withScheme(target: string): string {
  if (target.startsWith("//")) return `https:${target}`;
  return /^(?:www\.|arxiv\.org\/|doi\.org\/|huggingface\.co\/)/i.test(target)
    ? `https://${target}`
    : target;
}
