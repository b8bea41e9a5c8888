import { isolateMegabytes } from "../workerd.ts";
import { Server, type ServerOptions } from "./server.ts";

/** Milliseconds, or a count, below which half, and 99 of a hundred, lie. */
export interface Spread {
  readonly p50: number;
  readonly p99: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

/** A question in other words than before, so that no kept answer is the answer to it. What it asks for stays the same. */
export const reworded = (question: string, times: number): string => question + "?".repeat(times);

/** Milliseconds that a fresh isolate takes. */
interface FreshIsolate {
  /** From the start of workerd until it listens: its own start, and that of the script. */
  readonly start: number;
  /** The first answer from then on. */
  readonly answer: number;
}

/** A fresh isolate and one of hello beside it: medians. */
export interface FirstAnswer extends FreshIsolate {
  readonly hello: FreshIsolate;
  /** What start and answer together take more than those of hello right before. */
  readonly more: number;
}

async function freshIsolate(options: ServerOptions, question: string): Promise<FreshIsolate> {
  const started = performance.now();
  const server = await Server.start(options);
  const listening = performance.now();
  await server.ask(question);
  const answered = performance.now();
  await server.stop();
  return { start: listening - started, answer: answered - listening };
}

/** Starts fresh isolates in turn with those of hello, one for each question. */
export async function firstAnswer(
  options: ServerOptions,
  hello: ServerOptions,
  questions: readonly string[],
): Promise<FirstAnswer> {
  const pairs: (readonly [hello: FreshIsolate, own: FreshIsolate])[] = [];
  for (const question of questions) {
    pairs.push([await freshIsolate(hello, question), await freshIsolate(options, question)]);
  }
  const total = ({ start, answer }: FreshIsolate): number => start + answer;
  const medians = (isolates: readonly FreshIsolate[]): FreshIsolate => ({
    start: spreadOf(isolates.map(({ start }) => start)).p50,
    answer: spreadOf(isolates.map(({ answer }) => answer)).p50,
  });
  return {
    ...medians(pairs.map(([, own]) => own)),
    hello: medians(pairs.map(([hello]) => hello)),
    more: spreadOf(pairs.map(([hello, own]) => total(own) - total(hello))).p50,
  };
}

/** Milliseconds that answers take, one after the other, whose files were read before and whose questions are new. */
export async function warmLatency(server: Server, questions: readonly string[]): Promise<Spread> {
  for (const question of questions) await server.ask(question);
  const times: number[] = [];
  for (const question of questions) {
    const started = performance.now();
    await server.ask(reworded(question, 1));
    times.push(performance.now() - started);
  }
  return spreadOf(times);
}

/** What a server does under load. */
export interface Load {
  readonly answersPerSecond: number;
  /** Milliseconds of workerd's processor time for an answer. */
  readonly cpu: number;
}

/** Load that is not counted at first: this client's code has to be compiled too, whichever Worker is measured first. */
const warmUpSeconds = 2;

/**
 * Load by a number of clients that each ask again as soon as they are answered.
 * @param isNew whether no question is asked twice.
 */
export async function underLoad(
  server: Server,
  questions: readonly string[],
  isNew: boolean,
  seconds: number,
): Promise<Load> {
  const clients = 16;
  let asked = 0;
  const loadFor = async (seconds: number): Promise<void> => {
    const started = performance.now();
    const client = async (): Promise<void> => {
      while (performance.now() - started < seconds * 1000) {
        const number = asked++;
        const question = questions[number % questions.length] ?? "";
        await server.ask(isNew ? reworded(question, 2 + Math.floor(number / questions.length)) : question);
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
  };
  await loadFor(warmUpSeconds);
  // On a slow machine some would be asked for the first time else.
  if (!isNew) for (const question of questions) await server.ask(question);
  const started = performance.now();
  const cpuBefore = server.cpuSeconds();
  const before = asked;
  await loadFor(seconds);
  const counted = asked - before;
  return {
    answersPerSecond: (counted * 1000) / (performance.now() - started),
    cpu: ((server.cpuSeconds() - cpuBefore) * 1000) / counted,
  };
}

/** From one question to the next at which the memory is looked at, how many there are. */
const watchedEvery = 5;

/** Memory of an isolate in MB, its buffers outside the heap included. */
export interface Memory {
  /** Right after a collection, or nearly: what is above it is garbage. */
  readonly least: number;
  readonly most: number;
}

/**
 * Memory of an isolate after so many different questions, while all are asked once more in other words. The inspector of
 * workerd cannot be told to collect garbage; without the platform's limit, V8 lets it grow to three times as much.
 */
export async function heapAfter(options: ServerOptions, questions: readonly string[]): Promise<Memory> {
  const v8Flags = [...(options.v8Flags ?? []), `--max-heap-size=${isolateMegabytes}`];
  const server = await Server.start({ ...options, v8Flags }, true);
  try {
    for (const question of questions) await server.ask(question);
    let least = Number.POSITIVE_INFINITY;
    let most = 0;
    for (const [number, question] of questions.entries()) {
      await server.ask(reworded(question, 1));
      if (number % watchedEvery !== 0) continue;
      const heap = await server.heap();
      least = Math.min(least, heap);
      most = Math.max(most, heap);
    }
    return { least, most };
  } finally {
    await server.stop();
  }
}
