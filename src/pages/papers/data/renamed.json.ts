/** Ids that papers had before, with those they have now. */
import type { APIRoute } from "astro";
import { library } from "../../../queries.ts";

export const GET: APIRoute = async () => {
  const { papers } = await library();
  const renamed = papers.flatMap(({ id, formerIds }) => formerIds.map((former) => [former, id]));
  return Response.json(Object.fromEntries(renamed));
};
