/** Who wrote a paper, in the words of a listing. */
import type { Paper } from "../core/model.ts";
import { count } from "./counting.ts";

/** Names shown before "et al." */
const shown = 3;

/**
 * "A, B, C et al.", or the organization and the number of authors where the list gives no names;
 * `null` when the list says nothing.
 */
export function bylineInWords({ authors, organization, authorCount }: Paper): string | null {
  if (authors !== null && authors.length > 0) {
    const names = authors.slice(0, shown).join(", ");
    return authors.length > shown ? `${names} et al.` : names;
  }
  const parts = [
    organization?.name,
    authorCount === null ? undefined : count(authorCount, "author"),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? null : parts.join(", ");
}
