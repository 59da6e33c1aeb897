/** `npm run serve`: serves what `npm run build` has written, until it is stopped. */
import { currentSettings } from "../src/io/settings.ts";
import { ServeError, startStaticServer } from "../src/io/static-server.ts";
import { SettingsError } from "../src/settings.ts";

try {
  const { title, out, base } = currentSettings();
  const wanted = process.env["PORT"] ?? "4321";
  const port = Number(wanted);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new ServeError(`PORT must be a number from 0 to 65535, not "${wanted}".`);
  }
  const { url } = await startStaticServer({ dir: out, base, port });
  console.log(`${title} is at ${url} (Ctrl+C stops it)`);
} catch (error) {
  if (!(error instanceof ServeError || error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
