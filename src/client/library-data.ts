/** The data that the library has beside that of the list of papers; loaded when it is needed. */
import { PaperCodes } from "../core/shelf/codes.ts";

/** Files of the data folder. Everything rejects when a file is missing or cannot be loaded. */
export class LibraryData {
  readonly #folder: URL;
  #codes: Promise<PaperCodes> | null = null;

  /** `folder`: address of the data folder, with a slash at its end. */
  constructor(folder: URL) {
    this.#folder = folder;
  }

  /** Where each paper stands among all. */
  codes(): Promise<PaperCodes> {
    this.#codes ??= this.#load("codes").then(
      (codes) => new PaperCodes(texts(codes)),
      (error: unknown) => {
        this.#codes = null;
        throw error;
      },
    );
    return this.#codes;
  }

  /** Ids of today by former ids. */
  async renamed(): Promise<ReadonlyMap<string, string>> {
    const renamed = await this.#load("renamed");
    if (typeof renamed !== "object" || renamed === null) return new Map();
    return new Map(
      Object.entries(renamed).flatMap(([former, id]) =>
        typeof id === "string" ? [[former, id] as const] : [],
      ),
    );
  }

  /** BibTeX entries of papers by their places, with so many in a file. */
  async bibtex(places: readonly number[], inFile: number): Promise<readonly string[]> {
    const numbers = [...new Set(places.map((place) => Math.floor(place / inFile)))];
    const files = new Map(
      await Promise.all(
        numbers.map(
          async (number) => [number, texts(await this.#load(`bibtex-${String(number)}`))] as const,
        ),
      ),
    );
    return places.flatMap((place) => files.get(Math.floor(place / inFile))?.[place % inFile] ?? []);
  }

  async #load(name: string): Promise<unknown> {
    const response = await fetch(new URL(`${name}.json`, this.#folder));
    if (!response.ok) throw new Error(`${String(response.status)} for ${response.url}`);
    return response.json();
  }
}

function texts(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [];
  return all.filter((each) => typeof each === "string");
}
