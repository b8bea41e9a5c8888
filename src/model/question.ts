/** How a question and what narrows it are checked, by the service and without one. */
import { type Check, Faults, optional, otherwise, record, text, whole } from "./checks.ts";
import { cleanQuestion } from "./clean-question.ts";
import {
  defaultLimit,
  languagePattern,
  longestArticleId,
  longestTag,
  longestVersion,
  maximumLimit,
  maximumQuestionLength,
} from "./limits.ts";
import type { AskRequest, Filter } from "./request.ts";

const nameOf = (most: number): Check<string | undefined> =>
  optional(text({ form: (name) => name.normalize("NFC"), least: 1, most }));

/** What a search can be narrowed to: `filterSchemas` in request.ts describes the same. */
export const filterChecks = {
  lang: optional(text({ pattern: languagePattern, wanted: "a language code such as en" })),
  tag: nameOf(longestTag),
  version: nameOf(longestVersion),
  article: nameOf(longestArticleId),
} satisfies Record<keyof Filter, Check<string | undefined>>;

const question = text({
  form: cleanQuestion,
  least: 1,
  most: maximumQuestionLength,
  wanted: "ask something",
});
const limit = otherwise(whole(1, maximumLimit), defaultLimit);

/** A question in a body. */
export const checkAskRequest: Check<AskRequest> = record({ question, limit, ...filterChecks });

const checkQuery = record({ q: question, limit, ...filterChecks });

/** A question in the parameters of a query, as `readParameters` returns them. */
export const checkAskQuery: Check<AskRequest> = (given) => {
  const checked = checkQuery(given);
  if (checked instanceof Faults) return checked;
  const { q, ...others } = checked;
  return { question: q, ...others };
};

/** Parameters whose value is a whole number. */
const countingParameters: ReadonlySet<string> = new Set(["days", "limit", "offset"]);

/**
 * The parameters of a query, those that are whole numbers of at most nine digits as numbers. An empty one counts as absent;
 * one that is there more than once is a fault.
 */
export function readParameters(query: URLSearchParams): Readonly<Record<string, string | number>> | Faults {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const name of query.keys()) (seen.has(name) ? repeated : seen).add(name);
  if (repeated.size > 0) {
    return new Faults(
      Array.from(repeated, (name) => ({ path: [name], message: "is given more than once; give it once" })),
    );
  }
  return Object.fromEntries(
    Array.from(query)
      .filter(([, value]) => value !== "")
      .map(([name, value]) => [
        name,
        countingParameters.has(name) && /^\d{1,9}$/.test(value) ? Number(value) : value,
      ]),
  );
}
