/** The names of techniques, for the search: it leads to a technique's page when a query names it. */
import type { APIRoute } from "astro";
import type { SearchNames } from "../../core/search/names.ts";
import { library } from "../../queries.ts";

export const GET: APIRoute = async () => {
  const { techniques } = await library();
  const names: SearchNames = {
    techniques: techniques
      .filter(({ status }) => status === "active")
      .map(({ id, label, family, aliases, broader, counts }) => {
        // Whoever types the name of a merged technique means the one that took its place.
        const merged = techniques.filter(({ replacedBy }) => replacedBy === id);
        const others = merged.flatMap((each) => [each.label, ...each.aliases]);
        return {
          ...{ id, label, family, broader },
          aliases: [...aliases, ...others],
          papers: counts.core,
        };
      }),
  };
  return new Response(`${JSON.stringify(names)}\n`, {
    headers: { "Content-Type": "application/json" },
  });
};
