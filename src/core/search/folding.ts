/**
 * One spelling for comparison: what a reader types and what a paper says are folded the same way
 * before they are held against each other.
 */

/** Lower case, compatibility forms resolved (`²` is `2`, `ﬁ` is `fi`), accents dropped. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

/** The letters and digits of a folded text, everything else left out: `s-grpo` is `sgrpo`. */
export function joined(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The runs of letters and digits of a folded text, in order. */
export function wordsOf(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}
