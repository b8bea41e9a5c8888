import type { Server } from "../node/serve.ts";
import { CommandError } from "./exit-codes.ts";
import { keepBuilt } from "./keep-built.ts";

/** What to serve. */
export interface ServeSettings {
  /** Folder of the articles. */
  readonly corpus: string;
  /** Folder of the built service. */
  readonly out: string;
  /** Any free one for 0. */
  readonly port: number;
  readonly host: string;
  /** Folders beside the articles whose files a build is made of. */
  readonly watched: readonly string[];
}

/** Resolves when the terminal or another process asks to end. */
const ended = (): Promise<void> =>
  new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => done());
  });

/** Builds a folder of articles and serves it in Node, again whenever an article changes, until it is stopped. */
export async function serveOnNode({ corpus, out, port, host, watched }: ServeSettings): Promise<void> {
  const { serve } = await import("../node/serve.ts");
  const { log } = await import("../build/log.ts");
  const { readBuilt } = await import("../build/worker-entry.ts");
  const open = (at: number): Promise<Server> =>
    serve({ built: out, port: at, hostname: host }).catch((error: unknown) => {
      const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
      throw isTaken ? new CommandError(`Port ${at} is taken; choose another with --port.`) : error;
    });
  let server: Server | undefined;
  let reopening = Promise.resolve();
  const reopen = async (): Promise<void> => {
    if (server === undefined) return;
    const at = Number(new URL(server.url).port);
    await server.stop();
    server = await open(at);
    log(`serves the new build on ${server.url}`);
  };
  const builds = keepBuilt({
    corpus,
    out,
    watched,
    onBuilt: (isBuilt) => {
      if (!isBuilt) return;
      reopening = reopening.then(reopen).catch((error: unknown) => {
        log(error instanceof Error ? error.message : String(error), "red");
      });
    },
  });
  const end = ended();
  try {
    // An earlier build answers while the articles cannot be built.
    if (!(await builds.first) && readBuilt(out) === undefined) await Promise.race([builds.usable, end]);
    if (readBuilt(out) === undefined) return;
    server = await open(port);
    log(`Ready on ${server.url} (Node; with wrangler installed, dev runs the Worker itself)`);
    await end;
  } finally {
    builds.stop();
    await reopening;
    await server?.stop();
  }
}
