/** What the tagger understands, each on a small text, with the project's vocabulary. */
import { describe, expect, it } from "vitest";
import { explainRule } from "../../../src/core/tag/explain.ts";
import { createTagger } from "../../../src/core/tag/tagger.ts";
import { projectVocabulary } from "./project-vocabulary.ts";

const vocabulary = projectVocabulary();
const tag = createTagger(vocabulary);

const technique = (id: string, abstract: string, title = "") =>
  tag({ title, abstract }).techniques.find((one) => one.id === id);
const role = (id: string, abstract: string, title = ""): string | undefined =>
  technique(id, abstract, title)?.role;
const marked = (id: string, abstract: string, title = ""): readonly string[] =>
  (technique(id, abstract, title)?.evidence ?? []).map(({ field, start, end }) =>
    (field === "title" ? title : abstract).slice(start, end),
  );

/** Two sentences that open as abstracts do, so that the third is the authors' own. */
const opening = "Large models have advanced. Their training remains costly. ";

describe("names", () => {
  it("do not mind hyphens, joined spelling, plurals and British spelling", () => {
    for (const form of [
      "chain-of-thought",
      "chain of thought",
      "Chain-of-Thoughts",
      "chains-of-thought",
    ])
      expect(role("chain-of-thought", `We study ${form} prompting.`), form).toBe("core");
    for (const form of ["fine-tuning", "fine tuning", "finetuning"])
      expect(role("supervised-fine-tuning", `We apply supervised ${form} to LLMs.`), form).toBe(
        "core",
      );
    expect(role("dpo", "We use direct preference optimisation.")).toBe("core");
    expect(role("reward-modeling", "We train reward models.")).toBe("core");
  });

  it("mind capitals where the name is an acronym", () => {
    expect(role("retrieval-augmented-generation", "We build a RAG system.")).toBe("core");
    expect(role("retrieval-augmented-generation", "We clean it with a rag.")).toBeUndefined();
    expect(role("dpo", "The endpoint was reached.")).toBeUndefined();
  });

  it("are found past TeX, and marked in the source", () => {
    expect(marked("grpo", "We present \\textbf{Edit}GRPO here.")).toEqual(["Edit}GRPO"]);
    expect(marked("grpo", "We present A$^2$GRPO here.")).toEqual(["A$^2$GRPO"]);
    expect(marked("dpo", "We use {\\it direct preference~optimization}.")).toEqual([
      "direct preference~optimization",
    ]);
  });

  it("do not reach over a sentence or a comma", () => {
    expect(role("tree-search", "It grows like a tree. Search is next.")).toBeUndefined();
    expect(role("reward-modeling", "We discuss reward, model and data.")).toBeUndefined();
  });
});

describe("acronyms that the text defines", () => {
  it("are names from there on, before and after", () => {
    const abstract = "We introduce Latent Knowledge Distillation (LKD). LKD is fast.";
    expect(marked("knowledge-distillation", abstract, "LKD")).toEqual([
      "LKD",
      "Knowledge Distillation",
      "LKD",
      "LKD",
    ]);
  });

  it("belong to the concept of which the long form speaks, in other words than usual", () => {
    const text = "We study reinforcement learning with verified rewards (RLVR). RLVR helps.";
    expect(technique("rlvr", text)?.evidence.length).toBeGreaterThan(1);
  });

  it("do not belong to a name that goes on after the bracket", () => {
    const text = `${opening}We use process reward models (PRMs) as judges. PRMs help.`;
    const rules = technique("llm-as-judge", text)?.evidence.map(({ rule }) => rule) ?? [];
    expect(rules.filter((rule) => rule.includes("/acronym"))).toEqual([]);
  });

  it("are no homonyms: the paper's own meaning wins", () => {
    expect(role("dpo", "We propose Dynamic Power Outage (DPO) handling. DPO is robust.")).toBe(
      undefined,
    );
    expect(role("dpo", "We propose a new DPO loss.")).toBe("core");
  });

  it("count without a definition only in their own company, where they are ambiguous", () => {
    expect(role("process-reward-model", "We use a PRM to reward each step.")).toBe("core");
    expect(role("process-reward-model", "The PRM of the harbor is closed.")).toBeUndefined();
    expect(
      role("process-reward-model", "A Port Risk Map (PRM) guides the reward. The PRM is new."),
    ).toBeUndefined();
  });

  it("may stand between the words of a name", () => {
    expect(
      marked("supervised-fine-tuning", "We use supervised (SUP) fine-tuning of an LLM."),
    ).toEqual(["supervised (SUP) fine-tuning"]);
  });
});

describe("roles", () => {
  it("are core for what the authors claim or title", () => {
    expect(role("grpo", `${opening}We propose a new GRPO objective.`)).toBe("core");
    const title = "Tree Search for Reasoning";
    expect(role("tree-search", `${opening}Results follow.`, title)).toBe("core");
  });

  it("are mentions for background alone, however often", () => {
    const text =
      "DPO is popular. DPO is simple. DPO needs pairs. In this paper, we propose another way.";
    expect(role("dpo", text)).toBe("mention");
  });

  it("are mentions for what the paper is compared with", () => {
    for (const sentence of [
      "Our method outperforms PPO and GRPO.",
      "It is faster than GRPO.",
      "Compared with GRPO, it needs less memory.",
      "The GRPO baseline collapses.",
    ])
      expect(role("grpo", `${opening}We propose X. ${sentence}`), sentence).toBe("mention");
  });

  it("are mentions for what the paper does without or departs from", () => {
    for (const sentence of [
      "Unlike PPO, X keeps no critic.",
      "X works without PPO.",
      "X eliminates the need for PPO.",
      "In contrast to methods that rely on PPO, X is simple.",
    ])
      expect(role("ppo", `${opening}We propose X. ${sentence}`), sentence).toBe("mention");
  });

  it("are mentions for what others do, until the authors speak of themselves", () => {
    const text = `${opening}We study agents. While existing methods rely on PPO, we turn to GRPO.`;
    expect([role("ppo", text), role("grpo", text)]).toEqual(["mention", "core"]);
    const inspired = `${opening}We study agents. Inspired by PPO, our objective clips.`;
    expect(role("ppo", inspired)).toBe("mention");
  });

  it("are no background where the authors work on what exists", () => {
    expect(role("ppo", `${opening}We extend existing methods with PPO.`)).toBe("core");
    expect(role("ppo", `${opening}Unlike existing methods, X trains with PPO.`)).toBe("core");
  });

  it("need a setting in which the words mean the technique", () => {
    const text = "We fine-tune the model on our dataset of traces, by fine-tuning all its layers.";
    expect(role("supervised-fine-tuning", text, "Seeing Bones in X-Rays")).toBeUndefined();
    expect(role("supervised-fine-tuning", text, "Small Language Models")).toBe("core");
  });

  it("end a contrast at the comma", () => {
    const text = `${opening}Unlike PPO, our method builds on GRPO.`;
    expect([role("ppo", text), role("grpo", text)]).toEqual(["mention", "core"]);
  });

  it("count a setting named in the background, where the vocabulary says so", () => {
    const text = "RLVR has become standard. Its cost is high. In this paper, we reduce the cost.";
    expect(role("rlvr", text)).toBe("core");
  });

  it("take more than the closing sentence of a long abstract", () => {
    const long = `${opening}We propose a new loss. It is stable. It is cheap.`;
    expect(role("self-play", `${long} Later work may add self-play.`)).toBe("mention");
    expect(role("self-play", `${long} It adds self-play. It is fast.`)).toBe("core");
    expect(role("self-play", `${opening}We use self-play.`)).toBe("core");
  });

  it("take two sentences of method for what papers often name in passing", () => {
    const once = `${opening}We propose a method. It serves deep research.`;
    expect(role("deep-research", once)).toBe("mention");
    expect(role("deep-research", `${once} Each deep research run is logged.`)).toBe("core");
  });

  it("are core for what a survey works through, as a list of examples too", () => {
    const text = "We review the field, with methods such as self-play.";
    expect(role("self-play", text, "A Survey of Language Agents")).toBe("core");
  });
});

describe("broader techniques", () => {
  it("come with the narrower one's spans and say so", () => {
    const abstract = "We train with DPO on our data.";
    const implied = technique("preference-optimization", abstract);
    expect(implied).toEqual({
      id: "preference-optimization",
      role: "core",
      evidence: [
        { field: "abstract", start: 14, end: 17, rule: "preference-optimization/implied-by:dpo" },
      ],
    });
  });

  it("are not implied where the vocabulary says that the narrower name stands alone", () => {
    expect(role("policy-gradient", "We train with PPO.")).toBeUndefined();
  });
});

describe("rules", () => {
  it("may need words in one sentence, or anywhere in the paper", () => {
    const apart = `${opening}We build a tool-using model. It is trained by reinforcement learning.`;
    expect(role("agentic-rl", apart)).toBe("core");
    expect(role("agentic-rl", `${opening}We build a tool-using model.`)).toBeUndefined();
  });

  it("may need the company of other words", () => {
    const loop = "We repeat the design by iterative refinement";
    expect(role("self-reflection", `${loop} of the mesh.`)).toBeUndefined();
    expect(role("self-reflection", `${loop} with an LLM.`)).toBe("core");
  });

  it("never make a tag of hints alone", () => {
    const text = "We plan. The plan is good. Then we plan again. Our plans work. A plan remains.";
    expect(role("planning", text)).toBeUndefined();
  });
});

describe("evidence", () => {
  const abstract =
    "Reward hacking is common. We propose ProXReward, a \\emph{process reward model} (PRM), and train it with GRPO; our PRM beats PPO.";
  const title = "Process Rewards, Verified";
  const all = tag({ title, abstract });

  it("proves every tag by spans inside the text that do not overlap", () => {
    const tags = [...all.techniques, ...all.areas, ...all.resources];
    expect(tags.length).toBeGreaterThan(3);
    for (const { id, evidence } of tags) {
      expect(evidence.length, id).toBeGreaterThan(0);
      for (const { field, start, end } of evidence) {
        const text = field === "title" ? title : abstract;
        expect(start).toBeLessThan(end);
        expect(text.slice(start, end)).toMatch(/^[\p{L}\p{N}].*[\p{L}\p{N}]$/u);
      }
      const spans = evidence.filter(({ field }) => field === "abstract");
      for (const [index, { start }] of spans.entries())
        expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
    }
  });

  it("names rules that can be explained", () => {
    for (const { evidence } of all.techniques)
      for (const { rule } of evidence)
        expect(explainRule(vocabulary, rule), rule).toMatch(/^(?!the rule “)\p{L}.* \p{L}+/u);
    expect(explainRule(vocabulary, "grpo/name:grpo@claim")).toBe(
      "the name “GRPO” in a sentence that says what the paper does",
    );
    expect(explainRule(vocabulary, "preference-optimization/implied-by:dpo")).toContain("“DPO”");
    expect(explainRule(vocabulary, "tree-search/name:mcts@title")).toBe(
      "the form “MCTS” of its name in the title",
    );
    expect(explainRule(vocabulary, "gone/x@claim")).toBe("the rule “gone/x@claim”");
  });

  it("is the same whatever was tagged before", () => {
    const fresh = createTagger(vocabulary);
    expect(fresh({ title, abstract })).toEqual(all);
    expect(tag({ title, abstract })).toEqual(all);
  });
});

describe("strange texts", () => {
  it("give no tags and no failure", () => {
    for (const text of ["", " ", "$", "\\", "{{{", "\\textbf{", "$$^_", "\u0000", "。", "\uD800"])
      expect(tag({ title: text, abstract: text }).techniques).toEqual([]);
  });

  it("are read to their end, however long", () => {
    const long = `${"we reward the (model ".repeat(40_000)}. We propose GRPO.`;
    expect(role("grpo", long)).toBe("core");
    expect(role("grpo", `${"\\".repeat(50_000)}${"{".repeat(50_000)} We propose GRPO.`)).toBe(
      "core",
    );
  });
});

describe("areas and resources", () => {
  it("come from the same machinery", () => {
    const { areas, resources } = tag({
      title: "",
      abstract:
        "We train Qwen2.5-7B on mathematical reasoning and test on AIME 2024, GSM8K and MATH-500.",
    });
    expect(areas.map(({ id }) => id)).toEqual(["mathematics"]);
    expect(resources.map(({ id }) => id)).toEqual(["aime", "gsm8k", "math", "qwen2-5"]);
  });
});
