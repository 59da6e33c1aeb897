/** Prints the path of the Chromium that the browser tests use, installing one where that is allowed. */
import { ensureChromium, NoChromiumError } from "../src/io/chromium.ts";

try {
  console.log(ensureChromium(process.env));
} catch (error) {
  if (!(error instanceof NoChromiumError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
