/** The bundle's name, which pages must know before it is made. */

/**
 * `papershelf-2026-06-18.zip`, after the newest of the lists' dates; `papershelf.zip` when no list
 * has one. Dates are ISO 8601, possibly cut to the month or year.
 */
export function bundleFileName(lists: readonly { readonly date: string | null }[]): string {
  const dates = lists.flatMap(({ date }) => (date === null ? [] : [date]));
  const newest = dates.sort().at(-1);
  return newest === undefined ? "papershelf.zip" : `papershelf-${newest}.zip`;
}

/** Whether a file at the root of the output is a bundle, of this build or an earlier one. */
export function isBundle(path: string): boolean {
  return /^papershelf(?:-[\d-]+)?\.zip$/.test(path);
}
