/** Superscripts and subscripts in Unicode, where it has them. */

const PLAIN = "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθϕφχ";
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵠᵡ";
const LOW_PLAIN = "0123456789+-−=()aehijklmnoprstuvxβγρϕφχ";
const LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵩᵪ";

// Signs that stand high by themselves.
const HIGH = /^(?:[*∘°′″‴†‡®™©⋆⊤♯♭]|′+)$/u;

function pairs(plain: string, script: string): ReadonlyMap<string, string> {
  const to = [...script];
  return new Map([...plain].map((character, index) => [character, to[index] ?? ""]));
}

const UP = pairs(PLAIN, RAISED);
const DOWN = pairs(LOW_PLAIN, LOWERED);

function translate(text: string, alphabet: ReadonlyMap<string, string>): string | null {
  let result = "";
  for (const character of text) {
    const script = alphabet.get(character);
    if (script === undefined) return null;
    result += script;
  }
  return result;
}

/** `2` as `²`; what Unicode cannot raise as `^x` or `^(x y)`. */
export function superscript(text: string): string {
  if (text === "") return "";
  if (HIGH.test(text)) return text === "∘" ? "°" : text;
  return translate(text, UP) ?? `^${[...text].length === 1 ? text : `(${text})`}`;
}

/** `2` as `₂`; words as `_max`, which is easier to read and to search than small letters. */
export function subscript(text: string): string {
  if (text === "") return "";
  const single = [...text].length === 1 || !/\p{L}/u.test(text);
  const lowered = single ? translate(text, DOWN) : null;
  const word = /^(?:[\p{L}\p{N}]+|.)$/u.test(text);
  return lowered ?? `_${word ? text : `(${text})`}`;
}
