/** Parts of a person's name, as reference managers want them, from the one line that a digest has. */
import { parseRichText, toPlain } from "../rich-text/index.ts";

/** A name in CSL's terms: in parts where they are certain, as it stands (`literal`) where not. */
export type PersonName =
  | {
      readonly family: string;
      readonly given: string;
      /** `van der`: stands before the family name, and sorting leaves it out. */
      readonly particle: string | null;
      /** `Jr.`, `III`. */
      readonly suffix: string | null;
    }
  | { readonly literal: string };

/** What follows a comma and belongs to the name. */
const suffixes = /^(?:Jr|Sr|II|III|IV)\.?$/;
/** `K.`, `J.-P.`, `Q`: an initial is part of the given name wherever it stands. */
const initial = /^\p{Lu}(?:\.-?\p{Lu})*\.?$/u;
/** A word of a name in Latin script; the sign in `O’Brien` and `Jean-Luc` belongs to it. */
const word = /^\p{Lu}[\p{Script=Latin}\p{M}'’-]*\p{Script=Latin}\p{M}*$/u;
/** Lower-case words that open a family name: `van`, `de`, `von der`, `al`. */
const particle =
  /^(?:van|von|vom|zu|zur|de|del|della|den|der|di|da|do|dos|das|du|la|le|ten|ter|al|el|bin|ibn)$/;

/**
 * Digests write the given name first, but say nothing of where it ends. So a name is taken apart only
 * when it is plain: one given name, with initials, before one family name, which may have particles.
 * `Juan García Márquez`, `王伟` and `DeepSeek-AI` stay whole: a wrong family name sorts a paper where
 * nobody looks for it.
 */
export function personName(source: string): PersonName {
  const name = toPlain(parseRichText(source));
  const literal = { literal: name };
  const [full = "", ...rest] = name.split(/\s*,\s*/);
  const suffix = rest[0] ?? null;
  if (rest.length > 1 || (suffix !== null && !suffixes.test(suffix))) return literal;
  const words = full.split(" ");
  const family = words.pop() ?? "";
  const first = words.shift() ?? "";
  const particles: string[] = [];
  while (particle.test(words.at(-1) ?? "")) particles.unshift(words.pop() ?? "");
  const isPlain =
    word.test(family) &&
    !initial.test(family) &&
    (word.test(first) || initial.test(first)) &&
    words.every((each) => initial.test(each));
  if (!isPlain) return literal;
  return {
    family,
    given: [first, ...words].join(" "),
    particle: particles.length === 0 ? null : particles.join(" "),
    suffix,
  };
}
