import fc from "fast-check";
import { describeApi } from "../../src/api/openapi.ts";
import { anyText } from "../any-text.ts";

/** One HTTP request, as data: fast-check prints it when it makes the service fail. */
export interface FuzzRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface JsonSchema {
  readonly type?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
}

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly schema: JsonSchema;
}

interface DescribedOperation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: { readonly "application/json": { readonly schema: JsonSchema } };
  };
}

const { paths } = JSON.parse(JSON.stringify(describeApi("0.0.0"))) as {
  paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
};

const words =
  "who what why when how long is the index passage quote R2 delayed free plan article cite MCP 芯片 ¿qué?";

/** Text that a reader could type, and text that no reader would. */
const text = fc.oneof(
  fc
    .array(fc.constantFrom(...words.split(" ")), { minLength: 1, maxLength: 9 })
    .map((parts) => parts.join(" ")),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  anyText({ maxLength: 60 }),
  fc.constantFrom(
    "\u0000",
    "\ufeff",
    "\ud83d",
    "' OR 1=1 --",
    "<script>",
    "../../etc/passwd",
    "%00",
    "__proto__",
  ),
  fc.nat(700).map((length) => "a".repeat(length)),
);

/** Values that a schema admits. */
function valid(schema: JsonSchema): fc.Arbitrary<unknown> {
  const { type, properties, required = [], items, minimum = -1000, maximum = 1000 } = schema;
  if (type === "object" && properties !== undefined) {
    const fields = Object.entries(properties).map(([name, property]) => [name, valid(property)] as const);
    return fc.record(Object.fromEntries(fields), { requiredKeys: [...required] });
  }
  if (type === "array" && items !== undefined) {
    return fc.array(valid(items), {
      minLength: schema.minItems ?? 0,
      maxLength: Math.min(schema.maxItems ?? 4, 4),
    });
  }
  if (type === "integer") return fc.integer({ min: minimum, max: Math.min(maximum, 1000) });
  if (schema.pattern !== undefined) return fc.stringMatching(new RegExp(schema.pattern));
  const { minLength = 1, maxLength = 500 } = schema;
  return text.filter(({ length }) => length >= minLength && length <= maxLength);
}

/** Any JSON value, mostly of a wrong type for where it is put. */
const anything = fc.oneof(fc.jsonValue({ maxDepth: 2 }), text, fc.double(), fc.constant(10 ** 400));

/** Values that a schema admits, with one part made wrong at times. */
function perhapsWrong(schema: JsonSchema): fc.Arbitrary<unknown> {
  const { properties, items } = schema;
  if (properties !== undefined) {
    const damaged = fc
      .tuple(
        valid(schema),
        fc.constantFrom(...Object.keys(properties), "colour", "__proto__", "constructor"),
        anything,
      )
      .map(([value, name, wrong]) => ({ ...(value as object), [name]: wrong }));
    return fc.oneof({ weight: 3, arbitrary: valid(schema) }, damaged, anything);
  }
  if (items !== undefined) return fc.oneof(fc.array(perhapsWrong(items), { maxLength: 24 }), anything);
  return fc.oneof({ weight: 3, arbitrary: valid(schema) }, anything);
}

const queryText = (value: unknown): string =>
  typeof value === "string" ? value : String(JSON.stringify(value));

/** Encodes as a browser does, which puts U+FFFD in the place of half a surrogate pair. */
const encode = (value: string): string => encodeURIComponent(value.toWellFormed());

function query(parameters: readonly Parameter[]): fc.Arbitrary<string> {
  const known = parameters.filter((parameter) => parameter.in === "query");
  const given = known.map(({ name, schema, required }) =>
    fc
      .option(perhapsWrong(schema), { freq: required ? 20 : 2 })
      .map((value) => (value === null ? [] : [[name, queryText(value)] as const])),
  );
  const extra = fc.oneof(
    { weight: 9, arbitrary: fc.constant([]) },
    fc.tuple(fc.oneof(text, fc.constantFrom("q", "limit")), text).map((pair) => [pair]),
  );
  return fc.tuple(...given, extra).map((parts) => {
    const pairs = parts.flat().map(([name, value]) => `${encode(name)}=${encode(value)}`);
    return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
  });
}

const headers = fc.record(
  {
    Origin: fc.constantFrom("https://a.org", "null", "nonsense"),
    "If-None-Match": fc.constantFrom("*", '"0"', "W/", ",,,", '"'),
    Accept: fc.constantFrom("application/json", "text/html", "*/*;q=0"),
  },
  { requiredKeys: [] },
);

const contentType = fc.oneof(
  { weight: 9, arbitrary: fc.constant("application/json") },
  fc.constantFrom(
    "application/json; charset=utf-8",
    "text/plain",
    "application/problem+json",
    "multipart/form-data",
  ),
);

function body(operation: DescribedOperation): fc.Arbitrary<string | undefined> {
  const schema = operation.requestBody?.content["application/json"].schema;
  if (schema === undefined) return fc.constant(undefined);
  return fc.oneof(
    { weight: 9, arbitrary: perhapsWrong(schema).map((value) => JSON.stringify(value) ?? "") },
    text,
    fc.constant(" ".repeat(70_000)),
  );
}

/** Ids that exist, ids that could, and ids that cannot. */
const ids = (known: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(...known),
    text.map(encode),
    fc.constantFrom("%", "%E0%A4", "..%2F..", "%2e%2e/x"),
  );

function requestsOf(
  template: string,
  method: string,
  operation: DescribedOperation,
  known: readonly string[],
): fc.Arbitrary<FuzzRequest> {
  const methods = fc.oneof(
    { weight: 12, arbitrary: fc.constant(method.toUpperCase()) },
    fc.constantFrom("HEAD", "OPTIONS", "PUT", "DELETE"),
  );
  return fc
    .record({
      method: methods,
      id: ids(known),
      query: query(operation.parameters ?? []),
      headers,
      contentType,
      body: body(operation),
    })
    .map((parts) => ({
      method: parts.method,
      path: template.replace("{id}", parts.id) + parts.query,
      headers:
        parts.body === undefined ? parts.headers : { ...parts.headers, "Content-Type": parts.contentType },
      ...(parts.body !== undefined && !["HEAD", "GET"].includes(parts.method) && { body: parts.body }),
    }));
}

/**
 * Requests made from the description of the API: about half of them as it asks, the others wrong in some way.
 * @param known ids of articles and passages that exist.
 */
export function requests(known: readonly string[]): fc.Arbitrary<FuzzRequest> {
  return fc.oneof(
    ...Object.entries(paths).flatMap(([template, operations]) =>
      Object.entries(operations).map(([method, operation]) => requestsOf(template, method, operation, known)),
    ),
  );
}
