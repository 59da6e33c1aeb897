/** JSON Schema of the catalogue. */
import type { APIRoute } from "astro";
import { catalogueJsonSchema } from "../core/export/catalogue.ts";
import { absolute, to } from "../site.ts";

export const GET: APIRoute = () => {
  const schema = catalogueJsonSchema(absolute(to.file("papers.schema.json")));
  return new Response(`${JSON.stringify(schema, null, 2)}\n`, {
    headers: { "Content-Type": "application/schema+json" },
  });
};
