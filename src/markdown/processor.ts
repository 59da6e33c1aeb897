/**
 * How the site's own Markdown and MDX is read: math to MathML, links between techniques, and code
 * colored by classes. Only the configuration of Astro uses this.
 */
import { satteri } from "@astrojs/markdown-satteri";
import type { ShikiConfig } from "astro";
import { codeClasses } from "./code-classes.ts";
import { mathToMathml } from "./math-to-mathml.ts";
import { techniqueLinks } from "./technique-links.ts";
import type { TechniqueLinkOptions } from "./technique-links.ts";

/** The part of Astro's `markdown` settings that is ours. */
export interface MarkdownSettings {
  readonly processor: ReturnType<typeof satteri>;
  readonly shikiConfig: Pick<ShikiConfig, "theme" | "transformers">;
}

/**
 * Value of `markdown` in Astro's configuration; MDX extends it by itself.
 *
 * The colors of code, for light and dark, are in the style sheet.
 */
export function markdown(links: TechniqueLinkOptions): MarkdownSettings {
  return {
    processor: satteri({
      features: { math: true },
      mdastPlugins: [techniqueLinks(links)],
      hastPlugins: [mathToMathml],
    }),
    shikiConfig: {
      theme: "css-variables",
      transformers: [codeClasses],
    },
  };
}
