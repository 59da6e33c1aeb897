/**
 * The first script of a page in the bundle. Pages opened from a disk may neither import nor fetch
 * the files beside them, but they may run them: what the site's scripts would fetch lies there as a
 * script that hands over its content, and a module as a script that hands over its exports.
 */

/** What the scripts of the bundle see as `papershelfOffline`. */
interface Offline {
  /** Called by a data file: its content as text. */
  text(content: string): void;
  /** Called by a data file: its bytes in base64. */
  base64(content: string): void;
  /** Called by a module that became a script: what it exports. */
  exports(exported: object): void;
  /** Stands for `fetch` in the site's scripts. */
  fetch: (input: string | URL, init?: RequestInit) => Promise<Response>;
  /** Stands for `import()` in the site's scripts: like a promise of the module's exports. */
  require(address: string): object;
}

declare global {
  var papershelfOffline: Offline;
}

/** The bundle's folder: this file lies one below it. */
const root = new URL("..", (document.currentScript as HTMLScriptElement).src).href;

/** What each file's script has handed over, until it is asked for. */
const handedOver = new Map<Element, BodyInit | object>();

/** Calls under way and modules loaded, by address. */
const modules = new Map<string, Promise<object>>();

/** Runs a file of the bundle and gives what it hands over; a failed one can be tried again. */
function run(address: string): Promise<BodyInit | object> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => {
      const content = handedOver.get(script);
      handedOver.delete(script);
      script.remove();
      if (content === undefined) reject(new TypeError(`${address} handed nothing over`));
      else resolve(content);
    });
    script.addEventListener("error", () => {
      script.remove();
      reject(new TypeError(`${address} cannot be read`));
    });
    document.head.append(script);
  });
}

function handOver(content: BodyInit | object): void {
  if (document.currentScript !== null) handedOver.set(document.currentScript, content);
}

/** The address without query and fragment, when it is one of the bundle's; else `null`. */
function inBundle(address: string | URL): string | null {
  const url = new URL(address, location.href);
  url.search = url.hash = "";
  return url.href.startsWith(root) ? url.href : null;
}

globalThis.papershelfOffline = {
  text: handOver,
  base64: (content) => {
    handOver(Uint8Array.from(atob(content), (byte) => byte.charCodeAt(0)));
  },
  exports: handOver,
  fetch: async (input, init) => {
    const file = inBundle(input);
    if (file === null) return fetch(input, init);
    return new Response((await run(`${file}.js`)) as BodyInit);
  },
  require: (address) => {
    const file = inBundle(address) ?? address;
    const known = modules.get(file);
    const module = known ?? (run(file) as Promise<object>);
    if (known === undefined) {
      modules.set(file, module);
      module.catch(() => modules.delete(file));
    }
    // A compiled `import()` copies the properties of what it gets: a copy of a promise is none, but
    // anything with a method `then` is waited for.
    return {
      __esModule: true,
      then: (resolve: (exported: object) => void, reject: (reason: unknown) => void) => {
        module.then(resolve, reject);
      },
    };
  },
};

export {};
