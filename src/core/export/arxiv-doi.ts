/** The DOI that arXiv registers for each of its papers (https://info.arxiv.org/help/doi.html). */
import type { ArxivId } from "../ids.ts";

/** `10.48550/arXiv.2601.21611`. */
export function arxivDoi(id: ArxivId): string {
  return `10.48550/arXiv.${id}`;
}
