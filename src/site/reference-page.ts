import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { renderPage, type Site } from "./shell.ts";

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly const?: string | boolean;
  readonly default?: string | number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly description?: string;
    readonly schema: Schema;
  }[];
  readonly requestBody?: Content;
  readonly responses: Readonly<
    Record<string, Content & { readonly $ref?: string; readonly description?: string }>
  >;
}

/** The parts of an OpenAPI document that the page uses. */
export interface Description {
  readonly info: { readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly responses: Readonly<Record<string, { readonly description: string }>>;
  };
}

/** `/docs/`: the API reference, rendered from its OpenAPI description. */
export function referencePage(site: Site, { info, paths, components }: Description): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  return renderPage(site, {
    title: "API reference",
    description: `The HTTP API of ${site.title}.`,
    canonical: "/docs/",
    script: "article.js",
    search: true,
    main: [
      h("section", { className: "reference" }, [
        h("h1", "API reference"),
        h("p", { className: "lede" }, [
          `${info.description} Version ${info.version}. `,
          h("a", { href: "/openapi.json" }, "The same as OpenAPI 3.1"),
          ".",
        ]),
        h("nav", { ariaLabel: "Operations" }, [
          h(
            "ul",
            operations.map(({ method, path, operation }) =>
              h("li", h("a", { href: `#${operation.operationId}` }, [verb(method), h("code", path)])),
            ),
          ),
        ]),
        ...operations.map(({ method, path, operation }) =>
          operationSection(method, path, operation, components),
        ),
        h("h2", { id: "schemas" }, "Schemas"),
        ...Object.entries(components.schemas).map(([name, schema]) =>
          h("section", { id: name }, [h("h3", h("code", name)), fields(schema)]),
        ),
      ]),
    ],
  });
}

const verb = (method: string): Element => h("span", { className: ["verb", method.toLowerCase()] }, method);

function operationSection(
  method: string,
  path: string,
  operation: Operation,
  components: Description["components"],
): Element {
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation;
  const body = requestBody?.content?.["application/json"]?.schema;
  return h("section", { id: operationId }, [
    h("h2", summary),
    h("p", { className: "route" }, [verb(method), h("code", path)]),
    h("p", description),
    ...(parameters.length === 0
      ? []
      : [
          h("h3", "Parameters"),
          table(
            parameters.map(({ name, in: place, required, schema, description: about = "" }) =>
              row(name, required, schema, `${about} In the ${place}.`),
            ),
          ),
        ]),
    ...(body === undefined ? [] : [h("h3", "Body"), fields(body)]),
    h("h3", "Responses"),
    h(
      "ul",
      { className: "responses" },
      Object.entries(responses).map(([status, response]) => {
        const schema = Object.values(response.content ?? {})[0]?.schema;
        const about = response.description ?? components.responses[status]?.description ?? "";
        const shape = schema === undefined ? [] : [" – ", typeOf(schema)];
        const problem =
          response.$ref === undefined ? [] : [" – ", typeOf({ $ref: "#/components/schemas/Problem" })];
        return h("li", [h("code", status), ` ${about}`, ...shape, ...problem].flat());
      }),
    ),
  ]);
}

function table(rows: Element[]): Element {
  return h("div", { className: "wide", role: "group", ariaLabel: "Fields", tabIndex: 0 }, [
    h("table", [
      h("thead", h("tr", [h("th", "Field"), h("th", "Type"), h("th", "Meaning")])),
      h("tbody", rows),
    ]),
  ]);
}

function fields({ properties = {}, required = [] }: Schema): Element {
  return table(
    Object.entries(properties).map(([name, schema]) =>
      row(name, required.includes(name), schema, schema.description ?? ""),
    ),
  );
}

function row(name: string, required: boolean, schema: Schema, meaning: string): Element {
  return h("tr", [
    h("td", [h("code", name), required ? "" : h("small", " optional")]),
    h("td", typeOf(schema)),
    h("td", meaning),
  ]);
}

/** A type in words, linked where it is named. */
function typeOf(schema: Schema): ElementContent[] {
  const { $ref, type = "any", items, prefixItems, enum: values } = schema;
  if ($ref !== undefined) {
    const name = $ref.split("/").at(-1) ?? "";
    return [h("a", { href: `#${name}` }, name)];
  }
  const said = (text: string): ElementContent => ({ type: "text", value: text });
  if (schema.const !== undefined) return [h("code", `${schema.const}`)];
  if (values !== undefined)
    return values.flatMap((value, index) => [said(index === 0 ? "" : " or "), h("code", value)]);
  if (prefixItems !== undefined) {
    return [
      said("["),
      ...prefixItems.flatMap((item, index) => [said(index === 0 ? "" : ", "), ...typeOf(item)]),
      said("]"),
    ];
  }
  if (items !== undefined) return [said("list of "), ...typeOf(items), said(limits(schema))];
  if (schema.properties !== undefined) {
    return [said(`{ ${Object.keys(schema.properties).join(", ")} }`)];
  }
  return [said(type + limits(schema))];
}

/** zod's default maximum of integers in JSON Schema: no real limit. */
const noMaximum = Number.MAX_SAFE_INTEGER;

function limits(schema: Schema): string {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, pattern } = schema;
  const range = (from: number | undefined, to: number | undefined, unit: string): string => {
    const known = to === noMaximum ? undefined : to;
    if (from === undefined && known === undefined) return "";
    if (known === undefined) return `, at least ${from}${unit}`;
    return from === undefined ? `, at most ${known}${unit}` : `, ${from} to ${known}${unit}`;
  };
  const preset = schema.default === undefined ? "" : `, ${schema.default} by default`;
  return (
    range(minimum, maximum, "") +
    range(minLength, maxLength, " characters") +
    range(minItems, maxItems, " items") +
    (pattern === undefined ? "" : `, like ${pattern}`) +
    preset
  );
}
