/** Addresses of a paper. Nothing but `http:` and `https:` ever leaves this file. */
import type { ArxivId } from "../ids.ts";
import type { PaperUrls } from "../model.ts";

/** The address, when it is one that a page may link to; `null` for `javascript:` and the like. */
export function webUrl(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && (url.protocol === "https:" || url.protocol === "http:") ? url : null;
}

const codeHosts = new Set(["github.com", "gitlab.com", "codeberg.org", "bitbucket.org"]);

/** Addresses named in running text, without the punctuation that only ends the sentence. */
export function urlsInText(text: string): readonly URL[] {
  const found = text.match(/\bhttps?:\/\/[^\s<>"'`{}|\\^[\]]+/g) ?? [];
  return found.flatMap((match) => webUrl(withoutSentenceEnd(match)) ?? []);
}

function withoutSentenceEnd(address: string): string {
  // A closing parenthesis stays when the address opened one.
  const endings = address.includes("(") ? ".,;:!?*" : ".,;:!?*)";
  let end = address.length;
  while (end > 0 && endings.includes(address.charAt(end - 1))) end -= 1;
  return address.slice(0, end);
}

/**
 * Where a paper can be read: its link from the seed, what its identifier implies, and the addresses
 * its abstract names, sorted into code and other pages.
 *
 * @param onDailyPapers whether a Hugging Face list names it; only then is there a page for it there.
 */
export function paperUrls(paper: {
  readonly arxivId: ArxivId | null;
  readonly link: URL | null;
  readonly abstract: string;
  readonly onDailyPapers: boolean;
}): PaperUrls {
  const { arxivId, link } = paper;
  const named = urlsInText(paper.abstract).map((url) => ({ href: url.href, host: url.hostname }));
  const isCode = (host: string): boolean => codeHosts.has(host.replace(/^www\./, ""));
  const distinct = (hrefs: readonly string[]): readonly string[] => [...new Set(hrefs)];
  return {
    abs: arxivId === null ? null : `https://arxiv.org/abs/${arxivId}`,
    pdf: link?.href ?? (arxivId === null ? null : `https://arxiv.org/pdf/${arxivId}`),
    huggingface:
      arxivId !== null && paper.onDailyPapers ? `https://huggingface.co/papers/${arxivId}` : null,
    code: distinct(named.filter(({ host }) => isCode(host)).map(({ href }) => href)),
    project: distinct(named.filter(({ host }) => !isCode(host)).map(({ href }) => href)),
  };
}
