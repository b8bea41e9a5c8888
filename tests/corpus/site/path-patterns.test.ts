import { expect, test } from "vitest";
import { parseCollection } from "../../../src/corpus/collection.ts";
import { langOfPath, valueInPath } from "../../../src/corpus/site/path-patterns.ts";
import { filterValues } from "../../../src/index/filters.ts";
import { articleOf } from "../read.ts";

const collectionOf = (text: string) => parseCollection({ path: "corpus.yaml", bytes: Buffer.from(text) });

test("a pattern finds one part of a path", () => {
  expect(valueInPath("docs/v2/oven.md", "/v{n}/")).toBe("2");
  expect(valueInPath("v1.10/oven.md", "/v{n}/")).toBe("1.10");
  expect(valueInPath("docs/values/v3/oven.md", "/v{n}/")).toBe("3");
  expect(valueInPath("docs/valve.md", "/v{n}/")).toBeUndefined();
  expect(valueInPath("versioned_docs/version-0.8/a.md", "/version-{version}/")).toBe("0.8");
  expect(valueInPath("a/b.md", "/v{n}/")).toBeUndefined();
});

test("a language is found in a path where a part is one", () => {
  expect(langOfPath("docs/de/ofen.md", "/{lang}/")).toBe("de");
  expect(langOfPath("api/pt-BR/forno.md", "/{lang}/")).toBe("pt");
  expect(langOfPath("docs/oven.md", "/{lang}/")).toBeUndefined();
  expect(langOfPath("oven.fr.md", ".{lang}.")).toBe("fr");
  expect(langOfPath("docs/de/ofen.md", "en")).toBe("en");
});

test("versions and languages of paths are filters", () => {
  const { collection, problems } = collectionOf("version: /v{n}/\nlang: /{lang}/\n");
  expect(problems).toEqual([]);
  const article = articleOf("de/v2/ofen.md", "Text.", collection);
  expect(filterValues(article)).toEqual([
    ["lang", "de"],
    ["version", "2"],
    ["article", "de/v2/ofen"],
  ]);
  expect(filterValues(articleOf("ofen.md", "Text.", collection))).not.toContainEqual([
    "version",
    expect.anything(),
  ]);
});

test("corpus.yaml refuses what is no pattern", () => {
  expect(collectionOf("version: 2\n").problems).toHaveLength(1);
  expect(collectionOf("version: '/{a}/{b}/'\n").problems).toHaveLength(1);
  expect(collectionOf("lang: '/{lang}'\n").problems).toEqual([]);
  expect(collectionOf("noindex: maybe\n").problems).toHaveLength(1);
});
