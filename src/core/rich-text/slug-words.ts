/** Rich text as plain ASCII words, from which slugs are made. */
import { toPlain } from "./plain.ts";
import type { RichText } from "./tree.ts";

const NAMES: ReadonlyMap<string, string> = new Map(
  (
    "α alpha β beta γ gamma δ delta ε epsilon ϵ epsilon ζ zeta η eta θ theta ϑ theta ι iota " +
    "κ kappa ϰ kappa λ lambda μ mu ν nu ξ xi ο omicron π pi ϖ pi ρ rho ϱ rho σ sigma ς sigma " +
    "τ tau υ upsilon φ phi ϕ phi χ chi ψ psi ω omega ∞ infinity × x æ ae œ oe ø o ß ss đ d ð d " +
    "ł l þ th ı i ȷ j"
  )
    .split(" ")
    .reduce<[string, string][]>((pairs, word, index, words) => {
      if (index % 2 === 0) pairs.push([word, words[index + 1] ?? ""]);
      return pairs;
    }, []),
);

/**
 * The text in lower case, Greek letters by name, accents taken off, raised and lowered characters
 * on the line: `C$^2$GSPG` gives `c2gspg`, `$\tau$-Bench` gives `tau-bench`. Punctuation and scripts
 * without a Latin form stay; making a slug of the words is the caller's.
 */
export function toSlugWords(text: RichText): string {
  return toPlain(text)
    .replace(/(?<=\p{L})[*†‡♯♭](?=\p{L})/gu, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\P{ASCII}/gu, (character) => NAMES.get(character) ?? character)
    .replace(/\^\(([^()]*)\)|[\^_](?=[\p{L}\p{N}(])/gu, "$1");
}
