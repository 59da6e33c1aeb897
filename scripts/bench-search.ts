/**
 * `npm run bench:search -- --seeds <folder> [--papers 2000]`: how well, how fast and at what cost the
 * search finds papers. Builds the site from the project's own seeds, puts an index of a sample of
 * the folder's papers into it, and asks known-item queries of the built site's own search code, in
 * Chromium.
 *
 * Further flags: `--queries` (how many a class, 150), `--draw` (1; another number draws other papers
 * and other queries, which nothing was tuned on), `--misses` (prints what was not found first),
 * `--ambiguous` (queries that fit several papers, too), `--no-cost` (no bytes), `--reuse` (the site
 * built by an earlier run; the index is always made anew).
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { catalogueOf } from "../src/core/export/catalogue.ts";
import type { SearchablePaper } from "../src/core/search/record.ts";
import { indexInto, searchablePapers, techniquePages } from "../src/integrations/search-index.ts";
import { corpusOfFolder } from "../src/io/corpus.ts";
import { root } from "../src/io/settings.ts";
import { openSearch, type SearchBrowser } from "./bench-search/browser.ts";
import { type QueryClass, queryClasses } from "./bench-search/queries.ts";
import { randomFrom, shuffled } from "./bench-search/random.ts";
import {
  type Cost,
  costRows,
  qualityRows,
  type Measured,
  reciprocalRank,
} from "./bench-search/table.ts";

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "seeds" },
    papers: { type: "string" },
    queries: { type: "string", default: "150" },
    draw: { type: "string", default: "1" },
    misses: { type: "boolean", default: false },
    ambiguous: { type: "boolean", default: false },
    "no-cost": { type: "boolean", default: false },
    reuse: { type: "boolean", default: false },
  },
});

const draw = Number(values.draw);
const dir = path.join(root, ".cache/bench-search");
const say = (text: string): void => void process.stdout.write(`${text}\n`);

if (!values.reuse || !existsSync(path.join(dir, "papers.json"))) {
  say("Building the site …");
  const { status, stderr } = spawnSync(process.execPath, ["scripts/build.ts"], {
    cwd: root,
    encoding: "utf8",
    env: {
      ...process.env,
      PAPERSHELF_OUT: dir,
      PAPERSHELF_BASE: "/",
      PAPERSHELF_OFFLINE_BUNDLE: "off",
    },
  });
  if (status !== 0) throw new Error(`The site was not built.\n${stderr}`);
}

const papers = sample(path.resolve(values.seeds), values.papers);
say(`Indexing ${String(papers.length)} papers …`);
const started = performance.now();
await indexInto(dir, { papers, pages: await techniquePages(dir) });
say(`Indexed in ${((performance.now() - started) / 1000).toFixed(1)} s.`);

const search = await openSearch(dir);
try {
  const measured = await quality(
    search,
    queryClasses(papers, Number(values.queries), { ...values, draw }),
  );
  say(qualityRows(measured));
  if (values.misses) say(misses(measured));
  if (!values["no-cost"]) say(costRows(await cost(search, measured)));
} finally {
  await search.close();
}

/** The papers of the folder, or as many of them as are asked for: the same in every run of a draw. */
function sample(folder: string, wanted: string | undefined): SearchablePaper[] {
  const { corpus } = corpusOfFolder(folder);
  const address = (id: string): string => `https://example.org/${id}/`;
  const all = searchablePapers(
    catalogueOf(corpus, { schema: address(""), paper: address, technique: address, list: address }),
  );
  const ordered = [...all].sort((a, b) => (a.address < b.address ? -1 : 1));
  return shuffled(ordered, randomFrom(draw)).slice(
    0,
    wanted === undefined ? all.length : Number(wanted),
  );
}

async function quality(
  browser: SearchBrowser,
  classes: readonly QueryClass[],
): Promise<Measured[]> {
  const visit = await browser.visit();
  const measured: Measured[] = [];
  for (const { name, counts, queries } of classes) {
    const texts = queries.map(({ query }) => query);
    const [cold, warm] = [await visit.ask(texts), await visit.ask(texts)];
    measured.push({
      ...{ name, counts },
      asked: queries.map((item, place) => {
        const answer = cold[place] ?? { addresses: [], corrected: null, milliseconds: 0 };
        const again = warm[place] ?? answer;
        return { ...item, ...answer, milliseconds: again.milliseconds };
      }),
    });
  }
  await visit.close();
  return measured;
}

/** Bytes of visits that each ask three queries of a class, one after another. */
async function cost(browser: SearchBrowser, measured: readonly Measured[]): Promise<Cost[]> {
  const costs: Cost[] = [];
  for (const { name, counts, asked } of measured) {
    const visits: number[][] = [];
    for (let place = 0; place + 3 <= Math.min(asked.length, 24); place += 3) {
      const visit = await browser.visit();
      const bytes: number[] = [];
      for (const { query } of asked.slice(place, place + 3)) {
        await visit.ask([query]);
        bytes.push(visit.bytes());
      }
      await visit.close();
      visits.push(bytes);
    }
    costs.push({ name, counts, visits });
  }
  return costs;
}

function misses(measured: readonly Measured[]): string {
  return measured
    .flatMap(({ name, asked }) =>
      asked
        .filter((each) => reciprocalRank(each) < 1)
        .map((each) => {
          const rank = each.addresses.indexOf(each.address) + 1;
          const as = each.corrected === null ? "" : ` [as: ${each.corrected}]`;
          return `${name}: ${each.query}${as} -> ${each.address} ${rank === 0 ? "not in ten" : `rank ${String(rank)}`}, first ${each.addresses[0] ?? "nothing"}`;
        }),
    )
    .join("\n");
}
