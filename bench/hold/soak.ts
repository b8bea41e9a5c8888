/** Asks the service for minutes and looks whether it grows or changes. */
import { setTimeout } from "node:timers/promises";
import type { Server } from "../edge/server.ts";

/** What a soak found. */
export interface SoakResult {
  readonly minutes: number;
  readonly requests: number;
  /** Responses with a status of 500 or more. */
  readonly errors: number;
  /** Resident memory in MB after a fifth of the time, and at the end. */
  readonly megabytes: readonly [early: number, late: number];
  readonly descriptors: readonly [early: number, late: number];
  /** Of the first questions, asked again at the end: how many answers are the same. */
  readonly same: number;
  readonly compared: number;
}

const clients = 4;
/** Questions whose answers are compared. */
const comparedQuestions = 40;

/** @param questions ordinary ones @param hostile ones that ask for as much work as they can */
export async function soak(
  server: Server,
  questions: readonly string[],
  hostile: readonly string[],
  minutes: number,
): Promise<SoakResult> {
  const compared = questions.slice(0, comparedQuestions);
  const before: string[] = [];
  for (const question of compared) before.push(await server.ask(question));
  const began = performance.now();
  const end = began + minutes * 60_000;
  let requests = 0;
  let errors = 0;
  const json = (body: unknown): RequestInit => ({
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const pick = (list: readonly string[], number: number): string => list[number % list.length] ?? "";
  const kinds: ((number: number) => [path: string, init?: RequestInit])[] = [
    (number) => [`/api/ask?${new URLSearchParams({ q: pick(questions, number) })}`],
    (number) => [`/api/ask?${new URLSearchParams({ q: `${pick(questions, number)} ${number}` })}`],
    (number) => ["/api/ask", json({ question: `${pick(hostile, number)} ${number % 97}`, limit: 20 })],
    (number) => [`/api/suggest?q=${encodeURIComponent(pick(questions, number).slice(0, 5))}`],
    (number) => [
      "/api/ask/batch",
      json({ questions: [0, 1, 2].map((more) => ({ question: pick(questions, number + more) })) }),
    ],
    (number) => [`/api/articles?limit=5&offset=${number % 7}`],
    () => ["/api/ask?q=&limit=x"],
    () => ["/mcp", json({ jsonrpc: "2.0", id: 1, method: "tools/list" })],
    () => ["/api/ask", { ...json({}), body: "{" }],
  ];
  const client = async (first: number): Promise<void> => {
    for (let number = first; performance.now() < end; number += clients) {
      const [path, init] = kinds[number % kinds.length]?.(number) ?? ["/healthz"];
      const response = await fetch(server.url + path, init);
      await response.arrayBuffer();
      requests += 1;
      if (response.status >= 500) errors += 1;
    }
  };
  const size = (): readonly [number, number] => [server.residentBytes() / 1e6, server.descriptors()];
  const all = Promise.all(Array.from({ length: clients }, (_, index) => client(index)));
  await setTimeout((minutes * 60_000) / 5);
  const early = size();
  await setTimeout(Math.max(0, end - 1_000 - performance.now()));
  const late = size();
  await all;
  let same = 0;
  for (const [index, question] of compared.entries())
    if ((await server.ask(question)) === before[index]) same += 1;
  return {
    minutes,
    requests,
    errors,
    megabytes: [early[0], late[0]],
    descriptors: [early[1], late[1]],
    same,
    compared: compared.length,
  };
}
