import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadCorpus } from "../../../src/corpus/load.ts";
import { articleOf, blocksOf, problemsOf } from "../read.ts";

const root = join(import.meta.dirname, "../../fixtures/generators");

/** What the articles of each generator say, as somebody who read its files wrote it down. */
const expected: Readonly<Record<string, object[]>> = JSON.parse(
  readFileSync(join(root, "expected.json"), "utf8"),
);

describe("the files of a generator, as its users write them", () => {
  test.each(Object.entries(expected))("%s", async (generator, articles) => {
    const corpus = await loadCorpus(join(root, generator));
    expect(corpus.problems.filter(({ severity }) => severity !== "note")).toEqual([]);
    const read = corpus.articles.map((article) => {
      const { id, title, published, updated, authors, tags } = article;
      const dates = { ...(published && { published }), ...(updated && { updated }) };
      return { id, title, ...dates, authors, tags, blocks: blocksOf(article) };
    });
    expect(read).toEqual(articles);
  });
});

describe("markup that is mixed or broken", () => {
  test("of all generators on one page leaves what a reader sees", () => {
    const text = [
      "import Timer from '../components/Timer.jsx'",
      "import { Note } from '@theme/Note'",
      "# Oven {#oven-top}",
      ":::tip Save power",
      "Open the door as little as you can.",
      ":::",
      "> [!NOTE]\n> The fan runs for ten minutes after baking.",
      "## Cleaning the oven {/* cleaning */}",
      "<Timer minutes={20} />",
      '{{< include file="soap.md" >}}',
      "{{#include ../listings/clean.txt}}",
      "{* ../../src/clean_oven.py hl[2] *}",
      "/// note | Hint",
      "Wipe the oven with vinegar.",
      "///",
      '!!! warning "Hot"\n    The door stays hot for an hour.',
      "{% include clean.html %} Visit {{ site.url }}/help for more.",
      "<<< ./clean-oven.sh#run",
      "[[toc]]",
      "The rack is steel.{: .lead }",
    ].join("\n\n");
    const article = articleOf("oven.md", text);
    expect(article.title).toBe("Oven");
    expect(blocksOf(article)).toEqual([
      "paragraph: Save power",
      "paragraph: Open the door as little as you can.",
      "paragraph: The fan runs for ten minutes after baking.",
      "heading2: Cleaning the oven",
      "paragraph: Hint",
      "paragraph: Wipe the oven with vinegar.",
      "paragraph: Hot",
      "paragraph: The door stays hot for an hour.",
      "paragraph: Visit /help for more.",
      "paragraph: The rack is steel.",
    ]);
  });

  test("is left alone in code", () => {
    const code = "```md\n:::tip\n{{ x }} {% y %} <Tab> {#id}\n!!! note\n:::\n```";
    const article = articleOf("a.md", `Write \`{{ x }}\`, \`:::\` and \`<Tab>\`.\n\n${code}`);
    expect(blocksOf(article)).toEqual([
      "paragraph: Write {{ x }}, ::: and <Tab>.",
      "code: :::tip\n{{ x }} {% y %} <Tab> {#id}\n!!! note\n:::",
    ]);
  });

  test("of MDX that is not valid is read as Markdown, with a warning", () => {
    const text = 'Text.\n\n<Card title="One">\n\nIn it, {unclosed.\n';
    expect(problemsOf("a.mdx", text)[0]).toMatch(
      /^a\.mdx:1: warning: is not valid MDX, and is read as Markdown: /,
    );
    expect(problemsOf("a.md", text)).toEqual([]);
  });

  test("loses nothing of a text when a box is never closed or never opened", () => {
    expect(blocksOf(articleOf("a.md", ":::tip A\n\none\n\n:::warning B\n\ntwo"))).toEqual([
      "paragraph: A",
      "paragraph: one",
      "paragraph: B",
      "paragraph: two",
    ]);
    expect(blocksOf(articleOf("a.md", "one\n\n:::\n\ntwo\n\n</Tabs>\n\nthree"))).toEqual([
      "paragraph: one",
      "paragraph: two",
      "paragraph: three",
    ]);
  });

  test("keeps types and comparisons, which are no tags", () => {
    expect(articleOf("a.md", "A `Vec<String>` holds more than 3 < 4 and {a} of $5 and $6.").text).toBe(
      "A Vec<String> holds more than 3 < 4 and {a} of $5 and $6.",
    );
  });

  test("includes nothing from outside the folder", () => {
    expect(
      articleOf("a.md", 'Text.\n\n--8<-- "../../etc/passwd"\n\n<<< /../x.md\n\n{{#include .env}}').text,
    ).toBe("Text.");
  });
});
