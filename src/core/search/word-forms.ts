/** English inflection, roughly: enough to tell `models` from `modes` as forms of `model`. */

/** Endings that make another form of the same word. */
const endings = new Set(
  (
    "|s|es|'s|e|ed|d|er|ers|r|rs|ing|ings|y|ies|ied|ily|ly|al|als|ally|ion|ions|ation|ations|ator|ators|" +
    "ive|ively|ment|ments|ity|ities|able|ability|ance|ence|ant|ent|ness|ist|ists|ic|ical|ically|ize|ized|izing"
  ).split("|"),
);

/** Whether two folded words are forms of one word: the same beginning, and each ending a known one. */
export function areForms(one: string, other: string): boolean {
  if (one === other) return true;
  let shared = 0;
  while (shared < one.length && shared < other.length && one[shared] === other[shared]) shared += 1;
  if (shared < 3) return false;
  const [a, b] = [one.slice(shared), other.slice(shared)];
  if (endings.has(a) && endings.has(b)) return true;
  // A doubled consonant before the ending: `plan`, `planning`.
  const doubled = one[shared - 1] ?? "";
  return (
    (a === "" && b.startsWith(doubled) && endings.has(b.slice(1))) ||
    (b === "" && a.startsWith(doubled) && endings.has(a.slice(1)))
  );
}
