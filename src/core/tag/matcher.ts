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
      /** Those that begin with an atom, by that atom; `null` if one may begin with anything. */
      readonly byFirst: ReadonlyMap<number, readonly Node[]> | null;
    }
  | { readonly kind: "maybe"; readonly of: Node }
  | { readonly kind: "gap"; readonly most: number };

const none: readonly number[] = [];

/** Letters by which beginnings and ends of words are looked up; an affix may be shorter by one. */
const affixKey = 3;

/** A row of a pattern to look for. */
export interface WantedRow<Key> {
  readonly key: Key;
  readonly node: PatternNode;
  /** Whether one place in a text is enough: what is only asked for its being there. */
  readonly once?: boolean;
}

/** Builds a finder of the given rows; the finder may be used for any number of texts. */
export function createMatcher<Key>(
  rows: readonly WantedRow<Key>[],
): (tokens: readonly Token[]) => readonly RowMatch<Key>[] {
  const atoms: Atom[] = [];
  const numbers = new Map<string, number>();
  const words = new Map<string, number[]>();
  /** Exact forms, beginnings and ends by the letters that a word must begin or end with to have them. */
  const affixes = new Map<string, number[]>();
  const parts: number[] = [];
  const numberOf = (atom: Atom): number => {
    const name = `${atom.kind}:${"cased" in atom ? String(atom.cased) : ""}:${atom.text}`;
    const known = numbers.get(name);
    if (known !== undefined) return known;
    const number = atoms.push(atom) - 1;
    numbers.set(name, number);
    if (atom.kind === "word") put(words, atom.text, number);
    else if (atom.kind === "suffix")
      put(affixes, `-${atom.text.slice(-affixKey).toLowerCase()}`, number);
    else if (atom.kind !== "part") put(affixes, atom.text.slice(0, affixKey).toLowerCase(), number);
    else parts.push(number);
    return number;
  };
  const byFirst = (
    choice: readonly PatternNode[],
    of: readonly Node[],
  ): Map<number, Node[]> | null => {
    const firsts = choice.map((one) => new Set(firstAtoms(one).map(numberOf)));
    if (firsts.some(({ size }) => size === 0)) return null;
    const map = new Map<number, Node[]>();
    of.forEach((node, k) => {
      for (const number of firsts[k] ?? []) put(map, number, node);
    });
    return map;
  };
  const ready = (node: PatternNode): Node => {
    switch (node.kind) {
      case "atom":
        return { kind: "atom", atom: numberOf(node.atom) };
      case "row":
        return { kind: "row", items: node.items.map(ready) };
      case "choice": {
        const of = node.of.map(ready);
        return { kind: "choice", of, byFirst: byFirst(node.of, of) };
      }
      case "maybe":
        return { kind: "maybe", of: ready(node.of) };
      case "gap":
        return node;
    }
  };

  interface Entry {
    /** Rows that are written alike, such as named phrases, are looked for together. */
    readonly keys: Key[];
    /** Those of them of which one place is enough. */
    readonly onceKeys: Key[];
    readonly node: Node;
    readonly shortest: boolean;
    /** Of each of these sets of atoms one must stand in the sentence, else there is no match. */
    needs: readonly (readonly number[])[];
  }
  const entries: Entry[] = [];
  const startingWith = new Map<number, number[]>();
  /** Entries by the atoms of their rarest need: without one of these in a sentence nothing is tried. */
  const calledBy: number[][] = [];
  const alike = new Map<string, Entry>();
  for (const row of rows) {
    const node = ready(row.node);
    const written = JSON.stringify(node);
    const known = alike.get(written);
    if (known !== undefined) {
      (row.once === true ? known.onceKeys : known.keys).push(row.key);
      continue;
    }
    const entry: Entry = {
      keys: row.once === true ? [] : [row.key],
      onceKeys: row.once === true ? [row.key] : [],
      node,
      shortest: hasGap(row.node),
      needs: needsOf(node),
    };
    alike.set(written, entry);
    const index = entries.push(entry) - 1;
    for (const number of new Set(firstAtoms(row.node).map(numberOf)))
      put(startingWith, number, index);
  }

  const uses = new Map<number, number>();
  for (const { needs } of entries)
    for (const set of needs) for (const atom of set) uses.set(atom, (uses.get(atom) ?? 0) + 1);
  // What many patterns speak of, many texts speak of.
  const commonness = (set: readonly number[]): number =>
    set.reduce((sum, atom) => sum + (uses.get(atom) ?? 0), 0);
  entries.forEach((entry, index) => {
    const [rarest, ...others] = entry.needs.toSorted((a, b) => commonness(a) - commonness(b));
    for (const atom of rarest ?? none) (calledBy[atom] ??= []).push(index);
    entry.needs = others;
  });

  /** What a word is to the patterns: the atoms that it meets, the entries that may begin with it. */
  interface Word {
    readonly atoms: readonly number[];
    readonly entries: readonly number[];
  }
  /** Most words are nothing to any pattern. */
  const noWord: Word = { atoms: none, entries: none };
  const seen: Word[] = [];
  const wordOf = (token: Token): Word => {
    const known = seen[token.word];
    if (known !== undefined) return known;
    const met = new Set<number>();
    for (const number of words.get(token.folded) ?? none) met.add(number);
    for (const number of words.get(token.lower) ?? none) met.add(number);
    const tryAll = (candidates: readonly number[]): void => {
      for (const number of candidates) {
        const atom = atoms[number];
        if (atom !== undefined && !met.has(number) && meets(atom, token)) met.add(number);
      }
    };
    tryAll(parts);
    // A plural or a folded spelling may end otherwise than the word as written.
    const spellings = new Set([token.lower, token.folded, token.lower.slice(0, -1)]);
    for (const letters of [affixKey - 1, affixKey]) {
      tryAll(affixes.get(token.lower.slice(0, letters)) ?? none);
      for (const end of new Set([...spellings].map((spelling) => spelling.slice(-letters))))
        tryAll(affixes.get(`-${end}`) ?? none);
    }
    const starts = new Set<number>();
    for (const number of met) for (const e of startingWith.get(number) ?? none) starts.add(e);
    const word =
      met.size === 0 ? noWord : { atoms: [...met], entries: [...starts].sort((a, b) => a - b) };
    seen[token.word] = word;
    return word;
  };

  // Marks of the sentence at hand: atoms that stand in it; entries that can match in it.
  const present = new Int32Array(atoms.length);
  const possible = new Int32Array(entries.length);
  let mark = 0;
  // The mark of the first sentence of the text in which an entry was last found.
  const foundIn = new Int32Array(entries.length);

  return (tokens) => {
    const read = tokens.map(wordOf);
    const text = mark + 1;

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
              read[at + 1]?.atoms.includes(node.atom) === true
              ? [at + 2]
              : none;
          }
          return read[at]?.atoms.includes(node.atom) === true ? [at + 1] : none;
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
          const stepsOver = touching && (tokens[at]?.breaks ?? Break.none) !== Break.none;
          const out: number[] = [];
          const take = (some: readonly Node[]): void => {
            for (const one of some)
              for (const end of ends(one, at, touching)) if (!out.includes(end)) out.push(end);
          };
          if (node.byFirst === null || stepsOver) take(node.of);
          else for (const atom of read[at]?.atoms ?? none) take(node.byFirst.get(atom) ?? []);
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
    for (let from = 0; from < tokens.length; from += 1) {
      const sentence = tokens[from]?.sentence;
      if (from === 0 || sentence !== tokens[from - 1]?.sentence) {
        mark += 1;
        const here: number[] = [];
        for (let k = from; k < tokens.length && tokens[k]?.sentence === sentence; k += 1)
          for (const atom of read[k]?.atoms ?? none)
            if (present[atom] !== mark) {
              present[atom] = mark;
              here.push(atom);
            }
        for (const atom of here)
          for (const index of calledBy[atom] ?? none)
            if (possible[index] !== mark && hasNeeds(entries[index]?.needs ?? [], present, mark))
              possible[index] = mark;
      }
      for (const index of read[from]?.entries ?? none) {
        if (possible[index] !== mark) continue;
        const entry = entries[index];
        if (entry === undefined || (foundIn[index] === text && entry.keys.length === 0)) continue;
        const at = ends(entry.node, from, false);
        if (at.length === 0) continue;
        const to = entry.shortest ? Math.min(...at) : Math.max(...at);
        for (const key of entry.keys) found.push({ key, from, to });
        if (foundIn[index] === text) continue;
        foundIn[index] = text;
        for (const key of entry.onceKeys) found.push({ key, from, to });
      }
    }
    return found;
  };
}

/** Whether of each set of atoms one is marked as present. */
function hasNeeds(
  needs: readonly (readonly number[])[],
  present: Int32Array,
  mark: number,
): boolean {
  for (const set of needs) {
    let isMet = false;
    for (const atom of set)
      if (present[atom] === mark) {
        isMet = true;
        break;
      }
    if (!isMet) return false;
  }
  return true;
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

function put<Name, Value>(map: Map<Name, Value[]>, key: Name, value: Value): void {
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
