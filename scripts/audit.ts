/**
 * `npm run audit`: asks Lighthouse about one page of each template of the built site, on a simulated
 * phone (its own preset), and prints the four scores.
 *
 * Exit code 0: all 100; 1: not all; 2: wrong arguments or settings. Performance depends on the machine,
 * so that it counts only with `--performance`. Links and `noindex` decide the score of search engines:
 * the page for what is not there is meant to stay out of them, and is not held to it.
 */
import process from "node:process";
import lighthouse from "lighthouse";
import { launchChromium } from "../src/io/chromium.ts";
import { startStaticServer } from "../src/io/static-server.ts";
import { pageOfEachTemplate } from "../src/io/templates.ts";
import { command } from "./reading.ts";

const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
type Category = (typeof categories)[number];

interface Result {
  readonly scores: Readonly<Record<Category, number>>;
  /** What cost points, in Lighthouse's words. */
  readonly complaints: readonly string[];
}

await command(
  {
    usage: "npm run audit -- [--performance] [--only <template>]",
    options: { performance: { type: "boolean" }, only: { type: "string" } },
  },
  async ({ settings, flags }) => {
    const server = await startStaticServer({ dir: settings.out, base: settings.base, port: 0 });
    const port = 9222 + (process.pid % 1000);
    const browser = await launchChromium(`--remote-debugging-port=${String(port)}`);
    let failed = 0;
    try {
      process.stdout.write(`${row("template", categories)}\n`);
      for (const [name, address] of pageOfEachTemplate(settings.out)) {
        if (typeof flags["only"] === "string" && flags["only"] !== name) continue;
        const { scores, complaints } = await ask(server.url + address, port);
        process.stdout.write(
          `${row(
            name,
            categories.map((category) => scores[category]),
          )}\n`,
        );
        const counted = categories.filter(
          (category) =>
            (category !== "performance" || flags["performance"] === true) &&
            (category !== "seo" || name !== "not found"),
        );
        if (counted.every((category) => scores[category] === 100)) continue;
        failed += 1;
        for (const complaint of complaints) process.stdout.write(`  ${complaint}\n`);
      }
    } finally {
      await browser.close();
      await server.close();
    }
    return failed === 0 ? 0 : 1;
  },
);

/**
 * One page's scores, from 0 to 100.
 *
 * @throws {Error} when Lighthouse cannot load the page.
 */
async function ask(url: string, port: number): Promise<Result> {
  const run = await lighthouse(url, {
    port,
    output: "json",
    logLevel: "silent",
    onlyCategories: [...categories],
    // The audit of what is not there is a page of its own, not an answer 404.
    ignoreStatusCode: true,
  });
  if (run === undefined) throw new Error(`Lighthouse has no answer for ${url}.`);
  const { lhr } = run;
  if (lhr.runtimeError !== undefined) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  const scoreOf = (category: Category): number =>
    Math.round((lhr.categories[category]?.score ?? 0) * 100);
  const complaints = categories.flatMap((category) =>
    (lhr.categories[category]?.auditRefs ?? [])
      .filter(({ weight }) => weight > 0)
      .map(({ id }) => lhr.audits[id])
      .filter((audit) => audit !== undefined && audit.score !== null && audit.score < 1)
      .map((audit) => `${category}: ${audit?.title ?? ""} ${audit?.displayValue ?? ""}`.trim()),
  );
  return {
    scores: {
      performance: scoreOf("performance"),
      accessibility: scoreOf("accessibility"),
      "best-practices": scoreOf("best-practices"),
      seo: scoreOf("seo"),
    },
    complaints,
  };
}

function row(name: string, cells: readonly (string | number)[]): string {
  return name.padEnd(30) + cells.map((cell) => String(cell).padStart(15)).join("");
}
