/**
 * Which entries are one paper: those with the same arXiv id, else those with the same title key. Two
 * ids are two papers even under one title, because an id is a fact and a title is a name.
 */
import { type Diagnostic, diagnose } from "../diagnostics.ts";
import type { ArxivId } from "../ids.ts";
import type { Candidate } from "../normalise/candidate.ts";

/** The entries of one paper, in list order; never empty. */
export interface Group {
  readonly arxivId: ArxivId | null;
  readonly first: Candidate;
  /** All of them: an entry that stands twice in a list may say more the second time. */
  readonly candidates: readonly Candidate[];
  /** The first of them in each list: where the paper appears. */
  readonly appearances: readonly Candidate[];
}

/** Groups candidates (given in list order) into papers, and reports what is odd about them. */
export function identify(candidates: readonly Candidate[]): {
  readonly groups: readonly Group[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const byId = new Map<ArxivId, Candidate[]>();
  const byTitle = new Map<string, Candidate[]>();
  const ordered: Candidate[][] = [];
  const open = (candidate: Candidate): Candidate[] => {
    const group = [candidate];
    ordered.push(group);
    return group;
  };

  // Entries with an id first: one without joins the paper of its title wherever that stands.
  for (const candidate of candidates) {
    if (candidate.arxivId === null) continue;
    const sameTitle = byTitle.get(candidate.titleKey);
    const own = byId.get(candidate.arxivId);
    if (own !== undefined) {
      own.push(candidate);
    } else {
      const group = open(candidate);
      byId.set(candidate.arxivId, group);
      const other = sameTitle?.[0];
      if (other !== undefined) diagnostics.push(sameTitleTwoIds(candidate, other));
      else byTitle.set(candidate.titleKey, group);
    }
  }
  for (const candidate of candidates) {
    if (candidate.arxivId !== null) continue;
    const group = byTitle.get(candidate.titleKey);
    if (group === undefined) byTitle.set(candidate.titleKey, open(candidate));
    else group.push(candidate);
  }

  const place = new Map(candidates.map((candidate, index) => [candidate, index]));
  const placeOf = (candidate: Candidate): number => place.get(candidate) ?? 0;
  const groups = ordered.flatMap((members) => {
    members.sort((a, b) => placeOf(a) - placeOf(b));
    const [first] = members;
    if (first === undefined) return [];
    const arxivId = members.find((member) => member.arxivId !== null)?.arxivId ?? null;
    const appearances = onePerList(members, diagnostics);
    return [{ arxivId, first, candidates: members, appearances }];
  });
  groups.sort((a, b) => placeOf(a.first) - placeOf(b.first));
  return { groups, diagnostics };
}

function onePerList(
  members: readonly Candidate[],
  diagnostics: Diagnostic[],
): readonly Candidate[] {
  const seen = new Map<string, Candidate>();
  for (const member of members) {
    const earlier = seen.get(member.list.id);
    if (earlier === undefined) {
      seen.set(member.list.id, member);
      continue;
    }
    const message = `“${member.title}” stands in this list already, at line ${String(earlier.line)}.`;
    diagnostics.push(
      diagnose("duplicate-entry", member.list.seed.path, titlePlace(member), message),
    );
  }
  return [...seen.values()];
}

/** The same arXiv id under two titles. */
export function titleConflict(candidate: Candidate, kept: Candidate): Diagnostic {
  const message =
    `The title is “${candidate.title}” here and “${kept.title}” at ` +
    `${kept.list.seed.path}:${String(kept.line)}, for the same paper.`;
  return diagnose("title-conflict", candidate.list.seed.path, titlePlace(candidate), message);
}

function sameTitleTwoIds(candidate: Candidate, other: Candidate): Diagnostic {
  const message =
    `“${candidate.title}” is arXiv:${String(candidate.arxivId)} here and arXiv:${String(other.arxivId)} ` +
    `at ${other.list.seed.path}:${String(other.line)}.`;
  return diagnose("same-title-two-ids", candidate.list.seed.path, titlePlace(candidate), message);
}

function titlePlace(candidate: Candidate): { readonly line: number; readonly column: number } {
  return { line: candidate.line, column: 1 };
}
