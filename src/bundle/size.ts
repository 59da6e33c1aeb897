/** Writes sizes into the pages that state them, which were built before what they speak of. */

/** `<span data-bundle-size></span>`, empty or with an earlier size in it. */
const bundlePlace = /(<span data-bundle-size>)[^<]*(<\/span>)/g;
/** The same for the copy of the site that a browser keeps. */
const copyPlace = /(<span data-copy-size>)[^<]*(<\/span>)/g;

/** The page with the size in every `<span data-bundle-size>`. */
export function withBundleSize(page: string, bytes: number): string {
  return page.replace(bundlePlace, `$1${megabytes(bytes)}$2`);
}

/** The page with the size in every `<span data-copy-size>`; `null` takes it out. */
export function withCopySize(page: string, bytes: number | null): string {
  return page.replace(copyPlace, `$1${bytes === null ? "" : megabytes(bytes)}$2`);
}

/** `2.4 MB` (a million bytes each); at least 0.1. */
export function megabytes(bytes: number): string {
  return `${Math.max(bytes / 1e6, 0.1).toFixed(1)} MB`;
}
