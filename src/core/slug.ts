/** Slugs: the last part of an address, made from a title or a name. */

/** Slugs are cut at a word boundary to stay under this length: addresses get pasted into chats. */
const longest = 120;

const greek: Readonly<Record<string, string>> = {
  α: "alpha", β: "beta", γ: "gamma", δ: "delta", ε: "epsilon", ϵ: "epsilon", ζ: "zeta", η: "eta",
  θ: "theta", ϑ: "theta", ι: "iota", κ: "kappa", λ: "lambda", μ: "mu", ν: "nu", ξ: "xi",
  ο: "omicron", π: "pi", ρ: "rho", σ: "sigma", ς: "sigma", τ: "tau", υ: "upsilon", φ: "phi",
  ϕ: "phi", χ: "chi", ψ: "psi", ω: "omega",
}; // prettier-ignore

/** Latin letters that Unicode does not decompose. */
const latin: Readonly<Record<string, string>> = {
  ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ħ: "h",
}; // prettier-ignore

/**
 * Lower-case ASCII words joined by hyphens; Greek letters by name, accents dropped. Empty when the
 * text has no letter or digit that an address can use.
 */
export function slug(text: string): string {
  const ascii = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    .replace(/['’]/g, "")
    .replace(/[^\0-\x7F]/gu, (letter) => greek[letter] ?? latin[letter] ?? " ");
  const words = ascii.split(/[^a-z0-9]+/).filter((word) => word !== "");
  let result = "";
  for (const word of words) {
    const longer = result === "" ? word.slice(0, longest) : `${result}-${word}`;
    if (longer.length > longest) break;
    result = longer;
  }
  return result;
}

/** FNV-1a, 32 bit, over UTF-16 code units, in base 36: a short, stable name for a text without one. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash.toString(36).padStart(7, "0");
}
