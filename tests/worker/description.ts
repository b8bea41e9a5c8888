import { type Schema, Validator } from "@cfworker/json-schema";
import { describeApi } from "../../src/api/openapi.ts";

interface Described {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}
type Operation = { readonly responses: Readonly<Record<string, Described & { readonly $ref?: string }>> };
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, Described>>>>;
}

const description = JSON.parse(JSON.stringify(describeApi("0.0.0"))) as Description;

const patterns = Object.entries(description.paths).map(([path, operations]) => {
  const pattern = path.replace(/\{\w+\}/g, ".+");
  return { pattern: new RegExp(`^${pattern}$`), operations };
});

/** What is described for a status, or for `default` where the description says nothing of the path or method. */
function described(method: string, path: string, status: number): Described | undefined {
  // Literal paths come before those with parameters, as OpenAPI has it.
  const matching = patterns.filter(({ pattern }) => pattern.test(path));
  const operations = (matching.find(({ pattern }) => !pattern.source.includes(".+")) ?? matching[0])
    ?.operations;
  const operation = operations?.[method === "HEAD" ? "get" : method.toLowerCase()];
  if (operation === undefined) {
    if (method === "OPTIONS") return status === 204 ? {} : undefined;
    const expected = operations === undefined ? [400, 404, 429, 500, 503] : [405, 429, 500, 503];
    return expected.includes(status) ? { content: problemContent } : undefined;
  }
  const response = operation.responses[status];
  const name = response?.$ref?.split("/").at(-1);
  return name === undefined ? response : description.components["responses"]?.[name];
}

const problemContent = {
  "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
};

const validators = new Map<string, Validator>();

function validatorOf(schema: Schema): Validator {
  const key = JSON.stringify(schema);
  const known = validators.get(key);
  if (known !== undefined) return known;
  const validator = new Validator({ ...schema, components: description.components }, "2020-12", false);
  validators.set(key, validator);
  return validator;
}

/**
 * Checks a response against the OpenAPI description.
 * @throws Error that says what is not described.
 */
export async function checkDescribed(method: string, url: string, response: Response): Promise<void> {
  const path = new URL(url, "https://service.invalid").pathname;
  const { status } = response;
  const expected = described(method, path, status);
  if (expected === undefined) throw new Error(`${method} ${path}: status ${status} is not described`);
  const body = await response.clone().text();
  if (method === "HEAD" || expected.content === undefined) {
    if (body !== "") throw new Error(`${method} ${path}: a body is not described for ${status}`);
    return;
  }
  const type = response.headers.get("Content-Type") ?? "";
  const content = expected.content[type];
  if (content === undefined) throw new Error(`${method} ${path}: ${status} as "${type}" is not described`);
  const result = validatorOf(content.schema).validate(JSON.parse(body));
  if (!result.valid) {
    throw new Error(`${method} ${path}: ${status} is not as described: ${JSON.stringify(result.errors)}`);
  }
}
