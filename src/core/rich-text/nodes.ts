/** Collects the nodes of one level, joining characters of the source that stand side by side. */
import type { RichNode } from "./tree.ts";

export class NodeList {
  readonly #source: string;
  readonly #nodes: RichNode[] = [];
  #start = 0;
  #end = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** The source from `start` to `end`, as it is. */
  verbatim(start: number, end: number): void {
    if (this.#end !== start || this.#start === this.#end) {
      this.#flush();
      this.#start = start;
    }
    this.#end = end;
  }

  /** Other characters for the source from `start` to `end`; none when `value` is empty. */
  replaced(value: string, start: number, end: number): void {
    if (value !== "") this.add({ kind: "text", value, verbatim: false, start, end });
  }

  /** The source from `start` to `end` as something not understood. */
  raw(start: number, end: number): void {
    this.add({ kind: "raw", value: this.#source.slice(start, end), start, end });
  }

  add(node: RichNode): void {
    this.#flush();
    this.#nodes.push(node);
  }

  addAll(nodes: readonly RichNode[]): void {
    for (const node of nodes) this.add(node);
  }

  /** Everything collected so far. */
  finish(): readonly RichNode[] {
    this.#flush();
    return this.#nodes;
  }

  #flush(): void {
    if (this.#start < this.#end) {
      this.#nodes.push({
        kind: "text",
        value: this.#source.slice(this.#start, this.#end),
        verbatim: true,
        start: this.#start,
        end: this.#end,
      });
    }
    this.#start = this.#end;
  }
}
