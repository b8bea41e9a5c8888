import { dirname } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { compatibilityDate } from "../workerd.ts";

/** A Worker whose articles are in D1. */
export interface D1ServerOptions {
  readonly script: string;
  /** Folder of its static assets. */
  readonly assets: string;
  /** Id of the database that is bound as `CORPUS`, and the folder in which wrangler keeps what is local. */
  readonly databaseId: string;
  readonly state: string;
}

/** A Worker in workerd, as `wrangler dev` runs it: D1 needs the proxies of development. */
export class D1Server {
  readonly #miniflare: Miniflare;
  readonly #url: URL;

  private constructor(miniflare: Miniflare, url: URL) {
    this.#miniflare = miniflare;
    this.#url = url;
  }

  static async start({ script, assets, databaseId, state }: D1ServerOptions): Promise<D1Server> {
    const options = convertV4MiniflareOptions({
      modules: true,
      scriptPath: script,
      modulesRoot: dirname(script),
      compatibilityDate,
      assets: {
        directory: assets,
        binding: "ASSETS",
        routerConfig: { has_user_worker: true, invoke_user_worker_ahead_of_assets: true },
      },
      d1Databases: { CORPUS: databaseId },
      resourcePersistencePath: state,
    });
    const miniflare = new Miniflare(options);
    return new D1Server(miniflare, await miniflare.ready);
  }

  /** Asks, and returns the milliseconds until the end of the response, and those that the Worker itself took, by its clock. */
  async ask(question: string): Promise<{ request: number; answer: number }> {
    const url = new URL("/api/ask", this.#url);
    url.searchParams.set("q", question);
    const started = performance.now();
    const response = await fetch(url);
    const body = await response.text();
    const request = performance.now() - started;
    if (!response.ok) throw new Error(`${response.status} for ${url}: ${body.slice(0, 200)}`);
    const timing = /answer;dur=([\d.]+)/.exec(response.headers.get("Server-Timing") ?? "");
    return { request, answer: Number(timing?.[1]) };
  }

  /** The database that is bound as `CORPUS`. */
  corpus(): Promise<D1Database> {
    return this.#miniflare.getD1Database("CORPUS");
  }

  stop(): Promise<void> {
    return this.#miniflare.dispose();
  }
}
