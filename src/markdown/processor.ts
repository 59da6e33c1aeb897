/**
 * How the site's own Markdown and MDX is read: math to MathML, links between techniques, and code
 * colored once for light and once for dark. Only the configuration of Astro uses this.
 */
import { satteri } from "@astrojs/markdown-satteri";
import type { ShikiConfig } from "astro";
import { mathToMathml } from "./math-to-mathml.ts";
import { techniqueLinks } from "./technique-links.ts";
import type { TechniqueLinkOptions } from "./technique-links.ts";

/** The part of Astro's `markdown` settings that is ours. */
export interface MarkdownSettings {
  readonly processor: ReturnType<typeof satteri>;
  readonly shikiConfig: Pick<ShikiConfig, "themes" | "defaultColor">;
}

/**
 * Value of `markdown` in Astro's configuration; MDX extends it by itself.
 *
 * Code carries both themes as `--shiki-light` and `--shiki-dark` (with `-bg` for the ground) and no
 * color of its own: the style sheet chooses. In both, every color of text has a contrast of at least
 * 5:1 on the theme's own ground.
 */
export function markdown(links: TechniqueLinkOptions): MarkdownSettings {
  return {
    processor: satteri({
      features: { math: true },
      mdastPlugins: [techniqueLinks(links)],
      hastPlugins: [mathToMathml],
    }),
    shikiConfig: {
      themes: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
      defaultColor: false,
    },
  };
}
