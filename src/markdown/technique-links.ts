/**
 * Links between techniques: a text says `[PPO](technique:ppo)`, the page links to the technique
 * where the site has it. So a text knows nothing of the base path, and a link cannot go stale.
 */
import { defineMdastPlugin } from "satteri";
import type { MdastPluginDefinition } from "satteri";
import { documentName } from "./document-name.ts";

const scheme = "technique:";

/** A link to a technique that the vocabulary does not have. The message names file and id. */
export class TechniqueLinkError extends Error {
  override readonly name = "TechniqueLinkError";
}

/** What the links are resolved against. */
export interface TechniqueLinkOptions {
  /** Base path of the site, with its final slash: `/` or `/reading-list/`. */
  readonly base: string;
  /** Every id a link may name. */
  readonly techniqueIds: ReadonlySet<string>;
}

/**
 * Sätteri plugin that turns `technique:<id>` into `<base>techniques/<id>/`.
 *
 * @throws {TechniqueLinkError} while a text is compiled, for an id that is not in the vocabulary.
 */
export function techniqueLinks({
  base,
  techniqueIds,
}: TechniqueLinkOptions): MdastPluginDefinition {
  return defineMdastPlugin({
    name: "technique-links",
    link(node, context) {
      if (!node.url.startsWith(scheme)) return;
      const id = node.url.slice(scheme.length);
      if (!techniqueIds.has(id)) {
        throw new TechniqueLinkError(
          `${documentName(context.fileURL)}: the link ${node.url} names no technique of the vocabulary`,
        );
      }
      context.setProperty(node, "url", `${base}techniques/${id}/`);
    },
  });
}
