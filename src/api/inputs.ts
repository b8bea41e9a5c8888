/** How the service checks what it is sent, besides a question: `parameters.ts` describes the same as schemas. */
import type * as z from "zod/mini";
import { type Check, list, optional, otherwise, record, text, truth, whole } from "../model/checks.ts";
import {
  defaultPageLength,
  defaultReportDays,
  defaultSuggestionLimit,
  longestAnswerId,
  maximumLimit,
  maximumOffset,
  maximumPageLength,
  maximumQuestionLength,
  maximumQuestions,
  maximumReportDays,
  maximumSuggestionLimit,
} from "../model/limits.ts";
import { checkAskRequest, filterChecks } from "../model/question.ts";
import type {
  askManyRequestSchema,
  feedbackSchema,
  listQuerySchema,
  suggestQuerySchema,
} from "./parameters.ts";

/** What a schema returns that is made when it is asked for. */
type Output<Schema extends () => z.ZodMiniType> = z.output<ReturnType<Schema>>;

/** A list of articles is not narrowed to one. */
const { article: _article, ...listFilters } = filterChecks;

/** Several questions in one body. */
export const checkAskMany: Check<Output<typeof askManyRequestSchema>> = record({
  questions: list(checkAskRequest, maximumQuestions, "ask something"),
});

/** Which part of the list of articles is asked for, and what narrows it. */
export const checkListQuery: Check<Output<typeof listQuerySchema>> = record({
  offset: otherwise(whole(0, maximumOffset), 0),
  limit: otherwise(whole(1, maximumPageLength), defaultPageLength),
  ...listFilters,
});

/** What has been typed of a question. */
export const checkSuggestQuery: Check<Output<typeof suggestQuerySchema>> = record({
  q: text({ most: maximumQuestionLength }),
  limit: otherwise(whole(1, maximumSuggestionLimit), defaultSuggestionLimit),
  ...filterChecks,
});

/** A vote on an answer. */
export const checkFeedback: Check<Output<typeof feedbackSchema>> = record({
  answer: text({ least: 1, most: longestAnswerId }),
  helpful: truth,
  passage: optional(whole(1, maximumLimit)),
});

/** How many days a report of the owner's covers. */
export const checkReportQuery: Check<{ readonly days: number }> = record({
  days: otherwise(whole(1, maximumReportDays), defaultReportDays),
});

/** Query of a request without parameters. */
export const checkNoQuery: Check<object> = record({});
