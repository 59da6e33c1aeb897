/**
 * arXiv identifiers, as https://info.arxiv.org/help/arxiv_identifier.html defines them: `YYMM.NNNN`
 * (four digits until the end of 2014, five since), and `archive.SC/YYMMNNN` before April 2007.
 */
import type { ArxivId } from "../ids.ts";
import type { PublishedDate } from "../model.ts";

const modern = /^(\d{2})(0[1-9]|1[0-2])\.\d{4,5}$/;
const old = /^[a-z][a-z-]*(?:\.[A-Z]{2})?\/(\d{2})(0[1-9]|1[0-2])\d{3}$/;
const versioned = /v\d{1,3}$/;

/** The identifier without its version, or `null` when the text is none. */
export function parseArxivId(text: string): ArxivId | null {
  const id = text.replace(versioned, "");
  return modern.test(id) || old.test(id) ? (id as ArxivId) : null;
}

/**
 * The identifier in an address: of arxiv.org and its mirrors (abs, pdf, html pages), of arXiv's DOIs
 * (`10.48550/arXiv.…`, https://info.arxiv.org/help/doi.html), or of a Hugging Face paper page.
 */
export function arxivIdOfUrl(url: URL): ArxivId | null {
  const path = decodedPath(url);
  if (/(?:^|\.)doi\.org$/.test(url.hostname)) {
    const name = /^\/10\.48550\/arxiv\.(.+)$/i.exec(path)?.[1];
    return name === undefined ? null : parseArxivId(name);
  }
  if (url.hostname === "huggingface.co") {
    const name = /^\/papers\/([^/]+)\/?$/.exec(path)?.[1];
    return name === undefined ? null : parseArxivId(name);
  }
  if (!/(?:^|\.)arxiv\.org$/.test(url.hostname)) return null;
  const name = /^\/(?:abs|pdf|html|format|src|e-print)\/(.+?)(?:\.pdf)?\/?$/.exec(path)?.[1];
  return name === undefined ? null : parseArxivId(name);
}

function decodedPath(url: URL): string {
  try {
    return decodeURIComponent(url.pathname);
  } catch {
    return url.pathname;
  }
}

/** Year and month of submission, which every identifier begins with (1991 to 2090). */
export function submissionMonth(id: ArxivId): PublishedDate {
  const match = modern.exec(id) ?? old.exec(id);
  const year = Number(match?.[1]);
  const century = year >= 91 ? 1900 : 2000;
  return {
    value: `${String(century + year)}-${match?.[2] ?? "01"}`,
    precision: "month",
    basis: "arxiv-id",
  };
}
