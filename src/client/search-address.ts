/** The search page's state in its address: `?q=…`, how to read it, and what is chosen of the facets. */
import { selectionParameters, type Selection, writeSelection } from "../core/facets/selection.ts";

/** In the address: answer what was typed, whatever its spelling. */
const asTypedParameter = "as-typed";

/** What the address asks for. */
export interface Asked {
  readonly query: string;
  readonly asTyped: boolean;
  /** Whether it names filters or an order. */
  readonly isNarrowed: boolean;
}

/** What the page's address asks for. */
export function asked(): Asked {
  const { searchParams } = new URL(location.href);
  return {
    query: searchParams.get("q")?.trim() ?? "",
    asTyped: searchParams.has(asTypedParameter),
    isNarrowed: selectionParameters.some((name) => searchParams.has(name)),
  };
}

/** The query part of an address (with `?`; empty for nothing) for another text, the choices kept. */
export function withQuery(query: string, asTyped = false): string {
  const choices = parts().filter((part) => selectionParameters.includes(nameOf(part)));
  return written([...own(query, asTyped), ...choices]);
}

/** The query part of an address for other choices, the text kept. */
export function withSelection(selection: Selection): string {
  const { query, asTyped } = asked();
  const choices = writeSelection(selection);
  return written([...own(query, asTyped), ...(choices === "" ? [] : [choices])]);
}

function own(query: string, asTyped: boolean): string[] {
  return [
    ...(query === "" ? [] : [new URLSearchParams({ q: query }).toString()]),
    ...(asTyped ? [asTypedParameter] : []),
  ];
}

/** The parts of the present address, as they are written: commas stay commas. */
function parts(): string[] {
  return location.search.slice(1).split("&");
}

function nameOf(part: string): string {
  return part.split("=", 1)[0] ?? "";
}

function written(all: readonly string[]): string {
  return all.length === 0 ? "" : `?${all.join("&")}`;
}
