/** Author names from a digest's one line of them. */
import { foldedLine } from "./text.ts";

/** What follows a comma and is still the same person's name. */
const suffix = /^(?:Jr|Sr|II|III|IV|Ph\.?D|M\.?D)\.?$/;

/**
 * `"A. Author, B. Author, Jr. and C. Author"` as a list of names; empty when there is none.
 * Semicolons part names as well; commas inside braces are TeX's.
 */
export function authorNames(line: string): readonly string[] {
  const names: string[] = [];
  for (const part of parts(line)) {
    const name = foldedLine(part);
    const last = names.at(-1);
    if (name === "") continue;
    if (suffix.test(name) && last !== undefined) names[names.length - 1] = `${last}, ${name}`;
    else names.push(name);
  }
  return names;
}

function parts(line: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at);
    if (sign === "{") depth += 1;
    else if (sign === "}") depth = Math.max(0, depth - 1);
    else if (depth === 0 && (sign === "," || sign === ";")) {
      found.push(line.slice(start, at));
      start = at + 1;
    }
  }
  return [...found, line.slice(start)].flatMap((part) => part.split(/(?:^|\s)(?:and|&)\s/));
}
