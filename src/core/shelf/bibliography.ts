/** Many BibTeX entries in one file. */

/**
 * The entries one below the other. A key that stands twice gets a letter, as LaTeX would otherwise take
 * the second paper for the first.
 */
export function joinBibtex(entries: readonly string[]): string {
  const taken = new Set<string>();
  return entries
    .map((entry) =>
      entry.replace(/^(@\w+\{)([^,]+)/, (_, opening: string, key: string) => {
        let free = key;
        for (let count = 2; taken.has(free); count += 1) free = `${key}-${String(count)}`;
        taken.add(free);
        return opening + free;
      }),
    )
    .join("\n");
}
