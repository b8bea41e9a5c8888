import type { Request } from "autocannon";
import { readJudgedSet } from "../../src/evaluation/judged-set.ts";

const json = { "Content-Type": "application/json" };

/**
 * What readers, programs and the careless send: of every 20 requests 13 questions in the address and 3 in a body, the
 * others to read articles and suggestions, and one that is wrong.
 */
export function mixedRequests(): Request[] {
  const questions = readJudgedSet("bench/judged/footnote").queries.map(({ text }) => text);
  const kinds: ((question: string) => Request)[] = [
    ...Array<(question: string) => Request>(13).fill((question) => ({
      method: "GET",
      path: `/api/ask?${new URLSearchParams({ q: question })}`,
    })),
    ...Array<(question: string) => Request>(3).fill((question) => ({
      method: "POST",
      path: "/api/ask",
      headers: json,
      body: JSON.stringify({ question }),
    })),
    () => ({ method: "GET", path: "/api/articles/docs/citations" }),
    () => ({ method: "GET", path: "/api/articles?limit=10" }),
    (question) => ({
      method: "GET",
      path: `/api/suggest?${new URLSearchParams({ q: question.slice(0, 8) })}`,
    }),
    () => ({ method: "GET", path: "/api/ask?q=why&limit=many" }),
  ];
  return questions.flatMap((question) => kinds.map((kind) => kind(question)));
}
