/** The first steps of a build: bytes to text, text to a format, a format to raw entries. */
import { type Diagnostic } from "./diagnostics.ts";
import { compareText } from "./order.ts";
import { recognise } from "./formats/recognise.ts";
import { LineLedger } from "./line-ledger.ts";
import type { ReadSeed } from "./lists.ts";
import { decode, type SeedFile, type SourceText } from "./source.ts";

/** What came of the files, by file name. */
export interface ReadSeeds {
  readonly sources: readonly SourceText[];
  readonly seeds: readonly ReadSeed[];
  readonly ledgers: readonly LineLedger[];
}

/** Reads every file, in the order of their names; what is wrong with one is added to the diagnostics. */
export function readSeeds(files: readonly SeedFile[], diagnostics: Diagnostic[]): ReadSeeds {
  const sources: SourceText[] = [];
  const seeds: ReadSeed[] = [];
  const ledgers: LineLedger[] = [];
  for (const file of [...files].sort((a, b) => compareText(a.name, b.name))) {
    const { source, diagnostics: found } = decode(file);
    sources.push(source);
    for (const each of found) diagnostics.push(each);
    if (source.lines.every((line) => line.isBlank)) continue;
    const recognised = recognise(source);
    if ("problem" in recognised) {
      diagnostics.push(recognised.problem);
      const ledger = new LineLedger(source);
      ledger.claimAll("diagnostic");
      ledgers.push(ledger);
      continue;
    }
    const parsed = recognised.format.parse(source);
    for (const each of parsed.diagnostics) diagnostics.push(each);
    ledgers.push(parsed.ledger);
    seeds.push({ name: file.name, path: file.path, format: recognised.format, parsed });
  }
  return { sources, seeds, ledgers };
}
