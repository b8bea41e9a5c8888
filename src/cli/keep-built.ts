import { type ChildProcess, spawn } from "node:child_process";
import { type FSWatcher, watch } from "node:fs";
import { resolve } from "node:path";
import { log, tellsBuilder } from "../build/log.ts";

/** What to build, and when. */
export interface KeepBuiltSettings {
  /** Folder of the articles. */
  readonly corpus: string;
  /** Folder of the built service. */
  readonly out: string;
  /** Folders beside the articles whose files a build is made of. */
  readonly watched?: readonly string[];
  /** Called after each build, with what is wrong, a line each; with none when it succeeded. */
  onBuilt(problems: readonly string[]): void;
}

/** Builds that follow the articles. */
export interface KeptBuilt {
  /** Resolves when the first build has ended, with whether it succeeded. */
  readonly first: Promise<boolean>;
  /** Resolves when a build has succeeded. */
  readonly usable: Promise<void>;
  stop(): void;
}

/** Milliseconds after a change in which more of it comes: editors write a file in several steps. */
const settling = 150;

/** Lines about what is wrong that are passed on; the terminal has all. */
const mostTold = 50;

/**
 * Builds a folder of articles, and again whenever a file of it changes. Each build is a process of its own: whatever an article
 * does to it, what is served of the last good build goes on. A change while one runs ends it, since it may hang.
 */
export function keepBuilt({ corpus, out, watched = [], onBuilt }: KeepBuiltSettings): KeptBuilt {
  const first = Promise.withResolvers<boolean>();
  const usable = Promise.withResolvers<void>();
  let building: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;

  const run = (): void => {
    building?.kill("SIGKILL");
    const child = spawn(
      process.execPath,
      [process.argv[1] ?? "", "build", corpus, "--out", out],
      // Files that the server still uses are kept.
      {
        stdio: ["ignore", "inherit", "inherit", "ipc"],
        env: { ...process.env, WRANGLER_COMMAND: "dev", [tellsBuilder]: "1" },
      },
    );
    building = child;
    const problems: string[] = [];
    child.on("message", (line) => {
      if (problems.length < mostTold) problems.push(String(line));
    });
    // All that it said has come when its channel is closed, too.
    child.on("close", (code) => {
      // A newer one runs.
      if (building !== child) return;
      building = undefined;
      const isBuilt = code === 0;
      if (!isBuilt) log(`${corpus} was not built; it is tried again when a file changes`, "yellow");
      first.resolve(isBuilt);
      if (isBuilt) usable.resolve();
      else if (problems.length === 0) problems.push("The build ended: see the terminal.");
      onBuilt(isBuilt ? [] : problems);
    });
  };
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(run, settling);
  };
  const watchers = [corpus, ...watched].map(
    (folder): FSWatcher => watch(resolve(folder), { recursive: true }, changed),
  );
  run();
  return {
    first: first.promise,
    usable: usable.promise,
    stop: () => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      const child = building;
      building = undefined;
      child?.kill("SIGKILL");
    },
  };
}
