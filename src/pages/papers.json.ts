/** The catalogue, for other programs. */
import type { APIRoute } from "astro";
import { catalogueOf } from "../core/export/catalogue.ts";
import { library } from "../queries.ts";
import { absolute, to } from "../site.ts";

export const GET: APIRoute = async () => {
  const catalogue = catalogueOf(await library(), {
    schema: absolute(to.file("papers.schema.json")),
    paper: (id) => absolute(to.paper(id)),
    technique: (id) => absolute(to.technique(id)),
    list: (id) => absolute(to.list(id)),
  });
  return new Response(`${JSON.stringify(catalogue)}\n`, {
    headers: { "Content-Type": "application/json" },
  });
};
