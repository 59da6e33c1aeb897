/** The words of the papers, loaded shard by shard when a word is in doubt. */
import {
  type Correction,
  correctionsIn,
  has,
  isCorrectable,
  type Shard,
  shardsOf,
} from "../core/search/spelling.ts";

/** The vocabulary below one address. */
export class Vocabulary {
  readonly #folder: URL;
  readonly #shards = new Map<string, Promise<Shard>>();

  /** `folder`: absolute address of the shards' folder, with a slash at the end. */
  constructor(folder: URL) {
    this.#folder = folder;
  }

  /** Whether the papers have the folded word. A word that cannot be corrected counts as known. */
  async knows(word: string): Promise<boolean> {
    return !isCorrectable(word) || has(await this.#shard(shardsOf(word)[0]), word);
  }

  /** Known words near a folded word that begin as it does, or that end as it does. */
  async near(word: string, by: "begin" | "end", isOpen: boolean): Promise<readonly Correction[]> {
    if (!isCorrectable(word)) return [];
    const [begin, end] = shardsOf(word);
    return correctionsIn(await this.#shard(by === "begin" ? begin : end), word, isOpen);
  }

  #shard(name: string): Promise<Shard> {
    const known = this.#shards.get(name);
    if (known !== undefined) return known;
    const loading = this.#fetch(name);
    this.#shards.set(name, loading);
    loading.catch(() => this.#shards.delete(name));
    return loading;
  }

  async #fetch(name: string): Promise<Shard> {
    const response = await fetch(new URL(`${name}.json`, this.#folder));
    if (!response.ok) throw new Error(`${String(response.status)} for ${response.url}`);
    return (await response.json()) as Shard;
  }
}
