import * as z from "zod/mini";
import {
  defaultPageLength,
  defaultSuggestionLimit,
  longestAnswerId,
  maximumLimit,
  maximumOffset,
  maximumPageLength,
  maximumQuestionLength,
  maximumQuestions,
  maximumSuggestionLimit,
} from "../model/limits.ts";
import { askRequestSchema, filterSchemas } from "../model/request.ts";
import { lazy } from "../shared/lazy.ts";

const { question, limit } = askRequestSchema.shape;
/** A list of articles is not narrowed to one. */
const { article: _article, ...listFilters } = filterSchemas;

/** The filters, accepted without effect, so that a widget can send the same ones with all its requests. */
function ignoredFilters(): typeof filterSchemas {
  const ignored = Object.entries(filterSchemas).map(([name, schema]) => [
    name,
    schema.check(z.meta({ description: "Suggestions are few and are not narrowed by it." })),
  ]);
  return Object.fromEntries(ignored) as typeof filterSchemas;
}

/** Query parameters of a question; `question` is shortened to `q`. */
export const askQuerySchema = z.strictObject({ q: question, limit, ...filterSchemas });

/** The body of a request with several questions. */
export const askManyRequestSchema = lazy(() =>
  z.strictObject({
    questions: z
      .array(askRequestSchema)
      .check(
        z.minLength(1, "ask something"),
        z.maxLength(maximumQuestions),
        z.meta({ description: "1-20 questions, each with limits and filters of its own." }),
      ),
  }),
);

/** Paging and filters of the list of articles. */
export const listQuerySchema = lazy(() =>
  z.strictObject({
    offset: z._default(
      z
        .int()
        .check(
          z.minimum(0),
          z.maximum(maximumOffset),
          z.meta({ description: "How many articles to leave out first." }),
        ),
      0,
    ),
    limit: z._default(
      z
        .int()
        .check(
          z.minimum(1),
          z.maximum(maximumPageLength),
          z.meta({ description: "How many articles to list." }),
        ),
      defaultPageLength,
    ),
    ...listFilters,
  }),
);

/** Query parameters of suggestions: what a reader has typed so far. A widget sends its filters with every request. */
export const suggestQuerySchema = lazy(() =>
  z.strictObject({
    q: z
      .string()
      .check(
        z.maxLength(maximumQuestionLength),
        z.meta({ description: "What was typed, 1-2,000 characters." }),
      ),
    limit: z._default(
      z
        .int()
        .check(
          z.minimum(1),
          z.maximum(maximumSuggestionLimit),
          z.meta({ description: "How many suggestions to return." }),
        ),
      defaultSuggestionLimit,
    ),
    ...ignoredFilters(),
  }),
);

/** A reader's vote on an answer. */
export const feedbackSchema = lazy(() =>
  z.strictObject({
    answer: z.string().check(
      z.minLength(1),
      z.maxLength(longestAnswerId),
      z.meta({
        description:
          "The header Footnote-Answer-Id of the answer, or its `id` in a batch or from an agent; not older than 24 hours.",
      }),
    ),
    helpful: z.boolean().check(z.meta({ description: "Whether the answer helped." })),
    passage: z.optional(
      z
        .int()
        .check(
          z.minimum(1),
          z.maximum(maximumLimit),
          z.meta({ description: "Rank of the passage that the vote is about." }),
        ),
    ),
  }),
);
