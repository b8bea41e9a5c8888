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

/** Milliseconds to the first answer of each of some fresh isolates, the median. */
export async function firstAnswer(options: ServerOptions, questions: readonly string[]): Promise<number> {
  const times: number[] = [];
  for (const question of questions) {
    const server = await Server.start(options);
    const started = performance.now();
    await server.ask(question);
    times.push(performance.now() - started);
    await server.stop();
  }
  return spreadOf(times).p50;
}

/** Milliseconds that answers take, one after the other, after all questions were asked once. */
export async function warmLatency(server: Server, questions: readonly string[]): Promise<Spread> {
  for (const question of questions) await server.ask(question);
  const times: number[] = [];
  for (const question of questions) {
    const started = performance.now();
    await server.ask(question);
    times.push(performance.now() - started);
  }
  return spreadOf(times);
}

/** Answers a second to a number of clients that each ask again as soon as they are answered. */
export async function throughput(
  server: Server,
  questions: readonly string[],
  seconds: number,
): Promise<number> {
  const clients = 16;
  const end = performance.now() + seconds * 1000;
  let answered = 0;
  const client = async (_: unknown, number: number): Promise<void> => {
    for (let next = number; performance.now() < end; next += clients) {
      await server.ask(questions[next % questions.length] ?? "");
      answered++;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return answered / seconds;
}
