/** Starts a Worker's script once, in this process, and prints what each step took as JSON. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { SourceTextModule, SyntheticModule } from "node:vm";
import type { Start } from "./start.ts";

const [script = ""] = process.argv.slice(2);

/** Cloudflare's types have no such constructor, since a Worker compiles no modules; Node does. */
const { Module } = WebAssembly as unknown as { Module: new (bytes: Uint8Array) => WebAssembly.Module };

function timed<Value>(work: () => Value): readonly [value: Value, milliseconds: number] {
  const started = performance.now();
  const value = work();
  return [value, performance.now() - started];
}

/** A module with one export. */
const holding = (name: string, value: unknown): SyntheticModule =>
  new SyntheticModule([name], function () {
    this.setExport(name, value);
  });

const nothing = (): never => {
  throw new Error("an empty module imports nothing");
};

const [empty, emptyCompiled] = timed(() => new SourceTextModule("export default 0;"));
await empty.link(nothing);
const [emptyRun, emptyStarted] = timed(() => empty.evaluate());
await emptyRun;

const source = readFileSync(script, "utf8");
const [module, compile] = timed(() => new SourceTextModule(source));
let kernel = 0;
await module.link((name: string) => {
  // What the platform lends: work that goes on after a response.
  if (name === "cloudflare:workers") return holding("waitUntil", () => {});
  const bytes = readFileSync(join(dirname(script), name));
  const [compiled, milliseconds] = timed(() => new Module(bytes));
  kernel += milliseconds;
  return holding("default", compiled);
});
const started = performance.now();
await module.evaluate();
const start: Start = {
  hello: emptyCompiled + emptyStarted,
  compile,
  kernel,
  evaluate: performance.now() - started,
};
console.log(JSON.stringify(start));
