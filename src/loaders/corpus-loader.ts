/**
 * Astro content loaders over one corpus. Each collection's loader is thin: the first one to run
 * builds the corpus, the others take their part of it.
 */
import type { Loader, LoaderContext } from "astro/loaders";
import { corpusOfFolder } from "../io/corpus.ts";
import { currentSettings } from "../io/settings.ts";
import type { Corpus } from "../core/model.ts";

/** The parts of a corpus that are collections. */
export type CorpusPart = keyof Corpus;

let shared: Corpus | null = null;

function corpus(): Corpus {
  shared ??= corpusOfFolder(currentSettings().seeds).corpus;
  return shared;
}

/**
 * The loader of one part. In development it watches the seeds folder and the vocabulary, and loads
 * again what changed.
 */
export function corpusLoader(part: CorpusPart): Loader {
  return {
    name: `papershelf-${part}`,
    load: (context) => {
      fill(part, context);
      watch(part, context);
      return Promise.resolve();
    },
  };
}

function fill(part: CorpusPart, context: LoaderContext): void {
  const { store } = context;
  store.clear();
  for (const [order, value] of corpus()[part].entries()) {
    const data = { order, ...value };
    store.set({ id: value.id, data, digest: context.generateDigest(data) });
  }
}

function watch(part: CorpusPart, context: LoaderContext): void {
  const { watcher, logger } = context;
  if (watcher === undefined) return;
  const { seeds } = currentSettings();
  watcher.add(seeds);
  const reload = (file: string): void => {
    if (!file.startsWith(seeds) && !file.includes("/content/vocabulary/")) return;
    // Every part hears of the same change; the first one to hear it makes the corpus anew.
    shared = null;
    queueMicrotask(() => {
      fill(part, context);
      if (part === "papers") logger.info(`Read ${file} again.`);
    });
  };
  watcher.on("change", reload);
  watcher.on("add", reload);
  watcher.on("unlink", reload);
}
