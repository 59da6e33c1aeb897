/** Writes the bundle's size into the page that offers it, which was built before the bundle. */

/** `<span data-bundle-size></span>`, empty or with an earlier size in it. */
const place = /(<span data-bundle-size>)[^<]*(<\/span>)/g;

/** The page with the size in every `<span data-bundle-size>`. */
export function withBundleSize(page: string, bytes: number): string {
  return page.replace(place, `$1${megabytes(bytes)}$2`);
}

/** `2.4 MB` (a million bytes each); at least 0.1. */
export function megabytes(bytes: number): string {
  return `${Math.max(bytes / 1e6, 0.1).toFixed(1)} MB`;
}
