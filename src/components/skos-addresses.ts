/** The addresses under which the vocabulary's linked data names things. */
import type { SkosAddresses } from "../core/export/skos.ts";
import { absolute, to } from "../site.ts";

/** Absolute addresses of this site: a technique is identified by its page. */
export const skosAddresses: SkosAddresses = {
  scheme: absolute(to.techniques()),
  technique: (id) => absolute(to.technique(id)),
  family: (id) => absolute(to.family(id)),
  paper: (id) => absolute(to.paper(id)),
};
