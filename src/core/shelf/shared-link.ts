/** Papers as a link: their ids in the fragment of an address, which is sent to no server. */
import { isPaperId } from "./shelf.ts";

const parameter = "papers=";

/** The fragment, with its `#`, that names these papers. */
export function sharedFragment(ids: readonly string[]): string {
  return `#${parameter}${ids.join(",")}`;
}

/** The papers that a fragment names, each once; `null` when it is none of a shared link. */
export function sharedPapers(fragment: string): readonly string[] | null {
  const text = fragment.replace(/^#/, "");
  if (!text.startsWith(parameter)) return null;
  // Some programs escape commas when they pass a link on.
  const ids = text.slice(parameter.length).split(/,|%2C/i);
  return [...new Set(ids)].filter(isPaperId);
}
