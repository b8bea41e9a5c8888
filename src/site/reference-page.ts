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
  readonly example?: string | number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
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
    lang: "en",
    main: [
      h("div", { className: "reference" }, [
        h("nav", { className: "contents", ariaLabel: "Operations" }, [
          h("h2", "Operations"),
          h(
            "ol",
            operations.map(({ path, method, operation }) =>
              h("li", h("a", { href: `#${operation.operationId}` }, [verb(method), " ", h("code", path)])),
            ),
          ),
          h("h2", "Schemas"),
          h(
            "ol",
            Object.keys(components.schemas).map((name) => h("li", h("a", { href: `#${name}` }, name))),
          ),
        ]),
        h("section", { className: "operations" }, [
          h("h1", "API reference"),
          h("p", { className: "lede" }, [
            ...prose(info.description),
            ` Version ${info.version}. `,
            h("a", { href: "/openapi.json" }, "The same as OpenAPI 3.1"),
            ".",
          ]),
          ...operations.map(({ method, path, operation }) =>
            operationSection(site, method, path, operation, components),
          ),
          h("h2", { id: "schemas" }, "Schemas"),
          ...Object.entries(components.schemas).map(([name, schema]) =>
            h("section", { id: name }, [h("h3", h("code", name)), fields(schema)]),
          ),
        ]),
      ]),
    ],
  });
}

/** Text with what is between backticks as code. */
function prose(text: string): ElementContent[] {
  return text
    .split("`")
    .map(
      (part, index): ElementContent => (index % 2 === 1 ? h("code", part) : { type: "text", value: part }),
    );
}

const verb = (method: string): Element => h("span", { className: ["verb", method.toLowerCase()] }, method);

function operationSection(
  site: Site,
  method: string,
  path: string,
  operation: Operation,
  components: Description["components"],
): Element {
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation;
  const body = requestBody?.content?.["application/json"]?.schema;
  return h("section", { id: operationId }, [
    h("h2", summary),
    h("p", { className: "route" }, [verb(method), " ", h("code", path)]),
    h("p", prose(description)),
    ...example(site, method, path, operation, components),
    ...(parameters.length === 0
      ? []
      : [
          h("h3", "Parameters"),
          table(
            parameters.flatMap(({ name, in: place, required, schema, description: about = "" }) =>
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
        const shape = schema === undefined ? [] : [" – ", ...typeOf(schema)];
        const problem =
          response.$ref === undefined ? [] : [" – ", ...typeOf({ $ref: "#/components/schemas/Problem" })];
        return h("li", [h("code", status), " ", ...prose(about), ...shape, ...problem]);
      }),
    ),
  ]);
}

/** Placeholder for the service's address in examples. */
const exampleOrigin = "https://footnote.example.com";

/** A request for curl and for TypeScript; what can be read without more is linked to be tried. */
function example(
  site: Site,
  method: string,
  path: string,
  { parameters = [], requestBody, operationId }: Operation,
  { schemas }: Description["components"],
): Element[] {
  const origin = (URL.parse(site.baseUrl)?.origin ?? exampleOrigin) + site.base;
  const value = ({ name, schema }: { name: string; schema: Schema }): string =>
    `${schema.example ?? (name === "q" ? "How does it work?" : name === "id" ? "article-id" : "")}`;
  const needed = parameters.filter(({ required, in: place }) => required && place === "query");
  const query = needed
    .map((parameter) => `${parameter.name}=${encodeURIComponent(value(parameter))}`)
    .join("&");
  const place = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(`some-${name}`));
  const address = `${place}${query === "" ? "" : `?${query}`}`;
  const schema = requestBody?.content?.["application/json"]?.schema;
  const body = schema === undefined ? undefined : JSON.stringify(sample(schema, schemas));
  const curl =
    body === undefined
      ? `curl "${origin}${address}"`
      : `curl "${origin}${address}" \\\n  -H "Content-Type: application/json" \\\n  -d '${body}'`;
  const typed =
    body === undefined
      ? `const response = await fetch("${origin}${address}");\nconst found = await response.json();`
      : `const response = await fetch("${origin}${address}", {\n  method: "${method}",\n  headers: { "Content-Type": "application/json" },\n  body: JSON.stringify(${body}),\n});`;
  const isReadable = method === "GET" && !path.includes("{");
  return [
    h("pre", { className: "copied", tabIndex: 0, ariaLabel: `curl, ${operationId}` }, h("code", curl)),
    h("details", [
      h("summary", "TypeScript"),
      h("pre", { className: "copied", tabIndex: 0 }, h("code", typed)),
    ]),
    ...(isReadable ? [h("p", h("a", { href: address }, "Try it"))] : []),
  ];
}

/** A value that a schema takes, with what it requires. */
function sample(schema: Schema, schemas: Readonly<Record<string, Schema>>): unknown {
  if (schema.$ref !== undefined) return sample(schemas[schema.$ref.split("/").at(-1) ?? ""] ?? {}, schemas);
  if (schema.example !== undefined) return schema.example;
  if (schema.items !== undefined) return [sample(schema.items, schemas)];
  if (schema.properties !== undefined) {
    const { required = [] } = schema;
    return Object.fromEntries(
      Object.entries(schema.properties)
        .filter(([name]) => required.includes(name))
        .map(([name, property]) => [name, sample(property, schemas)]),
    );
  }
  if (schema.type === "boolean") return true;
  if (schema.type === "integer" || schema.type === "number") return schema.minimum ?? 1;
  return "…";
}

function table(rows: Element[]): Element {
  return h("div", { className: "wide", role: "group", ariaLabel: "Fields", tabIndex: 0 }, [
    h("table", [
      h("thead", h("tr", [h("th", "Field"), h("th", "Type"), h("th", "Meaning")])),
      h("tbody", rows),
    ]),
  ]);
}

function fields({ properties = {}, required = [] }: Schema, prefix = ""): Element {
  return table(
    Object.entries(properties).flatMap(([name, schema]) =>
      row(prefix + name, required.includes(name), schema, schema.description ?? ""),
    ),
  );
}

/** The row of a field, and those of the fields that it is made of. */
function row(name: string, required: boolean, schema: Schema, meaning: string): Element[] {
  const [inner, suffix] = schema.items?.properties === undefined ? [schema, "."] : [schema.items, "[]."];
  const { properties = {}, required: needed = [] } = inner;
  return [
    h("tr", [
      h("td", [h("code", name), required ? "" : h("small", " optional")]),
      h("td", typeOf(schema)),
      h("td", prose(meaning)),
    ]),
    ...Object.entries(properties).flatMap(([part, own]) =>
      row(`${name}${suffix}${part}`, needed.includes(part), own, own.description ?? ""),
    ),
  ];
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
    return [said("object")];
  }
  return [said(type + limits(schema))];
}

/** zod's default maximum of integers in JSON Schema: no real limit. */
const noMaximum = Number.MAX_SAFE_INTEGER;

function limits(schema: Schema): string {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems } = schema;
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
    preset
  );
}
