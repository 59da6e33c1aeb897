import { describe, expect, it } from "vitest";
import { findAcronyms } from "../../../src/core/tag/acronyms.ts";
import { createMatcher } from "../../../src/core/tag/matcher.ts";
import { PatternError, readPattern } from "../../../src/core/tag/pattern.ts";
import { readPlain } from "../../../src/core/tag/plain-text.ts";
import { foldWord, tokenize } from "../../../src/core/tag/tokens.ts";

/** The stretches of `text` that a pattern of one row finds. */
function found(pattern: string, text: string): readonly string[] {
  const read = readPattern(pattern, new Map([["pet", "(cat | dog)"]]), foldWord);
  const tokens = tokenize(text);
  const find = createMatcher(read.rows.map((node, key) => ({ key, node })));
  return find(tokens).map(({ from, to }) => text.slice(tokens[from]?.start, tokens[to - 1]?.end));
}

describe("patterns", () => {
  it.each([
    ["reward model", "Reward models, a reward-model, a reward/model", 3],
    ["fine-tuning", "fine-tuning, fine tuning, finetuning, fine, tuning", 3],
    ["RAG", "RAG, RAGs, rag, Rag", 2],
    ["*GRPO", "EditGRPO and GRPO and GRPOs but GRPOx", 3],
    ["reason*", "reason, reasoning, unreasonable", 2],
    ["*flow*", "overflowing flows", 2],
    ["(tree | beam) search", "tree search, beam search, search", 2],
    ["deep? research", "deep research", 2],
    ["{pet} food", "cat food, dog food, fish food", 2],
    ["more ~2 than", "more than, more or less than, more one two three than", 2],
    ["Qwen2.5", "Qwen2.5-7B and Qwen2", 1],
  ])("%s finds in “%s” %i stretches", (pattern, text, count) => {
    expect(found(pattern, text)).toHaveLength(count);
  });

  it("take the longest name and the nearest end of a gap", () => {
    expect(found("process reward model?", "a process reward model")).toEqual([
      "process reward model",
    ]);
    expect(found("we ~5 train", "we first train and then train")).toEqual(["we first train"]);
  });

  it.each(["(a", "a)", "a | ", "()", "{nobody}", "*", "x*y", "~2 a", "a? b?", "a & b && c", "k*"])(
    "%s cannot be read",
    (pattern) => {
      expect(() => readPattern(pattern, new Map(), foldWord)).toThrow(PatternError);
    },
  );

  it("refuse phrases that hold themselves", () => {
    expect(() => readPattern("{a}", new Map([["a", "x {a}"]]), foldWord)).toThrow(PatternError);
  });
});

describe("plain text", () => {
  it("knows where each character stood", () => {
    const source = "C$^2$GSPG \\emph{is} 5\\% of $\\alpha$~\\cite{x}";
    const { text, at } = readPlain(source);
    expect(text).toBe("C2GSPG is 5% of alpha  ");
    expect(at).toHaveLength(text.length);
    for (const [index, char] of [...text].entries())
      if (/\p{L}|\p{N}/u.test(char)) expect(source[at?.[index] ?? -1]).toBe(char);
  });
});

describe("sentences", () => {
  it("end at a full stop, not at an abbreviation or inside a number", () => {
    const last = (text: string): number => tokenize(text).at(-1)?.sentence ?? -1;
    expect(last("One. Two! Three? Four")).toBe(3);
    expect(last("Methods, e.g. GRPO, of Smith et al. Use 2.5 of them vs. Others")).toBe(0);
  });
});

describe("acronym definitions", () => {
  const short = (text: string) => findAcronyms(tokenize(text)).map((one) => one.short);

  it("are seen where the letters stand in the words before", () => {
    expect(short("Group Relative Policy Optimization (GRPO) is used")).toEqual(["GRPO"]);
    expect(short("reward models (RMs) and (XYZ) without words")).toEqual(["RM"]);
    expect(short("a plain remark (GRPO) here")).toEqual([]);
  });
});
