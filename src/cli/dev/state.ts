import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { devPath } from "../../node/dev.ts";
import { devScript } from "./script.ts";

/** What the pages of a development server are told. */
interface State {
  /** Builds that have succeeded: another number is another build. */
  readonly builds: number;
  /** What is wrong with the articles, a line each; none when the last build succeeded. */
  readonly problems: readonly string[];
}

/** Milliseconds after which a page whose server went asks again. */
const retry = 500;

/** The state of the builds, as the pages of a development server ask for it. */
export class DevState {
  #state: State = { builds: 0, problems: [] };
  /** Called at each change, and when it ends. */
  readonly #listeners = new Set<() => void>();
  #isOver = false;

  /** @param problems what is wrong; none after a build that succeeded */
  built(problems: readonly string[]): void {
    const builds = this.#state.builds + (problems.length === 0 ? 1 : 0);
    this.#state = { builds, problems };
    this.#notify();
  }

  /** Ends what pages are listening to, so that a server can end. */
  end(): void {
    this.#isOver = true;
    this.#notify();
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Serves the script of the pages, and what it listens to. */
  app(): Hono {
    const app = new Hono();
    app.get(`${devPath}dev.js`, (context) =>
      context.body(devScript, 200, {
        "Content-Type": "text/javascript; charset=utf-8",
        "Cache-Control": "no-store",
      }),
    );
    app.get(`${devPath}events`, (context) =>
      streamSSE(context, async (stream) => {
        for (let isOpen = true; isOpen && !this.#isOver; ) {
          const { promise, resolve } = Promise.withResolvers<void>();
          this.#listeners.add(resolve);
          stream.onAbort(() => {
            isOpen = false;
            resolve();
          });
          await stream.writeSSE({ data: JSON.stringify(this.#state), retry });
          await promise;
          this.#listeners.delete(resolve);
        }
      }),
    );
    return app;
  }
}
