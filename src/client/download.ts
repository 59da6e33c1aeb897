/** Files made in the page. */

const types: Readonly<Record<string, string>> = {
  bib: "application/x-bibtex",
  ris: "application/x-research-info-systems",
  json: "application/json",
};

/** Hands a text to the reader as a file; the type follows from the name's ending. */
export function download(name: string, text: string): void {
  const type = types[name.split(".").at(-1) ?? ""] ?? "text/plain";
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after this turn.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}
