/**
 * The atoms of all patterns by number, and which of them a word meets. Every distinct word is compared
 * with the atoms a single time, and only with those whose letters it begins or ends with.
 */
import type { Atom } from "./pattern.ts";
import type { Token } from "./tokens.ts";

/** Letters by which beginnings and ends of words are looked up; an affix may be shorter by one. */
const affixKey = 3;

/** The table. */
export class AtomTable {
  readonly #atoms: Atom[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #words = new Map<string, number[]>();
  /** Exact forms, beginnings and ends by the letters that a word must begin or end with to have them. */
  readonly #affixes = new Map<string, number[]>();
  readonly #parts: number[] = [];

  /** How many atoms there are; their numbers begin at 0. */
  get size(): number {
    return this.#atoms.length;
  }

  /** The number of an atom, the same for the same atom; a new one is added. */
  numberOf(atom: Atom): number {
    const name = `${atom.kind}:${"cased" in atom ? String(atom.cased) : ""}:${atom.text}`;
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#atoms.push(atom) - 1;
    this.#numbers.set(name, number);
    const letters = atom.text.toLowerCase();
    if (atom.kind === "word") put(this.#words, atom.text, number);
    else if (atom.kind === "suffix") put(this.#affixes, `-${letters.slice(-affixKey)}`, number);
    else if (atom.kind === "part") this.#parts.push(number);
    else put(this.#affixes, letters.slice(0, affixKey), number);
    return number;
  }

  /** The atoms that a word meets. */
  metBy(token: Token): readonly number[] {
    const met = new Set<number>();
    const tryAll = (candidates: readonly number[] = []): void => {
      for (const number of candidates) {
        const atom = this.#atoms[number];
        if (atom !== undefined && !met.has(number) && meets(atom, token)) met.add(number);
      }
    };
    tryAll(this.#words.get(token.folded));
    tryAll(this.#words.get(token.lower));
    tryAll(this.#parts);
    // A plural or a folded spelling may end otherwise than the word as written.
    const spellings = [token.lower, token.folded, token.lower.slice(0, -1)];
    for (const letters of [affixKey - 1, affixKey]) {
      tryAll(this.#affixes.get(token.lower.slice(0, letters)));
      for (const end of new Set(spellings.map((spelling) => spelling.slice(-letters))))
        tryAll(this.#affixes.get(`-${end}`));
    }
    return [...met];
  }
}

/** Compares one word with an atom. */
function meets(atom: Atom, token: Token): boolean {
  switch (atom.kind) {
    case "word":
      return token.folded === atom.text || token.lower === atom.text;
    case "exact":
      return token.raw === atom.text || token.raw === atom.text + "s";
    case "prefix":
      return (atom.cased ? token.raw : token.lower).startsWith(atom.text);
    case "suffix": {
      const form = atom.cased ? token.raw.replace(/s$/, "") : token.folded;
      return form.endsWith(atom.text);
    }
    case "part":
      return (atom.cased ? token.raw : token.lower).includes(atom.text);
  }
}

/** Adds a value to the list of a name. */
export function put<Name, Value>(map: Map<Name, Value[]>, key: Name, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
