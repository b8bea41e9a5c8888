import type * as z from "zod/mini";
import {
  answerListSchema,
  answerSchema,
  articleListSchema,
  articleSchema,
  askRequestSchema,
  healthSchema,
  passageResponseSchema,
  suggestionListSchema,
} from "../model/index.ts";
import {
  askManyRequestSchema,
  askQuerySchema,
  feedbackSchema,
  listQuerySchema,
  suggestQuerySchema,
} from "./parameters.ts";
import type { OperationId } from "./routes.ts";
import type { ProblemStatus } from "./statuses.ts";

/** Input and output of an operation. The description, the reference page and the client's types are derived from these. */
export interface Operation {
  readonly summary: string;
  readonly description: string;
  /** Path parameters and their descriptions. Values may contain `/`, encoded or not. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query?: z.ZodMiniType;
  readonly body?: z.ZodMiniType;
  /** Schema of the body of status 200; without one, the status is 204. */
  readonly response?: z.ZodMiniType;
  /** Whether the response may be stored and revalidated by its `ETag`. */
  readonly cacheable: boolean;
  /** Whether a response header has the answer's id for votes. */
  readonly identifiesAnswer?: boolean;
  /** Statuses of its problem documents besides those of every operation. */
  readonly problems: readonly ProblemStatus[];
}

/** Problem statuses of every operation. */
export const commonProblems: readonly ProblemStatus[] = [400, 405, 500, 503];

/** Every operation of the API but for its route, which `routes` has under the same name. */
export const operations = {
  ask: {
    summary: "Ask a question",
    description: "Answers with quotes, ranked passages and citations. Caches may keep the answer.",
    parameters: {},
    query: askQuerySchema,
    response: answerSchema,
    cacheable: true,
    identifiesAnswer: true,
    problems: [429],
  },
  askInBody: {
    summary: "Ask a question that should not be in an address",
    description: "As the request with GET, but the question is in the body and nobody keeps the answer.",
    parameters: {},
    body: askRequestSchema,
    response: answerSchema,
    cacheable: false,
    identifiesAnswer: true,
    problems: [408, 413, 415, 429],
  },
  askMany: {
    summary: "Ask several questions",
    description: "Answers up to 20 questions, in their order. Each answer has its own id for votes.",
    parameters: {},
    body: askManyRequestSchema(),
    response: answerListSchema,
    cacheable: false,
    problems: [408, 413, 415, 429],
  },
  listArticles: {
    summary: "List articles",
    description: "One page of the articles' metadata, ordered by id.",
    parameters: {},
    query: listQuerySchema(),
    response: articleListSchema,
    cacheable: true,
    problems: [429],
  },
  readArticle: {
    summary: "Read an article",
    description: "An article with the plain text that all offsets point into.",
    parameters: { id: "The article's id; slashes may stay as they are." },
    response: articleSchema,
    cacheable: true,
    problems: [404, 429],
  },
  readPassage: {
    summary: "Read a passage",
    description: "A passage to check a quote against. It is gone when the author changes its text.",
    parameters: { id: "The passage's id; slashes may stay as they are." },
    response: passageResponseSchema,
    cacheable: true,
    problems: [404, 429],
  },
  suggest: {
    summary: "Suggest while a reader types",
    description: "Questions, titles and headings of the articles that what was typed so far could lead to.",
    parameters: {},
    query: suggestQuerySchema(),
    response: suggestionListSchema,
    cacheable: false,
    problems: [429],
  },
  sendFeedback: {
    summary: "Say whether an answer helped",
    description: "Keeps one vote for an answer; a later one replaces it. The response has no body.",
    parameters: {},
    body: feedbackSchema(),
    cacheable: false,
    problems: [404, 408, 413, 415, 429],
  },
  health: {
    summary: "See whether the service works",
    description: "Which index is served.",
    parameters: {},
    response: healthSchema,
    cacheable: false,
    problems: [],
  },
} as const satisfies Readonly<Record<OperationId, Operation>>;
