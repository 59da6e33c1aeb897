/** Codes of all papers, in their order: how the library finds its papers among the cards. */
import type { APIRoute } from "astro";
import { codesOf } from "../../../core/shelf/codes.ts";
import { library } from "../../../queries.ts";

export const GET: APIRoute = async () => {
  const { papers } = await library();
  return Response.json(codesOf(papers.map(({ id }) => id)));
};
