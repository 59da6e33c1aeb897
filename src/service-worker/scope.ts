/**
 * The part of a service worker's global scope that is used here. TypeScript's own library for workers
 * cannot stand beside the one for pages; https://www.w3.org/TR/service-workers/
 */

/** An event during which the browser keeps the worker alive. */
interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

/** A request of a page. */
export interface RequestEvent extends LastingEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

/** A message of a page. */
export interface WishEvent extends LastingEvent {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}

/** A tab that shows the site. */
export interface Tab {
  readonly url: string;
  navigate(address: string): Promise<unknown>;
}

interface EventsByName {
  install: LastingEvent;
  activate: LastingEvent;
  fetch: RequestEvent;
  message: WishEvent;
}

/** The global scope. */
interface WorkerScope {
  readonly registration: {
    /** Absolute address of the site's home page. */
    readonly scope: string;
    unregister(): Promise<boolean>;
  };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: {
      readonly type: "window";
      readonly includeUncontrolled: boolean;
    }): Promise<readonly Tab[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener<Name extends keyof EventsByName>(
    name: Name,
    listener: (event: EventsByName[Name]) => void,
  ): void;
}

/** The worker itself. */
export const worker = globalThis as unknown as WorkerScope;

/** Names of all caches of this site begin so; other sites may share the origin. */
export const cachePrefix = (): string => `papershelf ${new URL(home()).pathname} `;

/** Absolute address of the site's home page. */
export const home = (): string => worker.registration.scope;
