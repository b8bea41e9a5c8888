import { fromHtml } from "hast-util-from-html";
import { describe, expect, test } from "vitest";
import { defaultCollection } from "../../src/corpus/collection.ts";
import { layOut } from "../../src/corpus/formats/blocks.ts";
import { htmlBlocks } from "../../src/corpus/formats/html.ts";
import { parseArticle } from "../../src/corpus/formats/read.ts";
import type { Article } from "../../src/model/index.ts";
import { articleContent } from "../../src/site/content.ts";
import { type PageContent, pageContent, withImages } from "../../src/site/page-content.ts";

/** An article of the file at a path, and its content. */
function read(path: string, text: string): { article: Article; content: PageContent } {
  const source = { path, bytes: new TextEncoder().encode(text) };
  const { article, layout, problems } = parseArticle(source, { ...defaultCollection, lang: "en" });
  if (article === undefined) throw new Error(problems.map(({ message }) => message).join("; "));
  return { article, content: pageContent(articleContent(article, layout?.())) };
}

/** An article of the file at a path, and the HTML of its content without images of the corpus. */
function render(path: string, text: string): { article: Article; html: string } {
  const { article, content } = read(path, text);
  return { article, html: withImages(content, () => undefined).trim() };
}

/** The text that a page reads as. */
function textOf(html: string): string {
  return layOut(htmlBlocks(fromHtml(html, { fragment: true }).children, true)).text;
}

describe("articleContent", () => {
  test("keeps the layout of Markdown", () => {
    const { html } = render(
      "a.md",
      "# Bees\n\nBees *dance*, see [why](https://example.org/).\n\n## In June\n\n1. one\n2. two",
    );
    expect(html).toBe(
      '<p>Bees <em>dance</em>, see <a href="https://example.org/">why</a>.</p>\n' +
        '<h2 id="in-june">In June</h2>\n<ol>\n<li>one</li>\n<li>two</li>\n</ol>',
    );
  });

  test("lets questions unfold, and leads to each", () => {
    const { html } = render(
      "a.html",
      "<main><details><summary>How long?</summary><p>Four <i>days</i>.</p></details></main>",
    );
    expect(html).toBe(
      '<details><summary><h2 id="how-long">How long?</h2></summary><p>Four <i>days</i>.</p></details>',
    );
  });

  test("makes plain text into paragraphs", () => {
    expect(render("a.txt", "Bees\n\nBees dance <b>.").html).toBe("<p>Bees dance &#x3C;b>.</p>");
  });

  test("lets nothing through that runs, frames, styles or names", () => {
    const { html } = render(
      "a.html",
      `<main><p onclick="steal()" style="color:red" id="x" class="y">Bees.</p>
       <script>steal()</script><iframe src="https://evil.example"></iframe><form><input name="q"></form>
       <a href="javascript:steal()">dance</a> <img src="x.png" onerror="steal()" alt="x">
       <svg onload="steal()"></svg><style>*{}</style><p hidden>secret</p></main>`,
    );
    expect(html).toContain("<p>Bees.</p>");
    expect(html).toContain("<a>dance</a>");
    expect(html).not.toMatch(/steal|evil|style|secret|onclick|onerror|iframe|form|class|"x"/);
  });

  test("leads to the pages of articles that are linked as files", () => {
    const { html } = render(
      "guide/a.md",
      "[b](b.md#in-june) [c](../c%20d.html) [e](/e.md) [f](f.pdf) [g](#g) [h](https://h.example/i.md)",
    );
    expect(Array.from(html.matchAll(/href="([^"]*)"/g), ([, href]) => href)).toEqual([
      "/articles/guide/b/#in-june",
      "/articles/c%20d/",
      "/e.md",
      "f.pdf",
      "#g",
      "https://h.example/i.md",
    ]);
  });

  test("shows images of other sites", () => {
    const { html } = render("a.md", "Bees ![a bee](https://example.org/bee.png).");
    expect(html).toContain('<img src="https://example.org/bee.png" alt="a bee" loading="lazy">');
  });

  test("knows where images of the corpus stand, by the file or the folder, in Markdown and HTML", () => {
    const markdown =
      "---\ntags: [a]\n---\n\n# Bees\n\n![a *bee*](../pictures/a%20bee.png 'Title') hums.\n\n![](/hive.svg)";
    const { article, content } = read("guide/bees.md", markdown);
    expect(content.filter((part) => typeof part !== "string")).toEqual([
      {
        image: "pictures/a bee.png",
        otherwise: "guide/pictures/a bee.png",
        line: 7,
        attributes: { alt: "a bee", title: "Title" },
      },
      { image: "hive.svg", line: 9, attributes: { alt: "" } },
    ]);
    expect(article.text).toBe("hums.");
    const html = '<main>\n<p>Bees\n<img src="bee.png" alt=\'"x"\' width="40" onerror="steal()"></p></main>';
    expect(read("a.html", html).content.filter((part) => typeof part !== "string")).toEqual([
      { image: "bee.png", otherwise: "a/bee.png", line: 3, attributes: { alt: '"x"', width: 40 } },
    ]);
  });

  test("reads as the text whether its images are served or not", () => {
    const { article, content } = read(
      "a.md",
      "# Bees\n\nBees ![a bee](bee.png) hum.\n\n![b](b.png)\n\nIn June.",
    );
    for (const size of [{ width: 40, height: 30 }, undefined]) {
      const html = withImages(content, ({ image }) => ({ address: `/static/${image}`, size }));
      const numbers = size === undefined ? "" : ' width="40" height="30"';
      expect(html).toContain(`<img src="/static/bee.png"${numbers} alt="a bee" loading="lazy">`);
      expect(textOf(html)).toBe(article.text);
    }
    expect(textOf(withImages(content, () => undefined))).toBe(article.text);
  });

  test("leaves an image the size that its author gave it", () => {
    const { content } = read("a.html", '<p>Bees.<img src="bee.png" width="20"></p>');
    const html = withImages(content, () => ({ address: "/b.png", size: { width: 40, height: 30 } }));
    expect(html).toContain('<img src="/b.png" width="20" alt="" loading="lazy">');
  });

  test.each(["data:image/png;base64,AAAA", "javascript:steal()", "blob:x", "ftp://example.org/x.png"])(
    "leaves out the image %s",
    (src) => {
      const { content } = read("a.html", `<p>Bees.<img src="${src}" alt="x" data-image="secret.png"></p>`);
      expect(content).toEqual(["<p>Bees.<span></span></p>"]);
    },
  );

  test("reads as the article's text, whatever the article is made of", () => {
    const markdown = `# Bees

Bees dance.[^1] They <b>hum</b>.[^2]

> A quote

| a | b |
| - | - |
| 1 | 2 |

- [x] done
- not done

<details><summary>More</summary>

Hidden *words*.

</details>

    code  with  spaces

[^1]: In June.
[^2]: In July.
`;
    for (const [path, text] of [
      ["a.md", markdown],
      [
        "a.html",
        "<article><header><h1>Bees</h1><p>1 June</p></header><p>Bees<br>dance.</p><aside>Ads</aside></article>",
      ],
      ["a.html", "<body>Bees dance.<br><br>Bees hum.<table><tr><th>a<td>1</table></body>"],
      ["a.txt", "Bees\n\nBees dance.\n\nBees hum."],
    ] as const) {
      const { article, html } = render(path, text);
      expect(textOf(html)).toBe(article.text);
    }
  });

  test.each([
    "x<h2>one<header><h2>two</h2></header>three</h2><p>four</p>",
    "<h2>one <button><h3>two</h3></button></h2><p>three</p>",
    "<p>one <button><p>two</p></button> three</p>",
    "<p>one <object><ul><li>two</li></ul></object> three</p>",
    '<p><a href="/x">one <object><a href="/y">two</a></object> three</a></p>',
  ])(
    "reads as the text once a browser has parsed it, though what held elements apart is gone: %s",
    (text) => {
      const { article, html } = render("a.html", `<main>${text}</main>`);
      expect(textOf(html)).toBe(article.text);
    },
  );

  test.each([
    ["a.html", "<blockquote>one <pre><br>two"],
    ["a.html", "<pre>\n\n  one\n two</pre>"],
    ["a.html", "<p>zero</p><pre><br><br>one</pre>"],
    ["a.md", "zero\n\n```\n\n\n  one\n```\n"],
    ["a.md", "> zero\n> <pre>\n>\n> one</pre>\n"],
  ])("keeps the empty lines that a %s has at the start of what is written as it is: %j", (path, text) => {
    const { article, html } = render(path, text);
    expect(textOf(html)).toBe(article.text);
  });

  test("keeps the layout of an article with footnotes", () => {
    const { html } = render("a.md", "Bees *dance*.[^1] They hum.[^2]\n\n[^1]: In June.\n[^2]: In July.");
    expect(html).toContain('<em>dance</em>.<sup data-footnote="1"></sup>');
    expect(html).toContain("<p>In July. </p>\n</div></section>");
  });

  test("keeps the layout of an article whose title stands below other headings", () => {
    const { html } = render("a.md", "Text.\n\n## Bees\n\nBees *dance*.\n\n# All of it\n\nMore.");
    expect(html).toBe('<p>Text.</p>\n<h2 id="bees">Bees</h2>\n<p>Bees <em>dance</em>.</p>\n\n<p>More.</p>');
  });

  test("shows a text without its layout line for line and space for space", () => {
    const text = "## Bees\n\n  hum\n\nA quote\nof two lines.\n\n  its\n\n\n  code\n\none\ntwo\n\n  three";
    const at = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
    const { article } = read("a.md", "Bees.");
    const blocks = [
      { kind: "code" as const, ...at("## Bees\n\n  hum") },
      { kind: "quote" as const, ...at("A quote\nof two lines.\n\n  its\n\n\n  code") },
      { kind: "list" as const, ...at("one\ntwo\n\n  three") },
    ];
    const html = withImages(
      pageContent(articleContent({ ...article, text, blocks }, undefined)),
      () => undefined,
    );
    expect(html).toContain("<p>A quote<br>of two lines.</p><pre");
    expect(html).toContain("<ul><li>one</li><li><pre");
    expect(textOf(html)).toBe(text);
  });

  test("leaves the ids of the page itself to the page, whatever a heading says or its author wrote", () => {
    const { html } = render(
      "a.md",
      'Text.\n\n## main\n\nText.\n\n## Main\n\nText.\n\n<h2 id="main">Other</h2>\n\nText.',
    );
    const ids = Array.from(html.matchAll(/ id="([^"]*)"/g), ([, id]) => id);
    expect(ids).not.toContain("main");
    expect(ids.slice(0, 2)).toEqual(["main-1", "main-2"]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("gives equal headings different ids", () => {
    const { html } = render("a.md", "Text.\n\n## Bees\n\nText.\n\n## Bees\n\nText.\n\n## ???\n\nText.");
    expect(Array.from(html.matchAll(/<h2 id="([^"]*)"/g), ([, id]) => id)).toEqual([
      "bees",
      "bees-1",
      "section",
    ]);
  });
});
