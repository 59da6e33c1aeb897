/** Titles with mathematics in the browser; the counterpart of the component `RichText`. */

/**
 * The nodes of a rich text that `core/rich-text` rendered when the site was built. This is the only
 * place in the browser where markup made from seed text becomes nodes: it must never be given a
 * string that the build did not make.
 */
export function richTextNodes(html: string): DocumentFragment {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}
