/** Which image is shown where a link to a page is shared (Open Graph): https://ogp.me. */
import type { ListId, PaperId, TechniqueId } from "./ids.ts";
import type { Paper } from "./model.ts";

/** Pixels of an image: what the large previews of chats and social sites take. */
export const cardSize = { width: 1200, height: 630 } as const;

/**
 * Papers that get an image of their own: the newest, which are the ones that get shared. An image
 * takes about as long to make as a page, and ten times its room.
 */
export const mostPaperCards = 600;

/** An image, by the page it was made for. */
export type SharedCard =
  | { readonly kind: "paper"; readonly id: PaperId }
  | { readonly kind: "technique"; readonly id: TechniqueId }
  | { readonly kind: "list"; readonly id: ListId }
  | { readonly kind: "site" };

/** Text in these scripts can be set: the typefaces have no others. */
const writable = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** Whether a paper gets an image of its own; `rank` is its place among all, newest first, from 0. */
export function hasOwnCard({ title }: { readonly title: string }, rank: number): boolean {
  return rank < mostPaperCards && writable.test(title);
}

/** The image of a paper; for one that has none of its own, that of its first technique. */
export function cardOfPaper(paper: Paper, rank: number): SharedCard {
  if (hasOwnCard(paper, rank)) return { kind: "paper", id: paper.id };
  const technique = paper.techniques.find(({ role }) => role === "core") ?? paper.techniques[0];
  return technique === undefined ? { kind: "site" } : { kind: "technique", id: technique.id };
}

/** Path of the image below the site's root. */
export function cardPath(card: SharedCard): string {
  return card.kind === "site" ? "cards/site.png" : `cards/${card.kind}s/${card.id}.png`;
}
