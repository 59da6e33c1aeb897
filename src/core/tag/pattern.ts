/**
 * The small language in which the vocabulary says how the field speaks. A pattern is a row of items:
 *
 *     word          that word, its plural, its British spelling; any case
 *     GRPO          two capitals or more: written just so (or with a plural "s")
 *     reason*       a word that begins so;  *GRPO ends so;  *flow* contains it
 *     fine-tuning   two words joined by hyphen, space or nothing
 *     (a | b c)     one of these
 *     {reasoning}   a named phrase of phrases.yaml
 *     item?         may be missing
 *     ~3            up to three words between, commas allowed, in one sentence
 *
 * Rows joined by `&` must stand in one sentence, by `&&` in one paper (title and abstract), in any order.
 * Without `~` the words must touch: only a space, hyphen, slash, quote or "(ACRONYM)" comes between.
 */

/** What one word must look like. */
export type Atom =
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "exact"; readonly text: string }
  | {
      readonly kind: "prefix" | "suffix" | "part";
      readonly text: string;
      readonly cased: boolean;
    };

/** A node of a pattern. */
export type PatternNode =
  | { readonly kind: "atom"; readonly atom: Atom }
  | { readonly kind: "row"; readonly items: readonly PatternNode[] }
  | { readonly kind: "choice"; readonly of: readonly PatternNode[] }
  | { readonly kind: "maybe"; readonly of: PatternNode }
  | { readonly kind: "gap"; readonly most: number };

/** A whole pattern: rows that must all be there, and how near each other. */
export interface Pattern {
  readonly rows: readonly PatternNode[];
  readonly together: "sentence" | "paper";
}

/** Raised for a pattern that cannot be read; the message is for the vocabulary's author. */
export class PatternError extends Error {}

const twoCapitals = /\p{Lu}.*\p{Lu}/u;

/** Reads one word of a pattern as an atom. */
function readAtom(word: string, fold: (lower: string) => string): Atom {
  const starts = word.startsWith("*");
  const ends = word.endsWith("*") && word.length > 1;
  const text = word.slice(starts ? 1 : 0, ends ? -1 : undefined);
  if (text === "" || text.includes("*")) throw new PatternError(`"${word}" is no word`);
  if (text.length < 2 && (starts || ends))
    throw new PatternError(`"${word}" is too short: give two letters or more`);
  const cased = twoCapitals.test(text);
  const shown = cased ? text : text.toLowerCase();
  if (starts && ends) return { kind: "part", text: shown, cased };
  if (starts) return { kind: "suffix", text: shown, cased };
  if (ends) return { kind: "prefix", text: shown, cased };
  return cased ? { kind: "exact", text } : { kind: "word", text: fold(shown) };
}

/** Reads one word or hyphenated compound. */
function readWord(written: string, fold: (lower: string) => string): PatternNode {
  const parts = written.split(/[-/;]/).filter((part) => part !== "");
  const nodes = parts.map((part): PatternNode => ({ kind: "atom", atom: readAtom(part, fold) }));
  const [only] = nodes;
  if (only === undefined) throw new PatternError(`"${written}" is no word`);
  if (nodes.length === 1) return only;
  const joined: PatternNode = { kind: "atom", atom: readAtom(parts.join(""), fold) };
  return { kind: "choice", of: [{ kind: "row", items: nodes }, joined] };
}

const lexeme = /\s+|~\d+|&&?|[()|?]|\{[a-z0-9-]+\}|[^\s()|?{}&~]+/gy;

function lex(source: string): string[] {
  const out: string[] = [];
  lexeme.lastIndex = 0;
  while (lexeme.lastIndex < source.length) {
    const start = lexeme.lastIndex;
    const found = lexeme.exec(source);
    if (found === null) throw new PatternError(`unexpected "${source.charAt(start)}"`);
    // A hyphen between groups joins as a space does; a full stop after a word ("Dr.") is no letter.
    const word = found[0].trim().replace(/[.,]+$/, "");
    if (word !== "" && !/^[-/]+$/.test(word)) out.push(word);
  }
  return out;
}

/**
 * Reads a pattern.
 * @param phrases the source of each named phrase, by name
 * @param fold how a lower-case word is folded (the same way as the words of a text)
 * @throws {PatternError} when it cannot be read
 */
export function readPattern(
  source: string,
  phrases: ReadonlyMap<string, string>,
  fold: (lower: string) => string,
  depth = 0,
): Pattern {
  if (depth > 5) throw new PatternError("named phrases stand in each other too deeply");
  const words = lex(source);
  let at = 0;

  const readItem = (): PatternNode => {
    const word = words[at] ?? "";
    at += 1;
    let node: PatternNode;
    if (word.startsWith("~")) return { kind: "gap", most: Number(word.slice(1)) };
    if (word === "(") {
      const of: PatternNode[] = [readRow()];
      while (words[at] === "|") {
        at += 1;
        of.push(readRow());
      }
      if (words[at] !== ")") throw new PatternError('a "(" is not closed');
      at += 1;
      node = { kind: "choice", of };
    } else if (word.startsWith("{")) {
      const name = word.slice(1, -1);
      const phrase = phrases.get(name);
      if (phrase === undefined) throw new PatternError(`there is no phrase named "${name}"`);
      const read = readPattern(phrase, phrases, fold, depth + 1);
      const [row] = read.rows;
      if (row === undefined || read.rows.length > 1)
        throw new PatternError(`the phrase "${name}" may not hold "&"`);
      node = row;
    } else if (/^[)|?&]/.test(word) || word === "") {
      throw new PatternError(word === "" ? "it ends too early" : `unexpected "${word}"`);
    } else {
      node = readWord(word, fold);
    }
    if (words[at] === "?") {
      at += 1;
      node = { kind: "maybe", of: node };
    }
    return node;
  };

  const readRow = (): PatternNode => {
    const items: PatternNode[] = [];
    while (at < words.length && !/^(?:[)|]|&&?)$/.test(words[at] ?? "")) items.push(readItem());
    if (items.length === 0) throw new PatternError("an alternative is empty");
    const [only] = items;
    return only !== undefined && items.length === 1 ? only : { kind: "row", items };
  };

  const readChoice = (): PatternNode => {
    const of = [readRow()];
    while (words[at] === "|") {
      at += 1;
      of.push(readRow());
    }
    const [only] = of;
    return only !== undefined && of.length === 1 ? only : { kind: "choice", of };
  };

  const rows = [readChoice()];
  const joints = new Set<string>();
  while (at < words.length) {
    const joint = words[at] ?? "";
    if (joint !== "&" && joint !== "&&") throw new PatternError(`unexpected "${joint}"`);
    joints.add(joint);
    at += 1;
    rows.push(readChoice());
  }
  if (joints.size > 1) throw new PatternError('"&" and "&&" do not mix in one pattern');
  for (const row of rows) {
    if (firstAtoms(row).length === 0) throw new PatternError("it must begin with a word");
  }
  return { rows, together: joints.has("&&") ? "paper" : "sentence" };
}

/** Atoms with which a match of this node may begin; empty if it may begin with a gap or be empty. */
export function firstAtoms(node: PatternNode): readonly Atom[] {
  switch (node.kind) {
    case "atom":
      return [node.atom];
    case "choice": {
      const each = node.of.map(firstAtoms);
      return each.some((atoms) => atoms.length === 0) ? [] : each.flat();
    }
    case "row": {
      const out: Atom[] = [];
      for (const item of node.items) {
        const inner = item.kind === "maybe" ? firstAtoms(item.of) : firstAtoms(item);
        if (inner.length === 0) return [];
        out.push(...inner);
        if (item.kind !== "maybe") return out;
      }
      return [];
    }
    case "maybe":
    case "gap":
      return [];
  }
}
