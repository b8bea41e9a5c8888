import { describe, expect, test } from "vitest";
import { splitArticle } from "../../../src/corpus/split/split.ts";
import { articleOf, blocksOf } from "../read.ts";

const blocks = (body: string): string[] =>
  blocksOf(articleOf("a.html", `<title>Help</title><main><h1>Help</h1>${body}</main>`));

/** The headings above each passage of a page, and its text. */
function sections(body: string): [headings: readonly string[], text: string][] {
  const article = articleOf("a.html", `<title>Help</title><main><h1>Help</h1>${body}</main>`);
  return splitArticle(article, (range) => [range]).map(({ headings, text }) => [headings, text]);
}

describe("a question becomes a heading over its answer", () => {
  test("as a summary, below the heading above it", () => {
    expect(
      blocks(`<details><summary>How <b>long</b>?</summary><div><p>Four days.</p><p>Or six.</p></div></details>
      <h2>Orders</h2><details open><summary>Can I send it back?</summary>Yes.</details>`),
    ).toEqual([
      "heading2: How long?",
      "paragraph: Four days.",
      "paragraph: Or six.",
      "heading2: Orders",
      "heading3: Can I send it back?",
      "paragraph: Yes.",
    ]);
    expect(blocks("<details><summary><h4>Why?</h4></summary><p>So.</p></details>")).toEqual([
      "heading4: Why?",
      "paragraph: So.",
    ]);
    expect(
      blocks(
        "<details><summary>Outer?</summary><p>A.</p><details><summary>Inner?</summary>B.</details></details>",
      ),
    ).toEqual(["heading2: Outer?", "paragraph: A.", "heading3: Inner?", "paragraph: B."]);
  });

  test("as a term of a list that asks or that is explained at length, not beside a word", () => {
    expect(blocks("<dl><dt>Who may join?<dd>Everybody.<dt>When?<dd><p>Now.</p><ul><li>a</ul></dl>")).toEqual([
      "heading2: Who may join?",
      "paragraph: Everybody.",
      "heading2: When?",
      "paragraph: Now.",
      "list: a",
    ]);
    const long = "It opens a file and returns what stands in it. ".repeat(4).trim();
    expect(blocks(`<dl><dt><code>open(a)</code><dt><code>open(a, b)</code><dd>${long}</dl>`)).toEqual([
      "heading2: open(a) open(a, b)",
      `paragraph: ${long}`,
    ]);
    expect(blocks("<dl><dt>Type<dd>number<dt>Default<dd>3000</dl>")).toEqual([
      "list: Type\nnumber\nDefault\n3000",
    ]);
  });

  test("as a line in bold, whatever it stands in and however its answer follows", () => {
    expect(
      blocks(`<h2>Orders</h2><p><strong>Where is it?</strong></p><p>On its way.</p>
      <p><b>Can it</b> <b>go back?</b><br>Yes.</p><p><b>Who pays for that?</b> We do.</p>
      <a name=q></a><b>(1) How do I do that?</b><blockquote>Like this.</blockquote>`),
    ).toEqual([
      "heading2: Orders",
      "heading3: Where is it?",
      "paragraph: On its way.",
      "heading3: Can it go back?",
      "paragraph: Yes.",
      "heading3: Who pays for that?",
      "paragraph: We do.",
      "heading3: (1) How do I do that?",
      "quote: Like this.",
    ]);
    expect(blocks("<p><b>Really?</b> he said.</p><p><b>Bold words.</b></p><p>Is it plain?</p>")).toEqual([
      "paragraph: Really? he said.",
      "paragraph: Bold words.",
      "paragraph: Is it plain?",
    ]);
  });

  test("as a line that is marked as one, in some languages", () => {
    expect(
      blocks(
        "<p>Q: How long?</p><p>A: Two days.</p><p>Frage 2: Wie lange?<br>Antwort: Zwei Tage.</p><p>问：什么时候？</p><p>明天。</p>",
      ),
    ).toEqual([
      "heading2: Q: How long?",
      "paragraph: A: Two days.",
      "heading2: Frage 2: Wie lange?",
      "paragraph: Antwort: Zwei Tage.",
      "heading2: 问：什么时候？",
      "paragraph: 明天。",
    ]);
  });

  test("as a button that opens its answer, which is hidden until then", () => {
    expect(
      blocks(`<h3><button aria-expanded="false" aria-controls="a">Is it open?</button></h3><div id="a" hidden><p>Yes.</p></div>
      <button aria-controls="b" aria-expanded="false">And on Sundays?</button><div id="b" style="display:none"><p>No.</p></div>
      <button aria-expanded="false" aria-controls="m">Menu</button><div id="x" hidden><p>Not this.</p></div>`),
    ).toEqual(["heading3: Is it open?", "paragraph: Yes.", "heading4: And on Sundays?", "paragraph: No."]);
  });
});

test("what follows a box stands below the heading above the box again", () => {
  expect(
    sections(`<h2>Orders</h2><p>Intro.</p><details><summary>Where is it?</summary>On its way.</details>
    <p>Write to us.</p><section><h3>Parcels</h3><p>Small ones.</p></section><p>Call us.</p>`),
  ).toEqual([
    [["Orders"], "Intro."],
    [["Orders", "Where is it?"], "On its way."],
    [["Orders"], "Write to us."],
    [["Orders", "Parcels"], "Small ones."],
    [["Orders"], "Call us."],
  ]);
  expect(sections("<details><summary>Where?</summary>Here.</details><p>Bye.</p>")).toEqual([
    [["Where?"], "Here."],
    [[], "Bye."],
  ]);
  expect(sections("<section><h2>Part</h2></section><p>Its text.</p>")).toEqual([[["Part"], "Its text."]]);
});

test("questions and answers on the lines of one paragraph of Markdown are parted", () => {
  expect(
    blocksOf(articleOf("faq.md", "Q: Where is it?\nA: Here, at\nthe door.\nQ: When?\nA: **Now.**")),
  ).toEqual([
    "heading2: Q: Where is it?",
    "paragraph: A: Here, at the door.",
    "heading2: Q: When?",
    "paragraph: A: Now.",
  ]);
  expect(blocksOf(articleOf("a.md", "Some letters\nA: one\nB: two"))).toEqual([
    "paragraph: Some letters A: one B: two",
  ]);
});
