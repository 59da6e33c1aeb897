/** Author names from a digest's one line of them. */
import { foldedLine } from "./text.ts";

/** What follows a comma and is still the same person's name. */
const suffix = /^(?:Jr|Sr|II|III|IV|Ph\.?D|M\.?D)\.?$/;

/** `"A. Author, B. Author, Jr."` as a list of names; empty when there is none. */
export function authorNames(line: string): readonly string[] {
  const names: string[] = [];
  for (const part of line.split(",")) {
    const name = foldedLine(part);
    const last = names.at(-1);
    if (name === "") continue;
    if (suffix.test(name) && last !== undefined) names[names.length - 1] = `${last}, ${name}`;
    else names.push(name);
  }
  return names;
}
