/**
 * Known-item queries: what a reader might type who looks for one paper. Each generator takes from the
 * paper's own text and knows nothing of the search; words are drawn by a fixed seed.
 */
import type { SearchablePaper } from "../../src/core/search/record.ts";
import { below, type Random, randomFrom, shuffled } from "./random.ts";

/** A query and the address of the one paper that answers it. */
export interface KnownItem {
  readonly query: string;
  readonly address: string;
}

/** The queries of one class. */
export interface QueryClass {
  readonly name: string;
  /** Whether it is one of the eight classes of the mean, or measured beside them. */
  readonly counts: boolean;
  readonly queries: readonly KnownItem[];
}

/** Words without content of their own; nobody looks for a paper by them. */
const stopWords = new Set(
  (
    "all any are but can for how its not now the who why you about across after against also among and based been before being between beyond both but can could " +
    "does each from further has have however into its itself many more most much must not only onto other our " +
    "over own per same several shall should show shows since some such than that the their them then there " +
    "these they this those through thus toward towards under upon using very via was well were what when where " +
    "which while who whose why will with within without would yet you your"
  ).split(" "),
);

/** Words of three letters or digits at least, hyphens and dots within them kept; nothing with TeX. */
function contentWords(text: string): string[] {
  const words = text.split(/\s+/).map((word) => word.replace(/^[("'“‘[]+|[)"'”’.,:;!?\]]+$/g, ""));
  const known = words.filter((word) =>
    /^[\p{L}\p{N}](?:[\p{L}\p{N}.'’-]+)[\p{L}\p{N}]$/u.test(word),
  );
  return [...new Set(known)].filter((word) => !stopWords.has(word.toLowerCase()));
}

/** Some of the words in the order of the text; `null` when there are not enough. */
function some(words: readonly string[], count: number, random: Random): string[] | null {
  if (words.length < count) return null;
  const places = shuffled([...words.keys()], random)
    .slice(0, count)
    .sort((a, b) => a - b);
  return places.map((place) => words[place] ?? "");
}

/** One slip of the keys: a letter left out, doubled in a neighbour's place, swapped, or wrong. */
function misspelt(word: string, random: Random): string {
  const letters = [...word];
  const place = below(random, letters.length);
  const other = "abcdefghijklmnopqrstuvwxyz"[below(random, 26)] ?? "e";
  switch (below(random, 4)) {
    case 0:
      letters.splice(place, 1);
      break;
    case 1:
      letters.splice(place, 0, other);
      break;
    case 2:
      letters[place] = other;
      break;
    default: {
      const first = Math.min(place, letters.length - 2);
      const [a, b] = [letters[first] ?? "", letters[first + 1] ?? ""];
      letters.splice(first, 2, b, a);
    }
  }
  return letters.join("");
}

/** The other number of a noun, another form of a verb: what a reader may remember of a word. */
function inflected(word: string): string | null {
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/[^aious]s$/.test(word)) return word.slice(0, -1);
  if (/ing$/.test(word) && word.length > 6) return `${word.slice(0, -3)}ed`;
  if (/[bcdfgklmnprtvw]$|[bcdgklmnrtvz]e$/.test(word)) return `${word}s`;
  return null;
}

/** The name that a title begins with, before its colon: one word with a mark of a name. */
function nameOf(title: string): string | null {
  const name = /^([^\s:]{3,30}):/.exec(title)?.[1];
  if (name === undefined) return null;
  return /.\p{Lu}|[-\p{N}]/u.test(name) ? name : null;
}

const plainWords = (text: string): Set<string> =>
  new Set(contentWords(text).map((word) => word.toLowerCase()));
const lastName = (name: string): string => name.split(" ").at(-1) ?? "";
const withoutAccents = (text: string): string => text.normalize("NFD").replace(/\p{M}+/gu, "");

/**
 * All classes, `count` queries each where the papers have that many. A query has one right answer: no
 * other paper has all of its words in the same place, unless `ambiguous` ones are wanted, too. Another
 * `draw` makes other queries.
 */
export function queryClasses(
  papers: readonly SearchablePaper[],
  count: number,
  { ambiguous, draw }: { readonly ambiguous: boolean; readonly draw: number },
): QueryClass[] {
  const papersBy = new Map<string, number>();
  for (const name of papers.flatMap(({ authors }) => [...new Set(authors)])) {
    papersBy.set(name, (papersBy.get(name) ?? 0) + 1);
  }
  const names = new Map<string, number>();
  for (const { title } of papers) {
    const name = nameOf(title)?.toLowerCase().replaceAll("-", "");
    if (name !== undefined) names.set(name, (names.get(name) ?? 0) + 1);
  }
  const texts = papers.map((paper) => ({
    paper,
    text: `${paper.title}\n${paper.abstract}`.toLowerCase().replace(/\s+/g, " "),
  }));
  const wordsOfPapers = papers.map((paper) => {
    const title = plainWords(paper.title);
    const authors = new Set(paper.authors.map((name) => lastName(name).toLowerCase()));
    return { title, authors, all: new Set([...title, ...plainWords(paper.abstract)]) };
  });
  type Words = (typeof wordsOfPapers)[number];
  /** The words as a query, when they fit one paper alone. */
  const identifying = (
    words: readonly string[] | null,
    fits: (paper: Words, word: string, place: number) => boolean,
  ): string | null => {
    if (words === null) return null;
    const fitting = wordsOfPapers.filter((paper) =>
      words.every((word, place) => fits(paper, word.toLowerCase(), place)),
    );
    return ambiguous || fitting.length === 1 ? words.join(" ") : null;
  };
  const soleAuthors = (paper: SearchablePaper): string[] =>
    paper.authors.filter((name) => papersBy.get(name) === 1 && name.includes(" "));

  const fromName =
    (change: (name: string) => string, needsHyphen: boolean) =>
    (paper: SearchablePaper): string | null => {
      const name = nameOf(paper.title);
      if (name === null || names.get(name.toLowerCase().replaceAll("-", "")) !== 1) return null;
      return needsHyphen && !/[^-]-[^-]/.test(name) ? null : change(name);
    };

  const make = (
    name: string,
    counts: boolean,
    write: (paper: SearchablePaper, random: Random) => string | null,
    wanted = count,
  ): QueryClass => {
    // Each class draws by a seed of its own, so that a change in one leaves the others as they are.
    const random = randomFrom(
      [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 6 + draw),
    );
    const queries: KnownItem[] = [];
    for (const paper of shuffled(papers, random)) {
      if (queries.length >= wanted) break;
      const query = write(paper, random);
      if (query !== null) queries.push({ query, address: paper.address });
    }
    return { name, counts, queries };
  };

  const titleWords = (paper: SearchablePaper, random: Random): string[] | null => {
    const words = some(contentWords(paper.title), 3, random);
    return identifying(words, ({ title }, word) => title.has(word)) === null ? null : words;
  };
  const quarter = Math.ceil(count / 4);

  return [
    make(
      "three title words",
      true,
      (paper, random) => titleWords(paper, random)?.join(" ") ?? null,
    ),
    make("four abstract words", true, (paper, random) =>
      identifying(some(contentWords(paper.abstract), 4, random), ({ all }, word) => all.has(word)),
    ),
    make("author", true, (paper, random) => shuffled(soleAuthors(paper), random)[0] ?? null),
    make("one typo", true, (paper, random) => {
      const words = titleWords(paper, random);
      const long = words?.filter((word) => word.length >= 5) ?? [];
      const wrong = long[below(random, long.length)];
      if (words === null || wrong === undefined) return null;
      const typo = misspelt(wrong, random);
      return typo === wrong ? null : words.map((word) => (word === wrong ? typo : word)).join(" ");
    }),
    make("last word cut to four", true, (paper, random) => {
      const words = titleWords(paper, random);
      const last = words?.at(-1);
      if (words === null || last === undefined || last.length < 6) return null;
      return identifying([...words.slice(0, -1), last.slice(0, 4)], ({ title }, word, place) =>
        place === 2 ? [...title].some((each) => each.startsWith(word)) : title.has(word),
      );
    }),
    mergedClass("method name", [
      make(
        "name as typed",
        true,
        fromName((name) => name, false),
        quarter,
      ),
      make(
        "name in lower case",
        true,
        fromName((name) => name.toLowerCase(), false),
        quarter,
      ),
      make(
        "name, hyphen dropped",
        true,
        fromName((name) => name.replaceAll("-", ""), true),
        quarter,
      ),
      make(
        "name, hyphen as space",
        true,
        fromName((name) => name.replaceAll("-", " "), true),
        quarter,
      ),
    ]),
    make("quoted phrase of three", true, (paper, random) => {
      const source = random() < 0.5 ? paper.title : paper.abstract;
      const words = source.split(/\s+/);
      const phrases = words
        .map((_, place) => words.slice(place, place + 3).join(" "))
        .filter((phrase) => /^[\p{L}\p{N}.'’-]+(?: [\p{L}\p{N}.'’-]+)+$/u.test(phrase));
      const unique = shuffled(phrases, random)
        .slice(0, 12)
        .find(
          (phrase) => texts.filter(({ text }) => text.includes(phrase.toLowerCase())).length === 1,
        );
      return unique === undefined ? null : `"${unique}"`;
    }),
    make("arXiv id", true, ({ arxivId }) => arxivId),
    make("inflected title word", false, (paper, random) => {
      const words = titleWords(paper, random);
      const place = below(random, 3);
      const other = inflected(words?.[place]?.toLowerCase() ?? "");
      return words === null || other === null ? null : words.with(place, other).join(" ");
    }),
    make("name without its accents", false, (paper, random) => {
      const accented = soleAuthors(paper).filter((name) => withoutAccents(name) !== name);
      const name = shuffled(accented, random)[0];
      return name === undefined ? null : withoutAccents(name);
    }),
    make("last name and title word", false, (paper, random) => {
      const name = lastName(shuffled(paper.authors, random)[0] ?? "");
      const [word] = some(contentWords(paper.title), 1, random) ?? [];
      if (name.length < 2 || word === undefined) return null;
      return identifying([name, word], ({ authors, title }, each, place) =>
        (place === 0 ? authors : title).has(each),
      );
    }),
    make(
      "arXiv address or DOI",
      false,
      ({ arxivId }, random) => {
        if (arxivId === null) return null;
        const forms = [
          "https://arxiv.org/abs/",
          "https://arxiv.org/pdf/",
          "arXiv:",
          "10.48550/arXiv.",
        ];
        return (forms[below(random, forms.length)] ?? "") + arxivId;
      },
      Math.ceil(count / 2),
    ),
  ];
}

function mergedClass(name: string, parts: readonly QueryClass[]): QueryClass {
  return { name, counts: true, queries: parts.flatMap(({ queries }) => queries) };
}
