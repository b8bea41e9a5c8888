import { describeFaults, Faults } from "../model/checks.ts";
import { checkAskQuery, readParameters } from "../model/question.ts";
import type { AskRequest } from "../model/request.ts";
import type { StaticRequest } from "./published.ts";

/**
 * Checks a request as the service checks the query that the same widget would send it.
 *
 * @throws RangeError when the service would not take it
 */
export function checkRequest({ question, filters, limit }: StaticRequest): AskRequest {
  const query = new URLSearchParams(filters);
  query.set("q", question);
  if (limit !== "") query.set("limit", limit);
  const parameters = readParameters(query);
  const request = parameters instanceof Faults ? parameters : checkAskQuery(parameters);
  if (request instanceof Faults) throw new RangeError(describeFaults(request));
  return request;
}
