import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import { describeApi } from "../../src/api/openapi.ts";
import { operations } from "../../src/api/operations.ts";
import { routes } from "../../src/api/routes.ts";

const copy = (): Record<string, unknown> => JSON.parse(JSON.stringify(describeApi("1.2.3")));

describe("the description", () => {
  test("is valid OpenAPI 3.1, references and all", async () => {
    const validator = new Validator();
    expect(await validator.validate(copy())).toMatchObject({ valid: true });
    expect(validator.version).toBe("3.1");
    const resolved = JSON.stringify(validator.resolveRefs());
    expect(resolved).toContain("Rank of the passage that holds it.");
    expect(resolved).not.toContain('"$ref"');
  });

  test("the validator finds what is wrong with one that is not", async () => {
    const { info: _info, ...rest } = copy();
    expect(await new Validator().validate(rest)).toMatchObject({ valid: false });
  });

  test("says how answers are named: one by a header, several in themselves", () => {
    const { paths, components } = copy() as {
      paths: Record<string, Record<string, { responses: Record<string, { headers: object }> }>>;
      components: { schemas: Record<string, { properties: object; required: string[] }> };
    };
    const naming = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations)
        .filter(([, { responses }]) => "Footnote-Answer-Id" in (responses["200"]?.headers ?? {}))
        .map(([method]) => `${method} ${path}`),
    );
    expect(naming).toEqual(["get /api/ask", "post /api/ask"]);
    expect(components.schemas["AnswerWithId"]?.properties).toHaveProperty("id");
    expect(components.schemas["AnswerWithId"]?.required).not.toContain("id");
  });

  test("holds every operation, with its parameters and statuses", () => {
    const { paths } = copy() as { paths: Record<string, Record<string, Record<string, unknown>>> };
    for (const [id, [method, path]] of Object.entries(routes)) {
      expect(paths[path]?.[method.toLowerCase()]).toMatchObject({ operationId: id });
    }
    expect(paths["/api/ask"]?.["get"]?.["parameters"]).toContainEqual({
      name: "limit",
      in: "query",
      required: false,
      description: "How many passages to return.",
      schema: { type: "integer", minimum: 1, maximum: 20, default: 5 },
    });
    expect(Object.keys(paths["/api/articles/{id}"]?.["get"]?.["responses"] ?? {})).toEqual([
      "200",
      "304",
      "400",
      "404",
      "405",
      "429",
      "500",
      "503",
    ]);
  });

  test("tells the headers of limits where requests are counted", () => {
    const { paths, components } = copy() as {
      paths: Record<string, Record<string, { responses: Record<string, { headers?: object }> }>>;
      components: { responses: Record<string, { headers?: object }> };
    };
    expect(paths["/api/ask"]?.["get"]?.responses["200"]?.headers).toHaveProperty("RateLimit-Policy");
    expect(paths["/healthz"]?.["get"]?.responses).not.toHaveProperty("429");
    expect(Object.keys(components.responses["429"]?.headers ?? {})).toEqual([
      "Retry-After",
      "RateLimit-Policy",
      "RateLimit",
    ]);
  });

  test("says something of every operation", () => {
    for (const { summary, description } of Object.values(operations)) {
      expect(summary).not.toMatch(/\.$/);
      expect(description).toMatch(/\.$/);
    }
  });

  test("carries the version of the service", () => {
    expect(copy()).toMatchObject({ openapi: "3.1.1", info: { version: "1.2.3" } });
  });
});
