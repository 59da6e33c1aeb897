/** Finds, for a place of the source, which marks cover it. */
import type { Span } from "./tree.ts";

/** A stretch of the source to be marked in a rendering. */
export interface Mark extends Span {
  /** Shown in `data-mark`, so that a script or a style can tell the marks apart. */
  readonly id?: string;
  /** Classes, separated by spaces. */
  readonly className?: string;
}

/** A stretch of the source over which the same marks hold. */
export interface Stretch extends Span {
  readonly marks: readonly Mark[];
}

/** Marks over one source, cut into stretches that do not overlap. */
export class MarkIndex {
  readonly #stretches: readonly Stretch[];
  #next = 0;

  /** Marks that are empty, or hold no whole numbers, are left out. */
  constructor(marks: readonly Mark[]) {
    const valid = marks.filter(
      ({ start, end }) => Number.isInteger(start) && Number.isInteger(end) && start < end,
    );
    const edges = [...new Set(valid.flatMap(({ start, end }) => [start, end]))].sort(
      (a, b) => a - b,
    );
    this.#stretches = edges.slice(0, -1).flatMap((start, index) => {
      const end = edges[index + 1] ?? start;
      const over = valid.filter((mark) => mark.start <= start && end <= mark.end);
      return over.length === 0 ? [] : [{ start, end, marks: over }];
    });
  }

  /** The stretches that touch a span. Spans must be asked for in the order of the source. */
  touching(span: Span): readonly Stretch[] {
    while ((this.#stretches[this.#next]?.end ?? Infinity) <= span.start) this.#next++;
    const found: Stretch[] = [];
    for (let index = this.#next; ; index++) {
      const stretch = this.#stretches[index];
      if (stretch === undefined || stretch.start >= span.end) return found;
      found.push(stretch);
    }
  }
}
