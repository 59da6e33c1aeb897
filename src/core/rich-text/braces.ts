/**
 * Pairs the braces of a source in one pass.
 *
 * Gives, for each position of a `{` that has a partner, the position of the `}`; every other
 * position holds -1. A backslash takes the next character with it, so `\{` and `\}` do not count.
 */
export function pairBraces(source: string): Int32Array {
  const closing = new Int32Array(source.length).fill(-1);
  const open: number[] = [];
  for (let at = 0; at < source.length; at++) {
    const character = source[at];
    if (character === "\\") at++;
    else if (character === "{") open.push(at);
    else if (character === "}") {
      const opened = open.pop();
      if (opened !== undefined) closing[opened] = at;
    }
  }
  return closing;
}
