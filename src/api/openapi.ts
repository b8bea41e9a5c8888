import * as z from "zod/mini";
import * as model from "../model/index.ts";
import { answerIdHeader, bookmarkHeader, bookmarkPattern } from "./headers.ts";
import { commonProblems, type Operation, operations } from "./operations.ts";
import { type OperationId, routes } from "./routes.ts";
import { type ProblemStatus, problemTitles } from "./statuses.ts";

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
type JsonObject = { readonly [name: string]: Json };

/** Schemas with a name in the description, so that code generators can name types. */
const schemasByName = {
  Answer: model.answerSchema,
  AnswerList: model.answerListSchema,
  Article: model.articleSchema,
  ArticleList: model.articleListSchema,
  ArticleMetadata: model.articleMetadataSchema,
  Block: model.blockSchema,
  Citation: model.citationSchema,
  Health: model.healthSchema,
  Hit: model.hitSchema,
  IndexIdentity: model.indexIdentitySchema,
  AnswerWithId: model.answerWithIdSchema,
  PassageResponse: model.passageResponseSchema,
  Problem: model.problemSchema,
  Quote: model.quoteSchema,
  Suggestion: model.suggestionSchema,
  SuggestionList: model.suggestionListSchema,
} as const;

/** A schema as plain JSON, without the keywords that only a whole JSON Schema document has. */
function plain(schema: object): JsonObject {
  const { $schema: _dialect, $id: _id, ...members } = JSON.parse(JSON.stringify(schema));
  return members;
}

const inputSchema = (schema: z.ZodMiniType): JsonObject => plain(z.toJSONSchema(schema, { io: "input" }));

function componentSchemas(): JsonObject {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemasByName)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: referenceTo });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, plain(schema)]));
}

const referenceTo = (id: string): string => `#/components/schemas/${id}`;

function responseSchema(schema: z.ZodMiniType): JsonObject {
  const id = Object.entries(schemasByName).find(([, candidate]) => candidate === schema)?.[0];
  if (id === undefined) throw new Error("a response has a schema without a name: add it to `schemasByName`");
  return { $ref: referenceTo(id) };
}

function parametersOf({ parameters, query, response }: Operation): Json[] {
  const { properties = {}, required = [] } =
    query === undefined ? {} : z.toJSONSchema(query, { io: "input" });
  return [
    ...Object.entries(parameters).map(([name, description]) => ({
      name,
      in: "path",
      required: true,
      description,
      schema: { type: "string" },
    })),
    ...Object.entries(properties).map(([name, property]) => {
      const { description = "", example, ...schema } = plain(typeof property === "object" ? property : {});
      const given = example === undefined ? {} : { example };
      return { name, in: "query", required: required.includes(name), description, schema, ...given };
    }),
    ...(response === undefined ? [] : [bookmarkParameter]),
  ];
}

function responsesOf({ response, cacheable, identifiesAnswer, problems }: Operation): JsonObject {
  const responses: [number, Json][] = [];
  const headers = {
    ...(cacheable && { ETag: entityTag }),
    ...(identifiesAnswer && { [answerIdHeader]: answerId }),
    ...(response !== undefined && { [bookmarkHeader]: bookmark }),
    ...(problems.includes(429) && policyHeader),
  };
  if (response === undefined) responses.push([204, { description: "No Content", headers }]);
  else {
    const content = { "application/json": { schema: responseSchema(response) } };
    responses.push([200, { description: "OK", headers, content }]);
  }
  if (cacheable) responses.push([304, { description: "Not Modified", headers }]);
  for (const status of [...commonProblems, ...problems]) {
    responses.push([status, { $ref: `#/components/responses/${status}` }]);
  }
  return Object.fromEntries(responses.sort(([a], [b]) => a - b));
}

const header = (description: string): JsonObject => ({ description, schema: { type: "string" } });

/** Sent by services whose articles are in D1 (https://developers.cloudflare.com/d1/best-practices/read-replication/). */
const bookmark = header(
  "How much of what was published this response has seen, where articles may change without a deploy.",
);
const bookmarkParameter: JsonObject = {
  name: bookmarkHeader,
  in: "header",
  required: false,
  description: "That header of an earlier response, to be answered from nothing older than it was.",
  schema: { type: "string", pattern: bookmarkPattern.source },
};

const answerId = header(model.answerIdDescription);

const entityTag = header("Send it as If-None-Match to learn whether anything changed.");

/** As draft-ietf-httpapi-ratelimit-headers-11 has it. */
const policyHeader: JsonObject = {
  "RateLimit-Policy": header(
    'How many requests (`q`) a client may make in how many seconds (`w`), such as `"client";q=300;w=60`. Absent where the owner states no limit.',
  ),
};

const retryAfter: JsonObject = {
  "Retry-After": header("Seconds after which a request may succeed."),
};

/** Additional headers of problem documents. */
const problemHeaders: Readonly<Partial<Record<ProblemStatus, JsonObject>>> = {
  429: {
    ...retryAfter,
    ...policyHeader,
    RateLimit: header('`"client";r=0`: nothing of the quota is left. Sent with this status alone.'),
  },
  503: retryAfter,
};

function operationObject(operationId: string, operation: Operation): JsonObject {
  const { summary, description, body } = operation;
  const parameters = parametersOf(operation);
  return {
    operationId,
    summary,
    description,
    ...(parameters.length > 0 && { parameters }),
    ...(body !== undefined && {
      requestBody: { required: true, content: { "application/json": { schema: inputSchema(body) } } },
    }),
    responses: responsesOf(operation),
  };
}

function everyOperation(): readonly (readonly [OperationId, Operation])[] {
  return (Object.keys(operations) as OperationId[]).map((id) => [id, operations[id]]);
}

function problemResponses(): JsonObject {
  const statuses = new Set<ProblemStatus>(commonProblems);
  for (const [, { problems }] of everyOperation()) for (const status of problems) statuses.add(status);
  return Object.fromEntries(
    [...statuses].map((status) => [
      status,
      {
        description: problemTitles[status],
        ...(problemHeaders[status] && { headers: problemHeaders[status] }),
        content: { "application/problem+json": { schema: { $ref: referenceTo("Problem") } } },
      },
    ]),
  );
}

/**
 * The description of the API as an OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.1), from the schemas that
 * check requests and type responses.
 * @param version of the service, such as `1.2.0`.
 * @param base path that the service is below, without a slash at the end
 */
export function describeApi(version: string, base = ""): JsonObject {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [id, operation] of everyOperation()) {
    const [method, path] = routes[id];
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationObject(id, operation) };
  }
  return {
    openapi: "3.1.1",
    info: {
      title: "Footnote",
      version,
      description: "Answers questions in the words of the articles it was built from, and cites them.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: `${base}/` }],
    paths,
    components: { schemas: componentSchemas(), responses: problemResponses() },
  };
}
