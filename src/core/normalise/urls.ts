/** Addresses of a paper. Nothing but `http:` and `https:` ever leaves this file. */
import type { ArxivId } from "../ids.ts";
import type { PaperUrls } from "../model.ts";
import { arxivIdOfUrl } from "./arxiv-id.ts";

/** The address, when it is one that a page may link to; `null` for `javascript:` and the like. */
export function webUrl(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  // A name and password in an address are nobody's to publish.
  return isWeb && url.username === "" && url.password === "" ? url : null;
}

const codeHosts = new Set(["github.com", "gitlab.com", "codeberg.org", "bitbucket.org"]);

/** Addresses named in running text, without the punctuation that only ends the sentence. */
function urlsInText(text: string): readonly URL[] {
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
 * Where a paper can be read: its links from the seed, what its identifier implies, and the addresses
 * its abstract names, sorted into code and other pages.
 *
 * @param onDailyPapers whether a Hugging Face list names it; only then is there a page for it there.
 */
export function paperUrls(paper: {
  readonly arxivId: ArxivId | null;
  readonly links: readonly URL[];
  readonly abstract: string;
  readonly onDailyPapers: boolean;
}): PaperUrls {
  const { arxivId, links } = paper;
  const pdf = links.find(isPdf)?.href ?? null;
  // Other pages of arXiv and of its mirrors say nothing that the identifier does not.
  const others = [
    ...links.filter((url) => arxivIdOfUrl(url) === null),
    ...urlsInText(paper.abstract),
  ];
  const hrefs = (of: readonly URL[]): readonly string[] => [
    ...new Set(of.map(({ href }) => href).filter((href) => href !== pdf)),
  ];
  return {
    abs: arxivId === null ? null : `https://arxiv.org/abs/${arxivId}`,
    pdf: pdf ?? (arxivId === null ? null : `https://arxiv.org/pdf/${arxivId}`),
    huggingface:
      arxivId !== null && paper.onDailyPapers ? `https://huggingface.co/papers/${arxivId}` : null,
    code: hrefs(others.filter(isCode)),
    project: hrefs(others.filter((url) => !isCode(url))),
  };
}

function isPdf({ pathname }: URL): boolean {
  return /\/pdf\/|\.pdf$/i.test(pathname);
}

function isCode({ hostname }: URL): boolean {
  return codeHosts.has(hostname.replace(/^www\./, ""));
}
