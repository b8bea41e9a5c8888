import { readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";

/** A Worker that runs in workerd. */
export interface ServerOptions {
  readonly script: string;
  /** Folder of its static assets. */
  readonly assets?: string | undefined;
}

/** A Worker in a workerd of its own, asked over HTTP. */
export class Server {
  readonly #miniflare: Miniflare;
  readonly #url: URL;

  private constructor(miniflare: Miniflare, url: URL) {
    this.#miniflare = miniflare;
    this.#url = url;
  }

  static async start({ script, assets }: ServerOptions): Promise<Server> {
    const miniflare = new Miniflare(
      convertV4MiniflareOptions({
        modules: true,
        scriptPath: script,
        modulesRoot: dirname(script),
        compatibilityDate: "2026-11-01",
        ...(assets !== undefined && {
          assets: {
            directory: assets,
            binding: "ASSETS",
            routerConfig: { has_user_worker: true, invoke_user_worker_ahead_of_assets: true },
          },
        }),
      }),
    );
    return new Server(miniflare, await miniflare.ready);
  }

  /** The response to a question, read to its end. */
  async ask(question: string): Promise<string> {
    const url = new URL("/api/ask", this.#url);
    url.searchParams.set("q", question);
    const response = await fetch(url);
    const body = await response.text();
    if (!response.ok) throw new Error(`${response.status} for ${url}: ${body.slice(0, 200)}`);
    return body;
  }

  /** Memory that workerd holds, in MB: all of its own, and of the isolates in it. */
  memory(): number {
    return Number(/VmRSS:\s+(\d+)/.exec(this.#process("status"))?.[1] ?? 0) / 1024;
  }

  /** Processor time that workerd has taken so far, in seconds. See proc_pid_stat(5). */
  cpuSeconds(): number {
    const stat = this.#process("stat");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticksPerSecond = 100;
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  }

  /** What Linux says of the workerd that this process has started. */
  #process(file: "stat" | "status"): string {
    const id = readdirSync("/proc").find((name) => {
      if (!/^\d+$/.test(name)) return false;
      try {
        const status = readFileSync(`/proc/${name}/status`, "utf8");
        return /^Name:\s+workerd$/m.test(status) && new RegExp(`^PPid:\\s+${process.pid}$`, "m").test(status);
      } catch {
        // The process has ended.
        return false;
      }
    });
    if (id === undefined) throw new Error("no workerd runs below this process; /proc is needed, as on Linux");
    return readFileSync(`/proc/${id}/${file}`, "utf8");
  }

  stop(): Promise<void> {
    return this.#miniflare.dispose();
  }
}
