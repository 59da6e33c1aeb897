/** Serves the built site on this machine. */
import process from "node:process";
import { ServeError, startStaticServer } from "../src/io/static-server.ts";
import type { CheckedSettings } from "../src/settings.ts";

/**
 * Serves until the process is stopped; prints the address.
 *
 * @returns 0 while it serves; 1 when it cannot, after saying why.
 */
export async function serveSite(settings: CheckedSettings): Promise<number> {
  const port = Number(process.env["PORT"] ?? 4321);
  try {
    if (!Number.isInteger(port) || port < 0 || port > 65535) {
      throw new ServeError(
        `PORT must be a number from 0 to 65535, not “${process.env["PORT"] ?? ""}”.`,
      );
    }
    const { url } = await startStaticServer({ dir: settings.out, base: settings.base, port });
    process.stdout.write(`${settings.title} is at ${url} (Ctrl+C stops it)\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof ServeError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}
