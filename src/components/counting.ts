/** Numbers with their nouns. */
import type { Technique } from "../core/model.ts";

/** `1234567` as "1,234,567": the same on every machine. */
export function number(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** "1 paper", "182 papers". */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}

/** Papers of the technique that has most, core and mention together. */
export function largestTechnique(techniques: readonly Technique[]): number {
  return techniques.reduce((most, { counts }) => Math.max(most, counts.core + counts.mention), 0);
}

/** Cuts plain text at a word, with an ellipsis, to at most `length` UTF-16 code units. */
export function shorten(text: string, length: number): string {
  const folded = text.replace(/\s+/g, " ").trim();
  if (folded.length <= length) return folded;
  const cut = folded.slice(0, length - 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > length / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.]+$/, "")}…`;
}
