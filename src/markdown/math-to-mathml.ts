/**
 * Math of our own texts: `$...$` and `$$...$$` become MathML when the site is built, so that a page
 * needs neither script nor font to show an equation. Mathematics in seed texts goes another way,
 * because there a mistake is shown as its source; here it is ours and stops the build.
 */
import { defineHastPlugin, htmlToHast } from "satteri";
import type { HastNode, HastVisitorContext } from "satteri";
import temml from "temml";
import { type TemmlNode, writeMathMl } from "../core/rich-text/mathml.ts";
import { documentName } from "./document-name.ts";

type HastElement = Extract<HastNode, { type: "element" }>;

/** TeX in one of our own texts that Temml refuses. The message names the file and shows the TeX. */
export class MathError extends Error {
  override readonly name = "MathError";
}

/**
 * MathML for TeX: one `<math>`, or several in a row for a long formula of a sentence.
 *
 * @param where what to name in the error: the file the TeX stands in.
 * @throws {MathError} where Temml cannot parse the TeX, unknown commands included.
 */
export function texToMathml(tex: string, display: boolean, where: string): string {
  try {
    const options = { displayMode: display, throwOnError: true, strict: true };
    return writeMathMl(temml.__renderToMathMLTree(tex, options) as TemmlNode, display);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new MathError(`${where}: this TeX cannot be rendered: ${reason}\n\n${tex}\n`, {
      cause: error,
    });
  }
}

function mathElements(tex: string, display: boolean, context: HastVisitorContext): HastElement[] {
  const root = htmlToHast(texToMathml(tex, display, documentName(context.fileURL)), {
    fragment: true,
  });
  const children = "children" in root ? root.children : [];
  return children.filter((child) => child.type === "element");
}

function hasClass(node: HastNode | undefined, name: string): node is HastElement {
  if (node?.type !== "element") return false;
  const classes = node.properties.className;
  return Array.isArray(classes) && classes.includes(name);
}

/**
 * Sätteri marks math as code of the language `math`; this puts MathML in its place. An equation on
 * its own line may be wider than the screen, so it comes in a group that scrolls and takes focus:
 * `<div class="equation" role="group" aria-label="Equation" tabindex="0">`.
 */
export const mathToMathml = defineHastPlugin({
  name: "math-to-mathml",
  element: [
    {
      filter: ["pre"],
      visit(node, context) {
        const code = node.children[0];
        if (!hasClass(code, "math-display")) return;
        return {
          type: "element",
          tagName: "div",
          properties: {
            className: ["equation"],
            role: "group",
            ariaLabel: "Equation",
            tabIndex: 0,
          },
          children: mathElements(context.textContent(code), true, context),
        };
      },
    },
    {
      filter: ["code"],
      visit(node, context) {
        if (!hasClass(node, "math-inline")) return;
        const [math, ...others] = mathElements(context.textContent(node), false, context);
        if (others.length === 0) return math;
        return {
          type: "element",
          tagName: "span",
          properties: {},
          children: [math, ...others].filter((piece) => piece !== undefined),
        };
      },
    },
  ],
});
