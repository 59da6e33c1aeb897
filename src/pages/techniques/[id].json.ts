/** One technique and its papers as linked data. */
import type { APIRoute, GetStaticPaths } from "astro";
import { skosAddresses } from "../../components/skos-addresses.ts";
import { techniqueDocument } from "../../core/export/skos.ts";
import type { Technique } from "../../core/model.ts";
import { library } from "../../queries.ts";

export const getStaticPaths = (async () => {
  const { techniques } = await library();
  return techniques.map((technique) => ({ params: { id: technique.id }, props: { technique } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ technique: Technique }> = async ({ props: { technique } }) => {
  const { papersOf } = await library();
  const document = techniqueDocument(technique, papersOf(technique.id), skosAddresses);
  return new Response(`${JSON.stringify(document, null, 2)}\n`, {
    headers: { "Content-Type": "application/ld+json" },
  });
};
