/** What a reader typed, taken apart. */
import { fold, joined } from "./folding.ts";

/** A word as typed: one run of letters and digits, or several with hyphens or dots between them. */
export interface QueryWord {
  /** Folded letters and digits without what stood between them: `sgrpo`, `chainofthought`. */
  readonly whole: string;
  /** The runs: `["s", "grpo"]`; one that equals `whole` when there was nothing between. */
  readonly parts: readonly string[];
}

/** A query, taken apart. */
export interface Query {
  /** As typed, outer white space trimmed. */
  readonly text: string;
  /** Every word, those of phrases too, in the order typed. */
  readonly words: readonly QueryWord[];
  /** What stood in quotes. */
  readonly phrases: readonly (readonly QueryWord[])[];
  /** The same in small letters as typed, with one space for white space. */
  readonly quoted: readonly string[];
  /** The arXiv identifier, without version, when the query is one or the address of one. */
  readonly arxivId: string | null;
  /** Whether the last word may be the beginning of a longer one: it is not quoted. */
  readonly isOpen: boolean;
}

/** Longest query that is read, in code units: longer than any title. */
const longest = 400;

/** Reads a query. Never throws; a query without letters or digits has no words. */
export function readQuery(text: string): Query {
  const typed = text.slice(0, longest).normalize("NFKC");
  const plain = withoutTex(typed).replace(/[“”„‟«»]/g, '"');
  const pieces = plain.split('"');
  // An odd number of quotes leaves one open: what follows it is no phrase yet.
  const isPhrase = (place: number): boolean => place % 2 === 1 && place < pieces.length - 1;
  const wordsOfPieces = pieces.map(queryWords);
  const last = wordsOfPieces.findLastIndex((words) => words.length > 0);
  const quoted = [...pieces.keys()].filter(
    (place) => isPhrase(place) && wordsOfPieces[place]?.length !== 0,
  );
  return {
    text: text.slice(0, longest).trim(),
    words: wordsOfPieces.flat(),
    phrases: quoted.map((place) => wordsOfPieces[place] ?? []),
    quoted: quoted.map((place) => spaced(pieces[place] ?? "")),
    arxivId: arxivIdIn(typed),
    isOpen: last >= 0 && !isPhrase(last),
  };
}

/** The query with the parts of its words as words of their own: `s-grpo` as `s grpo`. */
export function apart(query: Query): Query {
  const words = query.words.flatMap(({ parts }) =>
    parts.map((part) => ({ whole: part, parts: [part] })),
  );
  return { ...query, words };
}

/** The typed text with one of its words in another spelling. */
export function respelt(text: string, typed: string, meant: string): string {
  const start = fold(text).indexOf(typed);
  const isInPlace = start >= 0 && fold(text).length === text.length;
  return isInPlace ? text.slice(0, start) + meant + text.slice(start + typed.length) : text;
}

/** A text in small letters, with one space for white space: two that read alike are equal. */
export function spaced(text: string): string {
  return text.toLowerCase().replace(/\s+/g, " ").trim();
}

/** Drops dollars, braces, carets and backslashes: `C$^2$GSPG` is `C2GSPG`, `\alpha` is `alpha`. */
function withoutTex(text: string): string {
  return text.replace(/\\(?:text|emph|math)[a-z]*(?=\{)/g, "").replace(/[$^{}\\]/g, "");
}

function queryWords(text: string): QueryWord[] {
  return fold(text)
    .split(/[^\p{L}\p{N}\-‐‑–_.'’]+/u)
    .flatMap((word): QueryWord[] => {
      const parts = word
        .replace(/['’]/g, "")
        .split(/[^\p{L}\p{N}]+/u)
        .filter((part) => part !== "");
      return parts.length === 0 ? [] : [{ whole: joined(parts.join("")), parts }];
    });
}

const modernId = /^\d{4}\.\d{4,5}$/;
const oldId = /^[a-z][a-z-]*(?:\.[a-z]{2})?\/\d{7}$/;

/** The identifier in `2601.21611v2`, `arXiv:2601.21611`, an address of arxiv.org, or a DOI. */
function arxivIdIn(text: string): string | null {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^(?:(?:www|export|dx)\.)?(?:arxiv|doi)\.org\//, "")
    .replace(/^(?:abs|pdf|html|format|src|e-print)\//, "")
    .replace(/^doi:\s*/, "")
    .replace(/^10\.48550\//, "")
    .replace(/^arxiv[:.]?\s*/, "")
    .replace(/[?#].*$/, "")
    .replace(/\/$/, "")
    .replace(/\.pdf$/, "")
    .replace(/v\d{1,3}$/, "");
  return modernId.test(bare) || oldId.test(bare) ? bare : null;
}
