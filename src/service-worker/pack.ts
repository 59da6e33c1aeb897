/**
 * The format of a pack: many files of the site in one, so that a copy of the site takes a few
 * requests. The length of a table (4 bytes, big-endian), the table as JSON, then the contents in the
 * order of the table; all of it compressed as gzip, whose checksum tells a damaged pack.
 */

/** One file in a pack. */
export interface PackedFile {
  /** Address below the base path: `papers/x/`, `_astro/y.css`, `` for home. */
  readonly path: string;
  /** Media type as HTTP states it. */
  readonly type: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** A line of the table: path, media type, length in bytes. */
type Line = readonly [string, string, number];

const lengthBytes = 4;

/** The files as one container, not yet compressed; the same bytes for the same files. */
export function packed(files: readonly PackedFile[]): Uint8Array<ArrayBuffer> {
  const lines = files.map(({ path, type, content }): Line => [path, type, content.length]);
  const table = new TextEncoder().encode(JSON.stringify(lines));
  const bytes = files.reduce((sum, { content }) => sum + content.length, table.length);
  const container = new Uint8Array(lengthBytes + bytes);
  new DataView(container.buffer).setUint32(0, table.length);
  container.set(table, lengthBytes);
  let at = lengthBytes + table.length;
  for (const { content } of files) {
    container.set(content, at);
    at += content.length;
  }
  return container;
}

/**
 * The files of a container, one by one as it comes in; it never stands in memory as a whole.
 *
 * @throws {RangeError} when it ends early or is no container.
 */
export async function* unpacked(
  container: ReadableStream<Uint8Array>,
): AsyncGenerator<PackedFile, void> {
  const take = taker(container.getReader());
  const length = new DataView((await take(lengthBytes)).buffer).getUint32(0);
  const table: unknown = JSON.parse(new TextDecoder().decode(await take(length)));
  if (!Array.isArray(table)) throw new RangeError("The pack has no table.");
  for (const line of table) {
    if (!isLine(line)) throw new RangeError("The pack's table cannot be read.");
    const [path, type, bytes] = line;
    yield { path, type, content: await take(bytes) };
  }
}

function isLine(value: unknown): value is Line {
  if (!Array.isArray(value)) return false;
  const [path, type, bytes] = value as unknown[];
  return typeof path === "string" && typeof type === "string" && Number.isInteger(bytes);
}

/** A function that gives the next so many bytes of a stream, however those come in. */
function taker(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): (bytes: number) => Promise<Uint8Array<ArrayBuffer>> {
  let rest = new Uint8Array();
  return async (bytes) => {
    const taken = new Uint8Array(bytes);
    let at = 0;
    while (at < bytes) {
      if (rest.length === 0) {
        const { value, done } = await reader.read();
        if (done) throw new RangeError("The pack ends early.");
        rest = value as Uint8Array<ArrayBuffer>;
      }
      const part = rest.subarray(0, bytes - at);
      taken.set(part, at);
      at += part.length;
      rest = rest.subarray(part.length);
    }
    return taken;
  };
}
