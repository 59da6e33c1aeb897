/** The technique vocabulary as SKOS in JSON-LD. */
import type { APIRoute } from "astro";
import { skosAddresses } from "../components/skos-addresses.ts";
import { vocabularyDocument } from "../core/export/skos.ts";
import { library } from "../queries.ts";

export const GET: APIRoute = async () => {
  const document = vocabularyDocument(await library(), skosAddresses);
  return new Response(`${JSON.stringify(document, null, 2)}\n`, {
    headers: { "Content-Type": "application/ld+json" },
  });
};
