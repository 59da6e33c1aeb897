import { describe, expect, it } from "vitest";
import {
  authorsNamed,
  type TechniqueName,
  techniquesNamed,
} from "../../../src/core/search/names.ts";
import { readQuery } from "../../../src/core/search/query.ts";

const technique = (id: string, label: string, papers: number, ...aliases: string[]) =>
  ({ id, label, papers, aliases, family: "f", broader: [] }) satisfies TechniqueName;

const techniques = [
  technique("grpo", "GRPO", 30, "Group relative policy optimization"),
  technique("prm", "Process reward model", 9, "PRM"),
  technique("rlvr", "RLVR", 20, "Reinforcement learning with verifiable rewards"),
  technique("rlhf", "RLHF", 6, "Reinforcement learning from human feedback"),
  technique("rag", "RAG", 12, "Retrieval-augmented generation"),
];

describe("techniques", () => {
  const named = (query: string, mayBegin?: boolean): string[] =>
    techniquesNamed(readQuery(query), techniques, mayBegin).map(({ id }) => id);

  it.each([
    ["grpo", ["grpo"]],
    ["G-RPO", ["grpo"]],
    ["group relative policy optimization", ["grpo"]],
    ["process reward models", ["prm"]],
    ["retrieval augmented generation", ["rag"]],
    ["grpo for math", ["grpo"]],
    ["grpo with process reward models", ["grpo", "prm"]],
    ["reinforcement learning", []],
    ["garage", []],
    ["", []],
  ])("in “%s”", (query, ids) => {
    expect(named(query)).toEqual(ids);
  });

  it("by the beginnings of their names, those with most papers first", () => {
    expect(named("reinforcement lea", true)).toEqual(["rlvr", "rlhf"]);
    expect(named("gr", true)).toEqual([]);
  });
});

describe("authors", () => {
  const bylines = [
    ["Eric Zelikman", "Noah Goodman"],
    ["Éric Zelikman", "Li Wei"],
    ["Li Wei", "Wei Li", "Noah Good"],
    ["Eric Wei"],
  ];
  const named = (query: string): (readonly [string, number])[] =>
    authorsNamed(readQuery(query), bylines).map(({ slug, papers }) => [slug, papers] as const);

  it.each([
    ["zelikman", [["eric-zelikman", 2]]],
    ["eric zel", [["eric-zelikman", 2]]],
    ["Li Wei", [["li-wei", 2]]],
    ["noah", []],
    ["li", []],
    ["eric goodman", []],
  ])("in “%s”, who stand on two papers", (query, authors) => {
    expect(named(query)).toEqual(authors);
  });
});
