/** Serves the built site on this machine. */
import process from "node:process";
import { ServeError, startStaticServer } from "../src/io/static-server.ts";
import type { CheckedSettings } from "../src/settings.ts";

/**
 * The port that the environment asks for, 4321 when it does not.
 *
 * @throws {ServeError} when `PORT` is no port.
 */
export function wantedPort(): number {
  const wanted = process.env["PORT"] ?? "";
  const port = Number(wanted === "" ? 4321 : wanted);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new ServeError(`PORT must be a number from 0 to 65535, not “${wanted}”.`);
}

/**
 * Serves until the process is stopped; prints the address.
 *
 * @throws {ServeError} when there is no site, or the port is not to be had.
 */
export async function serveSite(settings: CheckedSettings, port: number): Promise<number> {
  const { url } = await startStaticServer({ dir: settings.out, base: settings.base, port });
  process.stdout.write(`${settings.title} is at ${url} (Ctrl+C stops it)\n`);
  return 0;
}
