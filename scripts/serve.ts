/** `npm run serve`: serves what `npm run build` has written, until it is stopped. */
import { command } from "./reading.ts";
import { serveSite, wantedPort } from "./serving.ts";

await command({ usage: "npm run serve" }, ({ settings }) => serveSite(settings, wantedPort()));
