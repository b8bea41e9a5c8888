import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { markdownTable } from "../table.ts";
import type { CallFrame, CpuProfile } from "./cpu-profile.ts";
import { reworded } from "./measure.ts";
import { Server, type ServerOptions } from "./server.ts";
import type { Start } from "./start.ts";

const search = "search: the kernel and what calls it";

/** What a source file works at, by a part of its path; the first that fits. */
const stages: readonly (readonly [path: RegExp, stage: string])[] = [
  [/node_modules\/hono\/|src\/worker\//, "HTTP: routes, middleware, headers"],
  [/src\/model\/|src\/api\//, "checks of the request"],
  [/src\/index\/compiled\/read\/(?:top-k|kernel)/, search],
  [/src\/index\/|src\/shared\//, "reads: files, caches, posting lists, passages"],
  [
    /src\/answer\/(?:quot|shown|focus|form|place|reply|surround|defin|declared|polarity|answering|learning|clip)/,
    "quotes",
  ],
  [/src\/answer\/(?:rank|rerank|read-|nearest|repet|heading|pseudo|timel|subject)/, "ranking"],
  [/src\/answer\/(?:cite|highlight|answer\.ts)|src\/fragments\//, "the answer: citations, links, highlights"],
  [/src\/answer\//, "the question, guesses and confidence"],
  [/src\/text\/|node_modules\/stemr\//, "words, sentences and stems"],
];

/** Frames of an isolate that waits, or whose platform works: a profile does not tell these apart. */
const outside: ReadonlySet<string> = new Set(["(idle)", "(program)", "(root)"]);

/** What a frame works at; undefined for what is no work of the script. */
function stageOf({ functionName, url, lineNumber, columnNumber }: CallFrame, map: SourceMap) {
  if (outside.has(functionName)) return undefined;
  if (functionName === "(garbage collector)") return "garbage collection";
  if (url.startsWith("wasm")) return search;
  const entry = lineNumber < 0 ? {} : map.findEntry(lineNumber, columnNumber);
  const source = "originalSource" in entry ? entry.originalSource : undefined;
  if (typeof source !== "string") return "built into the engine: regular expressions, JSON, collections";
  return stages.find(([path]) => path.test(source))?.[1] ?? "other";
}

/** Milliseconds by stage of what a profile sampled of a script. */
export function timeByStage({ nodes, samples, timeDeltas }: CpuProfile, map: SourceMap): Map<string, number> {
  const byNode = new Map(nodes.map(({ id, callFrame }) => [id, stageOf(callFrame, map)]));
  const times = new Map<string, number>();
  samples.forEach((id, index) => {
    const stage = byNode.get(id);
    if (stage === undefined) return;
    times.set(stage, (times.get(stage) ?? 0) + (timeDeltas[index] ?? 0) / 1000);
  });
  return times;
}

/** What the first and the later answers of an isolate take, by stage, in milliseconds for one. */
export interface StageTimes {
  /** Fresh isolates that were asked. */
  readonly isolates: number;
  readonly first: ReadonlyMap<string, number>;
  readonly warm: ReadonlyMap<string, number>;
}

const mean = (times: readonly ReadonlyMap<string, number>[], count: number): Map<string, number> => {
  const sum = new Map<string, number>();
  for (const each of times) {
    for (const [stage, time] of each) sum.set(stage, (sum.get(stage) ?? 0) + time / count);
  }
  return sum;
};

/** Profiles answers: the first of fresh isolates, and those to new questions once all files were read. */
export async function profileAnswers(
  options: ServerOptions,
  questions: readonly string[],
  isolates: number,
): Promise<StageTimes> {
  const map = new SourceMap(JSON.parse(readFileSync(`${options.script}.map`, "utf8")));
  const first: Map<string, number>[] = [];
  for (const question of questions.slice(0, isolates)) {
    const server = await Server.start(options, true);
    try {
      first.push(timeByStage(await server.profile(async () => void (await server.ask(question))), map));
    } finally {
      await server.stop();
    }
  }
  const server = await Server.start(options, true);
  try {
    for (const question of questions) await server.ask(question);
    const profile = await server.profile(async () => {
      for (const question of questions) await server.ask(reworded(question, 1));
    });
    return {
      isolates: first.length,
      first: mean(first, first.length),
      warm: mean([timeByStage(profile, map)], questions.length),
    };
  } finally {
    await server.stop();
  }
}

/** An isolate of one corpus, taken apart. */
export interface Profile extends StageTimes {
  readonly passages: number;
  readonly start: Start;
}

const sumOf = (times: ReadonlyMap<string, number>): number =>
  [...times.values()].reduce((sum, time) => sum + time, 0);

/** The section as Markdown: shares, which the load of a machine changes least. */
export function profileReport(profiles: readonly Profile[], questions: number, measured: string): string {
  const kinds = ["first", "warm"] as const;
  const names = new Set(profiles.flatMap(({ first, warm }) => [...warm.keys(), ...first.keys()]));
  const columns = profiles.flatMap((profile) => kinds.map((kind) => ({ profile, kind })));
  const share = (profile: Profile, kind: "first" | "warm", name: string): number =>
    (100 * (profile[kind].get(name) ?? 0)) / sumOf(profile[kind]);
  const rows = [...names]
    .map((name) => ({ name, shares: columns.map(({ profile, kind }) => share(profile, kind, name)) }))
    .sort((a, b) => Math.max(...b.shares) - Math.max(...a.shares))
    .map(({ name, shares }) => [name, ...shares.map((value) => value.toFixed(1))]);
  const header = columns.map(
    ({ profile, kind }) => `${profile.passages.toLocaleString("en")} passages, ${kind} answer`,
  );
  const starts = profiles.map(({ passages, start }) => [
    passages.toLocaleString("en"),
    ...[start.hello, start.compile, start.kernel, start.evaluate].map((time) => time.toFixed(2)),
  ]);
  return [
    `Where the time of an isolate goes: the profiler of workerd, sampled each 0.1 ms, in per cent of what its script takes; what the platform does, reading,
hashing and inflating, is not in it. A first answer is that of a fresh isolate (${profiledIsolates(profiles)}); a warm one is to a new question, once all
${questions} were asked.`,
    "",
    markdownTable(["per cent of an answer", ...header], rows),
    "",
    "What an isolate does before it is asked, in Node's engine, milliseconds, medians: an empty module, the script parsed and compiled, the kernel compiled, the script run.",
    "",
    markdownTable(["passages", "empty", "parse and compile", "kernel", "run"], starts),
    "",
    measured,
  ].join("\n");
}

const profiledIsolates = (profiles: readonly Profile[]): string =>
  `the mean of ${Math.max(...profiles.map(({ isolates }) => isolates))}`;
