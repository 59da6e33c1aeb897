/**
 * `npm start`: builds the site from the seeds and serves it, search included, until it is stopped.
 *
 * `PORT` chooses another port than 4321. Exit codes as for `npm run build`.
 */
import { command } from "./reading.ts";
import { serveSite, wantedPort } from "./serving.ts";
import { buildSite } from "./site-build.ts";

await command({ usage: "npm start -- [--strict] [--verbose]" }, async (context) => {
  const port = wantedPort();
  const code = await buildSite(context);
  return code === 0 ? serveSite(context.settings, port) : code;
});
