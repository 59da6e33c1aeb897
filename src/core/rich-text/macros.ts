/** The macros that `parseRichText` knows outside of formulas. Everything else is shown as source. */
import type { GroupStyle } from "./tree.ts";

/** What a macro does with what follows it. */
export type Macro =
  /** Sets its argument, after `skip` dropped ones, in a style; `null` for none. */
  | { readonly does: "style"; readonly style: GroupStyle | null; readonly skip: number }
  /** Sets the rest of the group in a style, after `skip` dropped arguments. */
  | { readonly does: "declare"; readonly style: GroupStyle | null; readonly skip: number }
  /** Stands for characters; `joins` when it takes the space behind it, as TeX does. */
  | { readonly does: "write"; readonly value: string; readonly joins: boolean }
  /** A formula by itself: the macro, its arguments and the scripts behind them. */
  | { readonly does: "math"; readonly arguments: number }
  | { readonly does: "cite" | "href" | "url" | "begin" | "end" | "item" | "quantity" | "break" }
  | { readonly does: "formula" };

const table = new Map<string, Macro>();

function define(names: string, macro: Macro): void {
  for (const name of names.split(" ")) table.set(name, macro);
}

const style = (names: string, to: GroupStyle | null, skip = 0): void => {
  define(names, { does: "style", style: to, skip });
};
const declare = (names: string, to: GroupStyle | null, skip = 0): void => {
  define(names, { does: "declare", style: to, skip });
};

style("textbf mathbf strong", "strong");
style("emph textit mathit textsl", "emphasis");
style("texttt mathtt code path lstinline", "code");
style("textsc", "small-caps");
style("underline ul uline uwave", "underline");
style("sout st", "strike");
style("textsuperscript", "superscript");
style("textsubscript", "subscript");
style("footnote footnotetext thanks", "note");
style(
  "text textnormal textrm textsf mathrm mathsf textup textmd mbox hbox fbox hyperref uppercase",
  null,
);
style("textcolor colorbox scalebox hyperlink raisebox", null, 1);
style("resizebox", null, 2);
declare("bf bfseries", "strong");
declare("em it sl itshape slshape", "emphasis");
declare("tt ttfamily", "code");
declare("sc scshape", "small-caps");
declare("rm sf rmfamily sffamily mdseries upshape normalfont", null);
declare("tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge", null);
declare(
  "noindent protect relax leavevmode hfill xspace footnotemark centering smallskip bigskip",
  null,
);
declare("color label vspace hspace vskip index phantom bibliography bibliographystyle", null, 1);
define("cite citep citet citealp citealt citeauthor citeyear citeyearpar", { does: "cite" });
define("Citep Citet parencite textcite autocite footcite nocite", { does: "cite" });
define("ref eqref autoref cref Cref pageref nameref", { does: "cite" });
define("href", { does: "href" });
define("url nolinkurl", { does: "url" });
define("begin", { does: "begin" });
define("end", { does: "end" });
define("item", { does: "item" });
define("SI qty num si unit", { does: "quantity" });
define("par newline linebreak", { does: "break" });
define("ensuremath", { does: "formula" });

/** Macros for characters, as `name character` pairs; they take the space behind them. */
const LETTERS =
  "o ø O Ø ss ß ae æ AE Æ oe œ OE Œ aa å AA Å l ł L Ł i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ " +
  "textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “ " +
  "textquotedblright ” textquotesingle ' textquotedbl \" textasciitilde ~ textasciicircum ^ " +
  "textunderscore _ textbackslash \\ textbar | textless < textgreater > textbraceleft { " +
  "textbraceright } textdollar $ textpercent % textellipsis … textbullet • textperiodcentered · " +
  "textdegree ° textmu µ texttimes × textpm ± textregistered ® texttrademark ™ textcopyright © " +
  "textonehalf ½ textonequarter ¼ textordmasculine º textordfeminine ª textrightarrow → " +
  "textleftarrow ← textsection § textparagraph ¶ textdagger † textalpha α textbeta β";

/** The same for macros that authors follow with a space they mean. */
const SYMBOLS =
  "ldots … dots … textdots … LaTeX LaTeX TeX TeX S § P ¶ dag † ddag ‡ copyright © pounds £ euro € " +
  "checkmark ✓ cmark ✓ xmark ✗ circledR ® degree ° percent % celsius °C quad \u2003 " +
  "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι " +
  "kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ " +
  "omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω " +
  "times × pm ± mp ∓ cdot · div ÷ ast ∗ star ⋆ circ ∘ bullet • sim ∼ simeq ≃ approx ≈ cong ≅ " +
  "equiv ≡ neq ≠ ne ≠ leq ≤ le ≤ geq ≥ ge ≥ ll ≪ gg ≫ propto ∝ infty ∞ partial ∂ nabla ∇ sum ∑ " +
  "prod ∏ int ∫ in ∈ notin ∉ subset ⊂ subseteq ⊆ supset ⊃ cup ∪ cap ∩ emptyset ∅ forall ∀ " +
  "exists ∃ neg ¬ wedge ∧ vee ∨ oplus ⊕ otimes ⊗ to → rightarrow → leftarrow ← Rightarrow ⇒ " +
  "Leftarrow ⇐ leftrightarrow ↔ Leftrightarrow ⇔ uparrow ↑ downarrow ↓ mapsto ↦ ell ℓ hbar ℏ " +
  "prime ′ dagger † ddagger ‡ sharp ♯ flat ♭ natural ♮ top ⊤ bot ⊥ perp ⊥ langle ⟨ rangle ⟩ " +
  "cdots ⋯ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ triangle △ square □ diamond ⋄ clubsuit ♣ " +
  "diamondsuit ♢ heartsuit ♡ spadesuit ♠ " +
  // Abbreviations that the styles of the large conferences define.
  "eg e.g. ie i.e. etc etc. cf cf. wrt w.r.t. vs vs. etal et\u00a0al.";

function defineCharacters(pairs: string, joins: boolean): void {
  const words = pairs.split(" ");
  for (let at = 0; at + 1 < words.length; at += 2) {
    table.set(words[at] ?? "", { does: "write", value: words[at + 1] ?? "", joins });
  }
}
defineCharacters(LETTERS, true);
defineCharacters(SYMBOLS, false);

define("mathcal mathbb mathfrak mathscr boldsymbol bm vec hat", {
  does: "math",
  arguments: 1,
});
define("widehat bar tilde widetilde overline dot ddot sqrt operatorname", {
  does: "math",
  arguments: 1,
});
define("frac tfrac dfrac binom", { does: "math", arguments: 2 });

/** What the macro of this name (without backslash) does, or `undefined` when it is not known. */
export function macroNamed(name: string): Macro | undefined {
  return table.get(name);
}
