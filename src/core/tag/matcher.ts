/**
 * Finds many patterns in a text at once. Every distinct word is compared with the atoms of all patterns
 * a single time and remembered; a pattern is only tried where one of its first atoms stands.
 */
import type { Atom, PatternNode } from "./pattern.ts";
import { firstAtoms } from "./pattern.ts";
import type { Token } from "./tokens.ts";
import { Break } from "./tokens.ts";

/** A row of a pattern found in a text: words `from` (included) to `to` (not included). */
export interface RowMatch<Key> {
  readonly key: Key;
  readonly from: number;
  readonly to: number;
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

/** A pattern node whose atoms are numbers, ready to run. */
type Node =
  | { readonly kind: "atom"; readonly atom: number }
  | { readonly kind: "row"; readonly items: readonly Node[] }
  | {
      readonly kind: "choice";
      readonly of: readonly Node[];
      /** The atoms with which one of them begins, or `null` if one may begin with anything. */
      readonly first: ReadonlySet<number> | null;
    }
  | { readonly kind: "maybe"; readonly of: Node }
  | { readonly kind: "gap"; readonly most: number };

const none: readonly number[] = [];

/** Builds a finder of the given rows; the finder may be used for any number of texts. */
export function createMatcher<Key>(
  rows: readonly { readonly key: Key; readonly node: PatternNode }[],
): (tokens: readonly Token[]) => readonly RowMatch<Key>[] {
  const atoms: Atom[] = [];
  const numbers = new Map<string, number>();
  const words = new Map<string, number[]>();
  /** Atoms other than whole words, by the two letters they begin or end with. */
  const affixes = new Map<string, number[]>();
  const parts: number[] = [];
  const numberOf = (atom: Atom): number => {
    const name = `${atom.kind}:${"cased" in atom ? String(atom.cased) : ""}:${atom.text}`;
    const known = numbers.get(name);
    if (known !== undefined) return known;
    const number = atoms.push(atom) - 1;
    numbers.set(name, number);
    if (atom.kind === "word") put(words, atom.text, number);
    else if (atom.kind === "suffix") put(affixes, `-${atom.text.slice(-2).toLowerCase()}`, number);
    else if (atom.kind !== "part") put(affixes, atom.text.slice(0, 2).toLowerCase(), number);
    else parts.push(number);
    return number;
  };
  const firstOf = (node: PatternNode): ReadonlySet<number> | null => {
    const first = firstAtoms(node);
    return first.length === 0 ? null : new Set(first.map(numberOf));
  };
  const ready = (node: PatternNode): Node => {
    switch (node.kind) {
      case "atom":
        return { kind: "atom", atom: numberOf(node.atom) };
      case "row":
        return { kind: "row", items: node.items.map(ready) };
      case "choice":
        return { kind: "choice", of: node.of.map(ready), first: firstOf(node) };
      case "maybe":
        return { kind: "maybe", of: ready(node.of) };
      case "gap":
        return node;
    }
  };

  interface Entry {
    /** Rows that are written alike, such as named phrases, are looked for once. */
    readonly keys: Key[];
    readonly node: Node;
    readonly shortest: boolean;
    /** Of each of these sets of atoms one must stand in the sentence, else there is no match. */
    readonly needs: readonly (readonly number[])[];
  }
  const entries: Entry[] = [];
  const startingWith = new Map<number, number[]>();
  const alike = new Map<string, Entry>();
  for (const row of rows) {
    const node = ready(row.node);
    const written = JSON.stringify(node);
    const known = alike.get(written);
    if (known !== undefined) {
      known.keys.push(row.key);
      continue;
    }
    const entry: Entry = {
      keys: [row.key],
      node,
      shortest: hasGap(row.node),
      needs: needsOf(node),
    };
    alike.set(written, entry);
    const index = entries.push(entry) - 1;
    for (const number of new Set(firstAtoms(row.node).map(numberOf)))
      put(startingWith, number, index);
  }

  interface Word {
    readonly atoms: ReadonlySet<number>;
    readonly list: readonly number[];
    readonly entries: readonly number[];
  }
  const seen = new Map<string, Word>();
  const wordOf = (token: Token): Word => {
    const known = seen.get(token.raw);
    if (known !== undefined) return known;
    const met = new Set<number>();
    for (const number of words.get(token.folded) ?? none) met.add(number);
    for (const number of words.get(token.lower) ?? none) met.add(number);
    // A plural or a folded spelling may end otherwise than the word as written.
    const ends = new Set([
      token.lower.slice(-2),
      token.folded.slice(-2),
      token.lower.slice(-3, -1),
    ]);
    const candidates: (readonly number[])[] = [parts, affixes.get(token.lower.slice(0, 2)) ?? none];
    for (const end of ends) candidates.push(affixes.get(`-${end}`) ?? none);
    for (const number of candidates.flat()) {
      const atom = atoms[number];
      if (atom !== undefined && meets(atom, token)) met.add(number);
    }
    const starts = new Set<number>();
    for (const number of met) for (const e of startingWith.get(number) ?? none) starts.add(e);
    const word: Word = { atoms: met, list: [...met], entries: [...starts].sort((a, b) => a - b) };
    seen.set(token.raw, word);
    return word;
  };

  return (tokens) => {
    const read = tokens.map(wordOf);

    /** Ends of the matches of `node` that begin at word `at`; `touching` the word before if so asked. */
    const ends = (node: Node, at: number, touching: boolean): readonly number[] => {
      switch (node.kind) {
        case "atom": {
          const token = tokens[at];
          if (token === undefined) return none;
          if (touching && token.breaks !== Break.none) {
            // "chain-of-thought (CoT) reasoning": step over the acronym in brackets.
            const next = tokens[at + 1];
            return token.bracketed &&
              token.breaks === Break.bracket &&
              next?.breaks === Break.bracket &&
              read[at + 1]?.atoms.has(node.atom) === true
              ? [at + 2]
              : none;
          }
          return read[at]?.atoms.has(node.atom) === true ? [at + 1] : none;
        }
        case "gap": {
          const out = [at];
          const sentence = tokens[at - 1]?.sentence;
          for (let k = at; k < at + node.most && tokens[k]?.sentence === sentence; k += 1)
            out.push(k + 1);
          return out;
        }
        case "maybe":
          return [...ends(node.of, at, touching), at];
        case "choice": {
          const { first } = node;
          const stepsOver = touching && (tokens[at]?.breaks ?? Break.none) !== Break.none;
          if (
            first !== null &&
            !stepsOver &&
            read[at]?.list.some((atom) => first.has(atom)) !== true
          )
            return none;
          const out: number[] = [];
          for (const one of node.of)
            for (const end of ends(one, at, touching)) if (!out.includes(end)) out.push(end);
          return out;
        }
        case "row": {
          let places: readonly number[] = [at];
          let near = touching;
          for (const item of node.items) {
            const next: number[] = [];
            for (const place of places) {
              if (!near && tokens[place]?.sentence !== tokens[at]?.sentence) continue;
              const close = near && (place !== at || touching);
              for (const end of ends(item, place, close)) if (!next.includes(end)) next.push(end);
            }
            if (next.length === 0) return none;
            places = next;
            near = item.kind !== "gap";
          }
          return places;
        }
      }
    };

    const found: RowMatch<Key>[] = [];
    // Marks of the sentence at hand: atoms that stand in it; entries that can (+) or cannot (-) match.
    const present = new Int32Array(atoms.length);
    const possible = new Int32Array(entries.length);
    let sentence = -1;
    for (let from = 0; from < tokens.length; from += 1) {
      const number = tokens[from]?.sentence ?? 0;
      if (number !== sentence) {
        sentence = number;
        for (let k = from; tokens[k]?.sentence === sentence; k += 1)
          for (const atom of read[k]?.list ?? none) present[atom] = sentence + 1;
      }
      for (const index of read[from]?.entries ?? none) {
        const entry = entries[index];
        if (entry === undefined) continue;
        const mark = sentence + 1;
        if (Math.abs(possible[index] ?? 0) !== mark) {
          const can = entry.needs.every((set) => set.some((atom) => present[atom] === mark));
          possible[index] = can ? mark : -mark;
        }
        if (possible[index] !== mark) continue;
        const at = ends(entry.node, from, false);
        if (at.length === 0) continue;
        const to = entry.shortest ? Math.min(...at) : Math.max(...at);
        for (const key of entry.keys) found.push({ key, from, to });
      }
    }
    return found;
  };
}

/** Sets of atoms of which each match holds at least one. */
function needsOf(node: Node): readonly (readonly number[])[] {
  switch (node.kind) {
    case "atom":
      return [[node.atom]];
    case "row":
      return node.items.flatMap(needsOf);
    case "choice": {
      const each = node.of.map((one) => needsOf(one)[0]);
      const all = each.flatMap((set) => set ?? []);
      return each.includes(undefined) ? [] : [[...new Set(all)]];
    }
    case "maybe":
    case "gap":
      return [];
  }
}

function put<Name>(map: Map<Name, number[]>, key: Name, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function hasGap(node: PatternNode): boolean {
  switch (node.kind) {
    case "gap":
      return true;
    case "row":
      return node.items.some(hasGap);
    case "choice":
      return node.of.some(hasGap);
    case "maybe":
      return hasGap(node.of);
    case "atom":
      return false;
  }
}
