import type { DevServer } from "../node/dev.ts";
import { DevState } from "./dev/state.ts";
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
  const { serveDev } = await import("../node/dev.ts");
  const { log } = await import("../build/log.ts");
  const { readBuilt } = await import("../build/worker-entry.ts");
  const state = new DevState();
  let server: DevServer | undefined;
  let reopening = Promise.resolve();
  const reopen = async (): Promise<void> => {
    if (server === undefined) return;
    await server.reopen();
    log(`serves the new build on ${server.url}`);
  };
  const builds = keepBuilt({
    corpus,
    out,
    watched,
    onBuilt: (problems) => {
      const isBuilt = problems.length === 0;
      reopening = reopening
        .then(async () => {
          if (isBuilt) await reopen();
          state.built(problems);
        })
        .catch((error: unknown) => log(error instanceof Error ? error.message : String(error), "red"));
    },
  });
  const end = ended();
  try {
    // An earlier build answers while the articles cannot be built.
    if (!(await builds.first) && readBuilt(out) === undefined) await Promise.race([builds.usable, end]);
    if (readBuilt(out) === undefined) return;
    server = await serveDev(out, { port, hostname: host }, state.app()).catch((error: unknown) => {
      const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
      throw isTaken ? new CommandError(`Port ${port} is taken; choose another with --port.`) : error;
    });
    log(`Ready on ${server.url} (Node; with wrangler installed, dev runs the Worker itself)`);
    await end;
  } finally {
    builds.stop();
    await reopening;
    state.end();
    await server?.stop();
  }
}
