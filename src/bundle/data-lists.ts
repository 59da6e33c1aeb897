/**
 * Data files that are lists with an entry for each of some pages: the entry says again what the page
 * says, and is packed with it.
 */

/** The entries of a list, each as JSON; `null` for text that is no list, or not written as usual. */
export function entriesOf(text: string): readonly string[] | null {
  const list: unknown = JSON.parse(text);
  if (!Array.isArray(list)) return null;
  const entries = list.map((entry) => JSON.stringify(entry));
  return text.trim() === `[${entries.join(",")}]` ? entries : null;
}

/**
 * Says which page an entry of lists in the folder is about, by address (`papers/x/`): the one that it
 * names as its `id`, or the one that has the entry as a block of code.
 */
export function pagesOfEntries(
  pages: ReadonlyMap<string, string>,
): (path: string, entry: string) => string | null {
  let byCode: Map<string, string> | null = null;
  return (path, entry) => {
    const value: unknown = JSON.parse(entry);
    if (typeof value === "string") return (byCode ??= codeBlocks(pages)).get(value.trim()) ?? null;
    if (typeof value !== "object" || value === null) return null;
    const id: unknown = Reflect.get(value, "id");
    const address = `${path.split("/")[0] ?? ""}/${String(id)}/`;
    return typeof id === "string" && pages.has(address) ? address : null;
  };
}

/** Addresses of pages by the text of their blocks of code. */
function codeBlocks(pages: ReadonlyMap<string, string>): Map<string, string> {
  const addresses = new Map<string, string>();
  for (const [address, html] of pages) {
    for (const [, code = ""] of html.matchAll(/<pre\b[^>]*><code>([^<]*)<\/code><\/pre>/g)) {
      addresses.set(unescaped(code).trim(), address);
    }
  }
  return addresses;
}

const characters: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#34;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

function unescaped(html: string): string {
  return html.replace(/&(?:lt|gt|quot|#34|#39|amp);/g, (reference) => {
    return characters[reference] ?? reference;
  });
}
