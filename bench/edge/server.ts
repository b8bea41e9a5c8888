import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent, get } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { workerdConfiguration } from "../workerd.ts";
import type { CpuProfile } from "./cpu-profile.ts";

const workerd = join(import.meta.dirname, "..", "..", "node_modules", ".bin", "workerd");

/** A Worker that runs in workerd. */
export interface ServerOptions {
  readonly script: string;
  /** Folder of its static assets. */
  readonly assets: string;
  /** Of V8, without a comma. */
  readonly v8Flags?: readonly string[];
}

/** What the inspector says (https://chromedevtools.github.io/devtools-protocol/). */
interface InspectorMessage {
  readonly id?: number;
  readonly result?: unknown;
}

/** See https://chromedevtools.github.io/devtools-protocol/v8/Runtime/#method-getHeapUsage. */
interface HeapUsage {
  readonly usedSize: number;
  readonly backingStorageSize: number;
}

/** Microseconds from one sample of a profile to the next. */
const sampledEvery = 100;

/** The WebAssembly modules that were bundled with a script, beside it. */
export const modulesOf = (script: string): string[] =>
  readdirSync(dirname(script))
    .filter((name) => name.endsWith(".wasm"))
    .map((name) => join(dirname(script), name));

/** Tries to reach an inspector, and milliseconds between them: it may listen later than its Worker. */
const patience = { tries: 50, pause: 100 } as const;

/** A connection to an inspector, open. */
async function connected(address: string): Promise<WebSocket> {
  for (let left = patience.tries; left > 0; left--) {
    const socket = new WebSocket(address);
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.addEventListener("open", () => resolve(true), { once: true });
      socket.addEventListener("error", () => resolve(false), { once: true });
    });
    if (isOpen) return socket;
    await setTimeout(patience.pause);
  }
  throw new Error(`the inspector at ${address} cannot be reached`);
}

/** A port that nothing listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** A Worker in a bare workerd of its own, without the proxies of development, asked over HTTP. */
export class Server {
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #port: number;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #inspectorPort: number;

  private constructor(process: ChildProcess, folder: string, port: number, inspectorPort: number) {
    this.#process = process;
    this.#folder = folder;
    this.#port = port;
    this.#inspectorPort = inspectorPort;
  }

  /** @param inspected whether `heap` can be asked, which takes some of the speed */
  static async start(options: ServerOptions, inspected = false): Promise<Server> {
    const folder = mkdtempSync(join(tmpdir(), "footnote-edge-"));
    copyFileSync(options.script, join(folder, "index.js"));
    const compiled = modulesOf(options.script);
    for (const path of compiled) copyFileSync(path, join(folder, basename(path)));
    const port = await freePort();
    const inspectorPort = inspected ? await freePort() : 0;
    const configuration = workerdConfiguration(
      options.assets,
      port,
      compiled.map((path) => basename(path)),
      options.v8Flags,
    );
    writeFileSync(join(folder, "config.capnp"), configuration);
    const inspector = inspected ? [`--inspector-addr=127.0.0.1:${inspectorPort}`] : [];
    const child = spawn(
      workerd,
      ["serve", join(folder, "config.capnp"), "--control-fd=3", ...inspector],
      // The log of requests is written, as it is in service, and read by nobody.
      { stdio: ["ignore", "ignore", "inherit", "pipe"] },
    );
    const server = new Server(child, folder, port, inspectorPort);
    process.once("exit", server.#kill);
    const control = child.stdio[3] as Readable;
    await new Promise<void>((resolve, reject) => {
      // It reports here once it listens.
      control.once("data", () => resolve());
      child.once("exit", (code) => reject(new Error(`workerd ended with ${code}: see its message above`)));
    });
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Resident memory of workerd in bytes: the second field, in pages, of proc_pid_statm(5). */
  residentBytes(): number {
    return Number(readFileSync(`/proc/${this.#process.pid}/statm`, "utf8").split(" ")[1]) * 4096;
  }

  /** How many files and connections workerd has open. */
  descriptors(): number {
    return readdirSync(`/proc/${this.#process.pid}/fd`).length;
  }

  /** The response to a question, read to its end. */
  ask(question: string): Promise<string> {
    const path = `/api/ask?q=${encodeURIComponent(question)}`;
    return new Promise((resolve, reject) => {
      const request = get({ port: this.#port, host: "127.0.0.1", path, agent: this.#agent }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.once("end", () => {
          const body = Buffer.concat(parts).toString();
          if (response.statusCode === 200) resolve(body);
          else reject(new Error(`${response.statusCode} for ${path}: ${body.slice(0, 200)}`));
        });
        response.once("error", reject);
      });
      request.once("error", reject);
    });
  }

  /** Processor time that workerd has taken so far, in seconds. See proc_pid_stat(5). */
  cpuSeconds(): number {
    const stat = readFileSync(`/proc/${this.#process.pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticksPerSecond = 100;
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  }

  /** Memory of the Worker's isolate in MB: its objects, and the bytes that its buffers hold outside the heap. */
  heap(): Promise<number> {
    return this.#inspect(async (call) => {
      const { usedSize, backingStorageSize } = (await call("Runtime.getHeapUsage")) as HeapUsage;
      return (usedSize + backingStorageSize) / 1e6;
    });
  }

  /** What the isolate did while some work asked it. */
  profile(work: () => Promise<void>): Promise<CpuProfile> {
    return this.#inspect(async (call) => {
      await call("Profiler.enable");
      await call("Profiler.setSamplingInterval", { interval: sampledEvery });
      await call("Profiler.start");
      await work();
      return ((await call("Profiler.stop")) as { readonly profile: CpuProfile }).profile;
    });
  }

  /** Runs work that calls the inspector's methods. */
  async #inspect<Result>(
    work: (call: (method: string, parameters?: object) => Promise<unknown>) => Promise<Result>,
  ): Promise<Result> {
    const socket = await connected(`ws://127.0.0.1:${this.#inspectorPort}/main`);
    const waiting = new Map<number, (result: unknown) => void>();
    socket.addEventListener("message", ({ data }: MessageEvent) => {
      const { id, result } = JSON.parse(String(data)) as InspectorMessage;
      // What has no number is the log.
      if (id !== undefined) waiting.get(id)?.(result);
    });
    const closed = once(socket, "close").then((): never => {
      throw new Error("the inspector of workerd ended before it answered");
    });
    closed.catch(() => undefined);
    let calls = 0;
    const call = (method: string, params: object = {}): Promise<unknown> => {
      const id = ++calls;
      const answered = new Promise<unknown>((resolve) => waiting.set(id, resolve));
      socket.send(JSON.stringify({ id, method, params }));
      return Promise.race([answered, closed]);
    };
    try {
      return await work(call);
    } finally {
      socket.close();
    }
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    this.#kill();
    await ended;
    this.#agent.destroy();
    process.removeListener("exit", this.#kill);
    rmSync(this.#folder, { recursive: true });
  }

  readonly #kill = (): void => {
    // Asked to end, workerd waits for a profiler that was connected.
    this.#process.kill("SIGKILL");
  };
}
