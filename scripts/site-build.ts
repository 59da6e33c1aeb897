/** The whole way from seeds to the written site, with what it says on the way. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { build } from "astro";
import type { AstroIntegration } from "astro";
import type { Corpus } from "../src/core/model.ts";
import { printedPath } from "../src/io/corpus.ts";
import { root } from "../src/io/settings.ts";
import { type CommandContext, readCorpus, reportReading } from "./reading.ts";

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Builds the site.
 *
 * @returns the exit code; see `build.ts`.
 */
export async function buildSite({ settings, flags, strict }: CommandContext): Promise<number> {
  const started = performance.now();
  say(`Reading ${printedPath(settings.seeds)} …`);
  const result = readCorpus(settings);
  const errors = reportReading(result, flags);
  const obstacle = obstacleTo(result.corpus, strict ? errors : 0);
  if (obstacle !== null) {
    process.stderr.write(`Not built: ${obstacle}\n`);
    return 1;
  }

  const steps = new BuildSteps(settings.out, result.corpus.papers.length);
  say(`Building the pages (read in ${seconds(started)}) …`);
  try {
    await build({ root, logLevel: "warn", integrations: [steps.integration()] });
  } finally {
    steps.stop();
  }
  const { pages, indexing } = steps;
  say(
    `${String(pages)} pages; ${String(indexedPages(settings.out))} in the search index ` +
      `(${indexing}); ${seconds(started)} in all\n` +
      `The site is in ${printedPath(settings.out)}.`,
  );
  return 0;
}

/** Why there is nothing to build, or `null`. */
function obstacleTo(corpus: Corpus, fatalErrors: number): string | null {
  if (fatalErrors > 0) return `${String(fatalErrors)} errors were found, and the run is strict.`;
  if (corpus.techniques.length === 0) return "the vocabulary has errors.";
  if (corpus.papers.length === 0) return "no paper was found.";
  return null;
}

/** Watches a build: counts pages, times the index, and says how far a long build has come. */
class BuildSteps {
  pages = 0;
  indexing = "";
  readonly #out: string;
  readonly #papers: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(out: string, papers: number) {
    this.#out = out;
    this.#papers = papers;
  }

  integration(): AstroIntegration {
    let generated = 0;
    return {
      name: "papershelf:build-steps",
      hooks: {
        "astro:build:start": () => {
          this.#timer = setInterval(() => {
            const folder = path.join(this.#out, "papers");
            const written = existsSync(folder) ? readdirSync(folder).length : 0;
            say(`  ${String(Math.min(written, this.#papers))} of ${String(this.#papers)} papers …`);
          }, 10_000);
        },
        "astro:build:generated": () => {
          this.stop();
          generated = performance.now();
          say("Making the search index …");
        },
        "astro:build:done": ({ pages }) => {
          this.pages = pages.length;
          this.indexing = seconds(generated);
        },
      },
    };
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

/** Pages in the search index, as the index itself says. */
function indexedPages(out: string): number {
  const file = path.join(out, "pagefind/pagefind-entry.json");
  const entry = JSON.parse(readFileSync(file, "utf8")) as {
    readonly languages: Readonly<Record<string, { readonly page_count: number }>>;
  };
  return Object.values(entry.languages).reduce((sum, language) => sum + language.page_count, 0);
}
