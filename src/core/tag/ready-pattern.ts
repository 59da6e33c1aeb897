/** Patterns made ready to run: their atoms are numbers, and where their matches end is found word by word. */
import { type AtomTable, put } from "./atom-table.ts";
import { firstAtoms, type PatternNode } from "./pattern.ts";
import { Break, type Token } from "./tokens.ts";

/** A pattern node whose atoms are numbers, ready to run. */
export type ReadyNode =
  | { readonly kind: "atom"; readonly atom: number }
  | { readonly kind: "row"; readonly items: readonly ReadyNode[] }
  | {
      readonly kind: "choice";
      readonly of: readonly ReadyNode[];
      /** Those that begin with an atom, by that atom; `null` if one may begin with anything. */
      readonly byFirst: ReadonlyMap<number, readonly ReadyNode[]> | null;
    }
  | { readonly kind: "maybe"; readonly of: ReadyNode }
  | { readonly kind: "gap"; readonly most: number };

/** Makes a node ready; its atoms get their numbers. */
export function readyNode(node: PatternNode, atoms: AtomTable): ReadyNode {
  switch (node.kind) {
    case "atom":
      return { kind: "atom", atom: atoms.numberOf(node.atom) };
    case "row":
      return { kind: "row", items: node.items.map((item) => readyNode(item, atoms)) };
    case "choice": {
      const of = node.of.map((one) => readyNode(one, atoms));
      return { kind: "choice", of, byFirst: byFirst(node.of, of, atoms) };
    }
    case "maybe":
      return { kind: "maybe", of: readyNode(node.of, atoms) };
    case "gap":
      return node;
  }
}

function byFirst(
  choice: readonly PatternNode[],
  of: readonly ReadyNode[],
  atoms: AtomTable,
): Map<number, ReadyNode[]> | null {
  const firsts = choice.map((one) => new Set(firstAtoms(one).map((atom) => atoms.numberOf(atom))));
  if (firsts.some(({ size }) => size === 0)) return null;
  const map = new Map<number, ReadyNode[]>();
  of.forEach((node, k) => {
    for (const number of firsts[k] ?? []) put(map, number, node);
  });
  return map;
}

/** Sets of atoms of which each match holds at least one. */
export function needsOf(node: ReadyNode): readonly (readonly number[])[] {
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

/** Words of a text with the atoms that each of them meets. */
export interface ReadText {
  readonly tokens: readonly Token[];
  readonly atoms: readonly (readonly number[])[];
}

const none: readonly number[] = [];

/** Ends of the matches of `node` that begin at word `at`; `touching` the word before if so asked. */
export function endsOf(
  text: ReadText,
  node: ReadyNode,
  at: number,
  touching: boolean,
): readonly number[] {
  const { tokens, atoms } = text;
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
          atoms[at + 1]?.includes(node.atom) === true
          ? [at + 2]
          : none;
      }
      return atoms[at]?.includes(node.atom) === true ? [at + 1] : none;
    }
    case "gap": {
      const out = [at];
      const sentence = tokens[at - 1]?.sentence;
      for (let k = at; k < at + node.most && tokens[k]?.sentence === sentence; k += 1)
        out.push(k + 1);
      return out;
    }
    case "maybe":
      return [...endsOf(text, node.of, at, touching), at];
    case "choice": {
      const stepsOver = touching && (tokens[at]?.breaks ?? Break.none) !== Break.none;
      const out: number[] = [];
      const take = (some: readonly ReadyNode[]): void => {
        for (const one of some)
          for (const end of endsOf(text, one, at, touching)) if (!out.includes(end)) out.push(end);
      };
      if (node.byFirst === null || stepsOver) take(node.of);
      else for (const atom of atoms[at] ?? none) take(node.byFirst.get(atom) ?? []);
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
          for (const end of endsOf(text, item, place, close))
            if (!next.includes(end)) next.push(end);
        }
        if (next.length === 0) return none;
        places = next;
        near = item.kind !== "gap";
      }
      return places;
    }
  }
}
