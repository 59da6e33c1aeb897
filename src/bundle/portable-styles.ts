/** Rewrites the addresses in style sheets, `<style>` elements and `style` attributes. */
import { portableAddress, type SiteFiles } from "./site-files.ts";

/** One `url(...)`, quoted or not; https://www.w3.org/TR/css-values-4/#urls */
const urlToken = /url\(\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^"'()\s]+))\s*\)/g;

/** The style sheet with every address of the site relative to the file `from` it stands in. */
export function portableStyles(css: string, from: string, site: SiteFiles): string {
  return css.replace(urlToken, (token, double?: string, single?: string, bare?: string) => {
    const address = double ?? single ?? bare ?? "";
    const portable = portableAddress(address, from, site);
    return portable === address ? token : `url("${portable.replaceAll('"', "%22")}")`;
  });
}
