/**
 * From seed files to a corpus: a pure function. The same bytes give the same corpus, whatever the
 * machine, its time zone and locale, and the order in which the files were found.
 */
import { amendFields, type Amendment, amendTags, readAmendments } from "./amend.ts";
import { conceptsOf } from "./concepts.ts";
import { compareDiagnostics, type Diagnostic } from "./diagnostics.ts";
import type { PaperId } from "./ids.ts";
import type { LineCounts, LineLedger } from "./line-ledger.ts";
import { type DescribedList, describeLists } from "./lists.ts";
import { readManifest } from "./manifest.ts";
import { assignIds } from "./merge/addresses.ts";
import { identify } from "./merge/identify.ts";
import { merge, type MergedPaper } from "./merge/merge.ts";
import type { Appearance, Corpus, Paper, PaperList } from "./model.ts";
import { type Candidate, normaliseEntry } from "./normalise/candidate.ts";
import { paperUrls } from "./normalise/urls.ts";
import { newestFirst } from "./order.ts";
import { permalinkKeys, permalinkProblems, readPermalinks } from "./permalinks.ts";
import { neighbours } from "./relate/neighbours.ts";
import { parseRichText, toPlain } from "./rich-text/index.ts";
import { readSeeds } from "./read-seeds.ts";
import { type SeedFile, sourceText, type SourceText } from "./source.ts";
import { createTagger } from "./tag/tagger.ts";
import { parseVocabularies, type Vocabulary } from "./tag/vocabulary.ts";
import type { TextFile } from "./yaml-file.ts";

/** Everything a corpus is made from. */
export interface CorpusInput {
  readonly seeds: readonly SeedFile[];
  /** `lists.yaml`, where the seeds folder has it. */
  readonly manifest: TextFile | null;
  /** `amendments.yaml`, and what stands in the folder `amendments`. */
  readonly amendments: readonly TextFile[];
  /** `permalinks.json`, where the seeds folder has it. */
  readonly permalinks: TextFile | null;
  readonly vocabulary: readonly { readonly file: string; readonly text: string }[];
}

/** The account of a build: what went in and what came out. */
export interface Ledger {
  readonly lists: number;
  readonly entries: number;
  readonly papers: number;
  /** Entries that joined another entry's paper. */
  readonly merged: number;
  /** Techniques that at least one paper has, and techniques in all. */
  readonly techniquesUsed: number;
  readonly techniques: number;
  readonly lines: LineCounts;
}

/** The corpus, the account, and everything that a person should know about the input. */
export interface CorpusResult {
  readonly corpus: Corpus;
  readonly ledger: Ledger;
  /** Sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** The texts of all input files, for code frames. */
  readonly sources: readonly SourceText[];
  /** Key of every paper by its id, as `permalinks.json` keeps them. */
  readonly permalinks: ReadonlyMap<string, string>;
}

/** Builds the corpus. Never throws for bad input: whatever is wrong with it is a diagnostic. */
export function buildCorpus(input: CorpusInput): CorpusResult {
  const diagnostics: Diagnostic[] = [];
  // One at a time: a call takes only so many arguments, and a hostile seed has more problems.
  const report = (found: readonly Diagnostic[]): void => {
    for (const each of found) diagnostics.push(each);
  };
  const { vocabulary, problems } = parseVocabularies(input.vocabulary);
  report(problems.map((problem) => ({ ...problem, severity: "error" as const })));

  const { sources, seeds, ledgers } = readSeeds(input.seeds, diagnostics);
  const manifest = readManifest(input.manifest, new Set(input.seeds.map(({ name }) => name)));
  const described = describeLists(seeds, manifest.entries);
  report(manifest.diagnostics);
  report(described.diagnostics);

  const candidates = candidatesOf(described.lists, diagnostics);
  const identified = identify(candidates);
  report(identified.diagnostics);
  const merged = identified.groups.map((group) => {
    const { paper, diagnostics: conflicts } = merge(group);
    report(conflicts);
    return paper;
  });

  const permalinks = readPermalinks(input.permalinks);
  const addresses = assignIds(merged, permalinks.papers);
  report(permalinks.diagnostics);
  report(addresses.diagnostics);
  const papersById = new Map(
    merged.flatMap((paper): [PaperId, MergedPaper][] => {
      const id = addresses.ids.get(paper);
      return id === undefined ? [] : [[id, paper]];
    }),
  );
  const amendments = readAmendments(
    input.amendments,
    new Set(papersById.keys()),
    new Set((vocabulary?.techniques ?? []).map(({ id }) => id)),
  );
  report(amendments.diagnostics);

  const lists = listsOf(described.lists, papersById);
  const papers = taggedPapers(papersById, addresses.former, lists, amendments.of, vocabulary);
  const corpus = { lists, papers, ...conceptsOf(papers, vocabulary) };
  const keys = new Map(
    [...papersById].map(([id, { group }]) => [id as string, permalinkKeys(group)[0] ?? ""]),
  );
  report(permalinkProblems(permalinks.papers, keys, addresses.former, input.permalinks));
  return {
    corpus,
    ledger: ledgerOf(corpus, candidates.length, ledgers),
    diagnostics: diagnostics.sort(compareDiagnostics),
    sources: [...sources, ...textFiles(input).map(({ path, text }) => sourceText(path, text))],
    permalinks: keys,
  };
}

/** The files beside the seeds, which diagnostics may point into. */
function textFiles(input: CorpusInput): readonly TextFile[] {
  const { manifest, amendments, permalinks, vocabulary } = input;
  return [
    ...[manifest, permalinks].flatMap((file) => file ?? []),
    ...amendments,
    ...vocabulary.map(({ file, text }) => ({ path: file, text })),
  ];
}

function candidatesOf(
  lists: readonly DescribedList[],
  diagnostics: Diagnostic[],
): readonly Candidate[] {
  return lists.flatMap((list) =>
    list.seed.parsed.entries.map((entry) => {
      const normalised = normaliseEntry(list, entry);
      diagnostics.push(...normalised.diagnostics);
      return normalised.candidate;
    }),
  );
}

function listsOf(
  lists: readonly DescribedList[],
  papers: ReadonlyMap<PaperId, MergedPaper>,
): readonly PaperList[] {
  const members = new Map<DescribedList, { readonly line: number; readonly paper: PaperId }[]>();
  for (const [paper, { group }] of papers) {
    for (const { list, line } of group.appearances) {
      const entries = members.get(list);
      if (entries === undefined) members.set(list, [{ line, paper }]);
      else entries.push({ line, paper });
    }
  }
  return lists.map((list) => ({
    id: list.id,
    file: list.seed.name,
    title: list.title,
    date: list.date,
    source: list.source,
    format: list.seed.format.id,
    formatLabel: list.seed.format.label,
    entries: (members.get(list) ?? [])
      .sort((a, b) => a.line - b.line)
      .map(({ paper }, index) => ({ position: index + 1, paper })),
  }));
}

function taggedPapers(
  merged: ReadonlyMap<PaperId, MergedPaper>,
  former: ReadonlyMap<string, PaperId>,
  lists: readonly PaperList[],
  amendmentsOf: (paper: PaperId) => readonly Amendment[],
  vocabulary: Vocabulary | null,
): readonly Paper[] {
  const tag = vocabulary === null ? null : createTagger(vocabulary);
  const positions = new Map(
    lists.map((list) => [list.id, new Map(list.entries.map((e) => [e.paper, e.position]))]),
  );
  const formerIds = new Map<PaperId, string[]>();
  for (const [address, id] of former) {
    formerIds.set(id, [...(formerIds.get(id) ?? []), address]);
  }
  const papers = [...merged].map(([id, unamended]): Paper => {
    const amendments = amendmentsOf(id);
    const { group, links, ...fields } = amendFields(unamended, amendments);
    const tags = tag?.(fields) ?? { techniques: [], areas: [], resources: [] };
    const onDailyPapers = group.candidates.some(
      ({ list }) => list.seed.format.id === "hugging-face-daily-papers",
    );
    return {
      id,
      formerIds: formerIds.get(id) ?? [],
      ...fields,
      urls: paperUrls({ ...fields, links, onDailyPapers }),
      techniques: amendTags(tags.techniques, amendments),
      areas: tags.areas,
      resources: tags.resources,
      appearances: group.appearances.map(({ list, line, comments }): Appearance => ({
        list: list.id,
        position: positions.get(list.id)?.get(id) ?? 0,
        line,
        comments,
      })),
      related: [],
    };
  });
  papers.sort(newestFirst);
  return withNeighbours(papers, vocabulary);
}

function withNeighbours(papers: readonly Paper[], vocabulary: Vocabulary | null): readonly Paper[] {
  const labels = (concepts: readonly { id: string; prefLabel: string }[] = []) =>
    new Map(concepts.map(({ id, prefLabel }) => [id, prefLabel]));
  const related = neighbours(
    papers.map((paper) => ({ ...paper, title: toPlain(parseRichText(paper.title)) })),
    {
      techniques: labels(vocabulary?.techniques),
      areas: labels(vocabulary?.areas),
      resources: labels(vocabulary?.resources),
    },
  );
  return papers.map((paper) => ({ ...paper, related: related.get(paper.id) ?? [] }));
}

function ledgerOf(corpus: Corpus, entries: number, ledgers: readonly LineLedger[]): Ledger {
  const lines = { field: 0, furniture: 0, diagnostic: 0, unaccounted: 0 };
  for (const ledger of ledgers) {
    const counts = ledger.counts();
    lines.field += counts.field;
    lines.furniture += counts.furniture;
    lines.diagnostic += counts.diagnostic;
    lines.unaccounted += counts.unaccounted;
  }
  return {
    lists: corpus.lists.length,
    entries,
    papers: corpus.papers.length,
    merged: entries - corpus.papers.length,
    techniquesUsed: corpus.techniques.filter(({ counts }) => counts.core + counts.mention > 0)
      .length,
    techniques: corpus.techniques.length,
    lines,
  };
}
