import { expect, test } from "vitest";
import { plainArticle } from "../../src/corpus/formats/plain.ts";
import { splitArticle } from "../../src/corpus/split/split.ts";
import { withDirectives } from "../../src/fragments/repeated.ts";
import type { Range } from "../../src/model/index.ts";

/** Sentences that end with a full stop or a line. */
function sentences(text: string): Range[] {
  return Array.from(text.matchAll(/[^.\n]+\.?/g), ({ 0: sentence, index }) => ({
    start: index,
    end: index + sentence.length,
  }));
}

function directivesOf(above: string, text: string) {
  const article = plainArticle({ id: "a", title: "Bees" }, text);
  const passages = splitArticle(article, () => sentences(article.text));
  return withDirectives(article, passages, above, sentences).map((passage) => passage.directives);
}

test("an article whose sentences occur once needs no directives", () => {
  expect(directivesOf("Bees", "Bees dance. Bees sleep.\n\nBees hum.")).toEqual([undefined]);
});

test("a sentence that the page shows above the text too gets a directive of its own", () => {
  expect(directivesOf("Bees\nBees sleep.", "Some say: bees dance. Bees sleep.")).toEqual([
    [{ start: 21, end: 33, directive: "text=say%3A%20bees%20dance.-,Bees%20sleep." }],
  ]);
});

test("what stands twice between the same lines is led to from a line above that stands once", () => {
  const tabs = "npm i zod\n\nyarn add zod\n\npnpm add zod";
  const text = `First way.\n\n${tabs}\n\nSecond way.\n\n${tabs}`;
  const directives = directivesOf("Zod", text).flatMap((made) => made ?? []);
  const second = text.lastIndexOf("yarn add zod");
  expect(directives).toContainEqual({
    start: second,
    end: second + "yarn add zod".length,
    directive: "text=Second%20way.,yarn%20add%20zod",
  });
});

test("a passage at the end of an article whose last line stands in it before is led to without it", () => {
  const code = "Bee {\n\n}\n\nWasp {\n\nhum\n\n}";
  const text = `Some code.\n\n${code}`;
  const directives = directivesOf(`Code\n${code}`, text).flatMap((made) => made ?? []);
  expect(directives).toContainEqual({
    start: 0,
    end: text.length,
    directive: "text=Some%20code.,hum",
  });
});
