/** Cutting long lists into pages. Pure, so that every listing of the site does it alike. */

/** One page of a longer list. */
export interface Slice<Item> {
  readonly items: readonly Item[];
  /** Number of this page, from 1. */
  readonly page: number;
  /** How many pages there are; at least 1. */
  readonly pages: number;
  /** Place of the first item in the whole list, from 1; 1 for an empty list. */
  readonly first: number;
  /** Length of the whole list. */
  readonly total: number;
}

/** Cuts a list into pages of at most `size` items. An empty list makes one empty page. */
export function paginate<Item>(items: readonly Item[], size: number): readonly Slice<Item>[] {
  const pages = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: pages }, (_, index) => ({
    items: items.slice(index * size, (index + 1) * size),
    page: index + 1,
    pages,
    first: index * size + 1,
    total: items.length,
  }));
}

/** Rest parameter of a listing's route: nothing for the first page, `page/2` for the second. */
export function pageParameter(page: number): string | undefined {
  return page === 1 ? undefined : `page/${String(page)}`;
}

/** Title of one page of a listing: the first has the bare title, the others say their number. */
export function pageTitle(title: string, { page, pages }: Slice<unknown>): string {
  return page === 1 ? title : `${title}, page ${String(page)} of ${String(pages)}`;
}

/** Entries on one page of a list; the links from a paper into its lists count on it. */
export const listPageSize = 100;

/** Number of the page on which the item with this index (from 0) stands. */
export function pageOf(index: number, size: number): number {
  return Math.floor(Math.max(0, index) / size) + 1;
}
