import { expect, test } from "vitest";
import { splitArticle } from "../../../src/corpus/split/split.ts";
import type { Article } from "../../../src/model/index.ts";
import { headingsOf } from "../../../src/site/headings.ts";
import { articleOf } from "../read.ts";

/** The headings of an article with the ids that their author gave them. */
const anchorsOf = ({ text, blocks }: Article) =>
  Object.fromEntries(
    blocks
      .filter(({ kind }) => kind === "heading")
      .map(({ start, end, anchor }) => [text.slice(start, end), anchor]),
  );

test("Markdown names the places of headings in each generator's way", () => {
  const text = [
    "# Oven {#top}",
    "Text.",
    "## Heat {#heat}",
    "Text.",
    "## Care {/*care-id*/}",
    "Text.",
    "## Racks { .lead #racks }",
    "Text.",
    "Doors {: #doors }\n-----",
    "Text.",
    '<a id="fan"></a>',
    "## Fan",
    "Text.",
    '<h2 id="lamp">Lamp</h2>',
    "Text.",
    "## Plain",
    "Text.",
    "## `if (a) {#no}`",
    "Text.",
  ].join("\n\n");
  const article = articleOf("oven.md", text);
  expect(article.title).toBe("Oven");
  expect(anchorsOf(article)).toEqual({
    Heat: "heat",
    Care: "care-id",
    Racks: "racks",
    Doors: "doors",
    Fan: "fan",
    Lamp: "lamp",
    Plain: undefined,
    "if (a) {#no}": undefined,
  });
});

test("what looks like a heading's id stays in code", () => {
  const text =
    "# A {#a}\n\n```md\n# By hand {#hand .x}\n\n## `b` {#b}\n```\n\nAnd:\n\n    # Other {#other}\n\n## `c` {#c}\n\nEnd.";
  const article = articleOf("a.md", text);
  expect(article.text).toContain("# By hand {#hand .x}\n\n## `b` {#b}");
  expect(article.text).toContain("# Other {#other}");
  expect(anchorsOf(article)).toEqual({ c: "c" });
});

test("pages name them by ids of headings, of their links, of sections and of what stands before them", () => {
  const article = articleOf(
    "oven.html",
    `<main><h1 id="oven">Oven</h1><p>Text.</p>
    <h2 id="heat">Heat<a class="header-anchor" href="#heat">#</a></h2><p>Text.</p>
    <h2>Care<a class="headerlink" href="#care%20id">¶</a></h2><p>Text.</p>
    <section id="racks"><h2>Racks<a class="headerlink" href="#racks">¶</a></h2><p>Text.</p></section>
    <a name="fan"></a><h2>Fan</h2><p>Text.</p>
    <h2><a name="lamp"></a>Lamp</h2><p>Text.</p>
    <dl><dt id="q1">Where is it?</dt><dd>Here.</dd></dl>
    <details id="q2"><summary>Who made it?</summary><p>We did.</p></details>
    <h2 id="heat">Twice</h2><p>Text.</p><h2 id="main">Main</h2><p>Text.</p></main>`,
  );
  expect(anchorsOf(article)).toEqual({
    Heat: "heat",
    Care: undefined,
    Racks: "racks",
    Fan: "fan",
    Lamp: "lamp",
    "Where is it?": "q1",
    "Who made it?": "q2",
    Twice: undefined,
    Main: undefined,
  });
});

test("passages lead to the innermost heading above them that has a place", () => {
  const article = articleOf(
    "oven.md",
    "Text.\n\n## Heat {#heat}\n\nText.\n\n### Grill\n\nMore.\n\n## Care\n\nEnd.",
  );
  const passages = splitArticle(article, (range) => [range]);
  expect(passages.map(({ text, anchor }) => [text, anchor])).toEqual([
    ["Text.", undefined],
    ["Text.", "heat"],
    ["More.", "heat"],
    ["End.", undefined],
  ]);
});

test("ids on the service's own page are the author's, and each is given once", () => {
  const article = articleOf(
    "oven.md",
    "Text.\n\n## Main\n\nText.\n\n## Heat\n\nText.\n\n## Grill {#heat}\n\nText.",
  );
  expect(headingsOf(article).map(({ id }) => id)).toEqual(["main-1", "heat-1", "heat"]);
});
