/** One page of each template, chosen from what was built. */
import type { BuiltSite } from "../../src/io/site-links.ts";
import { pageOfEachTemplate } from "../../src/io/templates.ts";

/** Name of each template with the address, below the base path, of one of its pages. */
export function templates(site: BuiltSite): readonly (readonly [string, string])[] {
  return pageOfEachTemplate(site.dir);
}
