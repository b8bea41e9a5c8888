import { cleanQuestion } from "../model/clean-question.ts";
import {
  defaultLimit,
  languagePattern,
  longestArticleId,
  longestTag,
  longestVersion,
  maximumLimit,
  maximumQuestionLength,
} from "../model/limits.ts";
import type { AskRequest, Filter } from "../model/request.ts";
import type { StaticRequest } from "./published.ts";

/** Which values each filter takes. */
const filterRules: Readonly<Record<keyof Filter, (value: string) => boolean>> = {
  lang: (value) => languagePattern.test(value),
  tag: (value) => value.length <= longestTag,
  version: (value) => value.length <= longestVersion,
  article: (value) => value.length <= longestArticleId,
};

/**
 * Checks a request as the service checks a query: the schemas of src/api/parameters.ts, without the validator, which is a
 * third as large as all that answers.
 *
 * @throws RangeError when the service would not take it
 */
export function checkRequest({ question, filters, limit }: StaticRequest): AskRequest {
  const query = new URLSearchParams(filters);
  query.set("q", question);
  if (limit !== "") query.set("limit", limit);
  const names = [...query.keys()];
  if (new Set(names).size < names.length) throw new RangeError("a parameter is given more than once");
  const request: { question: string; limit: number } & Record<string, string | number> = {
    question: checkQuestion(question),
    limit: defaultLimit,
  };
  for (const [name, given] of query) {
    const value = given.normalize("NFC");
    if (name === "q" || value === "") continue;
    if (name === "limit") request.limit = checkLimit(value);
    else if (Object.hasOwn(filterRules, name) && filterRules[name as keyof Filter](value))
      request[name] = value;
    else throw new RangeError(`no filter is named ${name}, or it takes no such value`);
  }
  return request;
}

function checkQuestion(text: string): string {
  const question = cleanQuestion(text);
  if (question === "" || question.length > maximumQuestionLength) {
    throw new RangeError(`a question has 1 to ${maximumQuestionLength} characters`);
  }
  return question;
}

function checkLimit(text: string): number {
  const limit = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > maximumLimit) throw new RangeError(`limit is from 1 to ${maximumLimit}`);
  return limit;
}
