/** Every page may be read by anyone; the sitemap says which there are. */
import type { APIRoute } from "astro";
import { absolute, to } from "../site.ts";

export const GET: APIRoute = () =>
  new Response(
    ["User-agent: *", "Allow: /", `Sitemap: ${absolute(to.file("sitemap-index.xml"))}`, ""].join(
      "\n",
    ),
    { headers: { "Content-Type": "text/plain; charset=utf-8" } },
  );
