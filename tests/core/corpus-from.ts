/** Corpora from seeds written in a test. */
import { buildCorpus, type CorpusResult } from "../../src/core/corpus.ts";
import type { TextFile } from "../../src/core/yaml-file.ts";

/** One entry of an arXiv digest. */
export function digestEntry(entry: {
  readonly title: string;
  readonly authors?: string;
  readonly link?: string;
  readonly abstract?: string;
}): string {
  const { title, authors = "Ada Author", abstract = "An abstract." } = entry;
  const link = entry.link ?? "[PDF](https://arxiv.org/pdf/2601.00001)";
  return `# ${title}\n\n**Authors**: ${authors}\n\n**Link**: ${link}\n\n**Abstract**: ${abstract}\n\n---\n`;
}

/** A link to an arXiv paper, as a digest writes it. */
export function arxivLink(id: string): string {
  return `[PDF](https://arxiv.org/pdf/${id})`;
}

/** The lines of a Daily Papers page before its entries. */
export const pageFurniture =
  "new\n\nSubscribe\n\nDaily Papers\n\nbyAK and the research community\n\nMay 20\n\n";

/** The corpus of some files, by name; `.yaml` and `.json` files are those beside the seeds. */
export function corpusFrom(files: Readonly<Record<string, string | Uint8Array>>): CorpusResult {
  const beside = (name: string): TextFile | null => {
    const text = files[name];
    return typeof text === "string" ? { path: name, text } : null;
  };
  const seeds = Object.entries(files)
    .filter(([name]) => !/\.(?:yaml|json)$/.test(name))
    .map(([name, content]) => ({
      path: name,
      name,
      bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
    }));
  return buildCorpus({
    seeds,
    manifest: beside("lists.yaml"),
    amendments: [beside("amendments.yaml")].flatMap((file) => file ?? []),
    permalinks: beside("permalinks.json"),
    vocabulary: [],
  });
}

/** Diagnostics as `file:line:column severity rule`. */
export function places({ diagnostics }: CorpusResult): readonly string[] {
  return diagnostics.map(
    ({ file, line, column, severity, rule }) =>
      `${file}:${String(line)}:${String(column)} ${severity} ${rule}`,
  );
}
