/**
 * A small driver of Firefox over WebDriver BiDi (https://w3c.github.io/webdriver-bidi/): Playwright
 * drives only a Firefox of its own, and the one to be tested is the one that people have.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** A Firefox with one tab. */
export interface FirefoxTab {
  /** Opens an address and waits until it is loaded. */
  readonly goto: (address: string) => Promise<void>;
  /** The value of an expression (a promise is waited for) in the page, as JSON gives it. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** Waits until an expression is true. */
  readonly until: (expression: string) => Promise<void>;
  /** Errors and warnings on the console, uncaught ones too. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

type Answer = Readonly<Record<string, unknown>>;

/**
 * Starts a Firefox without a window and with a profile of its own.
 *
 * @throws {Error} when it ends, or does not speak WebDriver BiDi.
 */
export async function openFirefox(executable: string): Promise<FirefoxTab> {
  const profile = mkdtempSync(path.join(os.tmpdir(), "papershelf-firefox-"));
  const firefox = spawn(
    executable,
    ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const ended = new Promise<void>((resolve) =>
    firefox.once("exit", () => {
      resolve();
    }),
  );
  const endpoint = await new Promise<string>((resolve, reject) => {
    let said = "";
    firefox.stderr.on("data", (bytes: Buffer) => {
      said += bytes.toString();
      const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    void ended.then(() => {
      reject(new Error(`Firefox ended before it could be driven.\n${said}`));
    });
  });

  const complaints: string[] = [];
  const socket = new WebSocket(`${endpoint}/session`);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => {
      reject(new Error(`Firefox does not answer at ${endpoint}.`));
    };
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data)) as Answer;
    if (typeof message["id"] === "number") {
      waiting.get(message["id"])?.(message);
    } else if (message["method"] === "log.entryAdded") {
      const { level, text } = message["params"] as { level: string; text: string | null };
      if (["error", "warn"].includes(level)) complaints.push(`${level}: ${text ?? ""}`);
    }
  };
  const command = async (method: string, params: Answer): Promise<Answer> => {
    const id = waiting.size + 1;
    const answer = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const { type, result, error, message } = await answer;
    if (type === "error") throw new Error(`${method}: ${String(error)}: ${String(message)}`);
    return result as Answer;
  };

  await command("session.new", { capabilities: {} });
  await command("session.subscribe", { events: ["log.entryAdded"] });
  const { context } = await command("browsingContext.create", { type: "tab" });

  const evaluate = async (expression: string): Promise<unknown> => {
    const { type, result, exceptionDetails } = await command("script.evaluate", {
      expression: `(async () => JSON.stringify([await (${expression})]))()`,
      target: { context },
      awaitPromise: true,
    });
    if (type !== "success") {
      throw new Error(`${expression}: ${String((exceptionDetails as Answer)["text"])}`);
    }
    const [value] = JSON.parse(String((result as Answer)["value"])) as unknown[];
    return value;
  };
  return {
    complaints,
    evaluate,
    goto: async (address) => {
      await command("browsingContext.navigate", { context, url: address, wait: "complete" });
    },
    until: async (expression) => {
      // A page that is left while it is asked gives no answer; the next one is asked again.
      while ((await evaluate(expression).catch(() => false)) !== true) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    close: async () => {
      await command("browser.close", {}).catch(() => undefined);
      socket.close();
      firefox.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
