/**
 * Colors of code as classes. Shiki says them in inline styles, which our pages forbid; with its theme
 * of CSS variables each style names a kind of token, and the class takes that name.
 */
import type { ShikiConfig } from "astro";

type Transformer = NonNullable<ShikiConfig["transformers"]>[number];

/** `<span style="color:var(--astro-code-token-keyword)">` becomes `<span class="token-keyword">`. */
export const codeClasses: Transformer = {
  name: "code-classes",
  preprocess(_code, options) {
    // By itself Shiki gives a line half a second, so that a busy machine would color less of it.
    options.tokenizeTimeLimit = 0;
  },
  span(node) {
    const { style } = node.properties;
    const kind = /--astro-code-(token-[a-z-]+)/.exec(typeof style === "string" ? style : "")?.[1];
    delete node.properties["style"];
    if (kind !== undefined) this.addClassToHast(node, kind);
  },
  pre(node) {
    delete node.properties["style"];
  },
};
