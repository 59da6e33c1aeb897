/**
 * Writes the tree that Temml makes of a formula as MathML for our pages. They forbid inline styles, so
 * what Temml says in styles is said in attributes and classes (`src/styles/math.css`); and browsers
 * do not break a `<math>` into lines, so a long formula of a sentence is written as several, cut
 * where TeX would break: behind a relation or a binary operator (The TeXbook, page 173).
 */

/** What this file needs of a node of Temml's tree. */
export interface TemmlNode {
  readonly type?: string;
  readonly text?: string;
  children?: readonly TemmlNode[];
  attributes?: Record<string, string>;
  classes?: readonly string[];
  style?: Readonly<Record<string, string | number>>;
  readonly toMarkup: () => string;
}

/** Formulas of fewer letters and signs stay in one piece; and so many make a piece. */
const longest = 16;
const shortestPiece = 4;

/** Classes for what has no attribute. A declaration that is missing here is left out: it is decoration. */
const classOf: Readonly<Record<string, string>> = {
  "marginLeft:-0.1667em": "tml-back",
  "marginLeft:-0.2222em": "tml-back",
  "marginLeft:-0.2778em": "tml-back",
  "paddingLeft:0em": "tml-start-0",
  "paddingLeft:1em": "tml-start-1",
  "paddingRight:0em": "tml-end-0",
  "paddingTop:0": "tml-top-0",
  "paddingBottom:0": "tml-bottom-0",
  "padding:0": "tml-pad-0",
  "textAlign:left": "tml-left",
  "width:100%": "tml-wide",
  "width:50%": "tml-half",
  "fontWeight:bold": "tml-bold",
  "font-weight:bold": "tml-bold",
  "font-style:italic": "tml-italic",
};

const attributeOf: Readonly<Record<string, string>> = {
  mathDepth: "scriptlevel",
  "math-depth": "scriptlevel",
  color: "mathcolor",
  backgroundColor: "mathbackground",
};

const borders = /^border(Top|Right|Bottom|Left)$/;

/** MathML of the tree of one `<math>`; of a long formula in a sentence, of several in a row. */
export function writeMathMl(math: TemmlNode, display: boolean): string {
  withoutStyles(math);
  return display ? math.toMarkup() : pieces(math).join("");
}

function withoutStyles(node: TemmlNode): void {
  const added: string[] = [];
  for (const [property, value] of Object.entries(node.style ?? {})) {
    const attribute = attributeOf[property];
    const side = borders.exec(property)?.[1];
    const name = classOf[`${property}:${String(value)}`];
    if (attribute !== undefined) (node.attributes ??= {})[attribute] = String(value);
    else if (side !== undefined) added.push(`tml-line-${side.toLowerCase()}`);
    else if (name !== undefined) added.push(name);
  }
  if (node.style !== undefined) node.style = {};
  if (added.length > 0) node.classes = [...(node.classes ?? []), ...added];
  node.children?.forEach(withoutStyles);
}

function pieces(math: TemmlNode): string[] {
  const [row, ...others] = (math.children ?? []).flatMap(contents);
  if (row?.type !== "mrow" || others.length > 0 || size(math) <= longest) return [math.toMarkup()];
  return lines((row.children ?? []).flatMap(contents)).map((line) => {
    keepInfix(line);
    row.children = line;
    return math.toMarkup();
  });
}

/** Temml keeps what it has put together in fragments, which are not written. */
function contents(node: TemmlNode): readonly TemmlNode[] {
  const isFragment = node.type === undefined && node.text === undefined;
  return isFragment ? (node.children ?? []).flatMap(contents) : [node];
}

/** What must stand together: each line but the last ends in an operator and the space behind it. */
function lines(nodes: readonly TemmlNode[]): TemmlNode[][] {
  const done: TemmlNode[][] = [];
  let line: TemmlNode[] = [];
  nodes.forEach((node, index) => {
    line.push(node);
    const isSpaceNext = nodes[index + 1]?.type === "mspace";
    const operator = line.findLast(({ type }) => type !== "mspace");
    if (isSpaceNext || operator === undefined || !isInfix(operator)) return;
    if (line.reduce((sum, each) => sum + size(each), 0) < shortestPiece) return;
    done.push(line);
    line = [];
  });
  const isShort = line.reduce((sum, each) => sum + size(each), 0) < shortestPiece;
  if (!isShort || done.length === 0) return [...done, line];
  return [...done.slice(0, -1), [...(done.at(-1) ?? []), ...line]];
}

/** A relation or a binary operator; no bracket, sign, comma, sum or the invisible "function of". */
function isInfix({ type, attributes = {}, children = [] }: TemmlNode): boolean {
  if (type !== "mo" || attributes["form"] !== undefined || "movablelimits" in attributes) {
    return false;
  }
  const text = children.map((child) => child.text ?? "").join("");
  return /^[^,;:.!|‖′…⋯\p{L}\p{N}\p{P}\p{Cf}]$|^[−*∗/]$/u.test(text);
}

/** At the end of a row an operator would be read as a suffix, and lose the space around it. */
function keepInfix(line: readonly TemmlNode[]): void {
  const last = line.findLast(({ type }) => type !== "mspace");
  if (last !== undefined && isInfix(last)) (last.attributes ??= {})["form"] = "infix";
}

/** How many letters and signs a formula shows: a rough measure of its width. */
function size(node: TemmlNode): number {
  if (node.text !== undefined) return [...node.text].length;
  const sizes = (node.children ?? []).map(size);
  const parallel = node.type === "mfrac" || node.type === "munderover" || node.type === "msubsup";
  return parallel ? Math.max(0, ...sizes) : sizes.reduce((sum, each) => sum + each, 0);
}
