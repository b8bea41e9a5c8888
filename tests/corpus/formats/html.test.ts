import { describe, expect, test } from "vitest";
import { articleOf, blocksOf, problemsOf } from "../read.ts";

const blocks = (body: string): string[] => blocksOf(articleOf("a.html", `<body>${body}`));

describe("what of a page is the article", () => {
  test("leaves out scripts, styles, navigation, chrome, forms, templates and what is hidden", () => {
    const page = `<!doctype html><title>T</title><style>p{}</style>
      <header>Site <nav>Home</nav></header><div role="navigation">Menu</div>
      <p>Text<script>x()</script>.</p>
      <form><p>Your name</p><input value=x></form><template><p>Later</p></template><noscript>Switch on</noscript>
      <p hidden>a</p><p aria-hidden="true">b</p><p style="display: none">c</p><aside>Related</aside>
      <button>Share</button><footer>Imprint</footer><svg><text>d</text></svg>`;
    expect(blocksOf(articleOf("a.html", page))).toEqual(["paragraph: Text."]);
  });

  test("is main, or the article that is most of it", () => {
    expect(blocks("<p>Banner</p><main><p>Text.</p></main>")).toEqual(["paragraph: Text."]);
    expect(blocks("<p>Banner</p><main><p>Ad</p><article><p>Text that is long.</p></article></main>")).toEqual(
      ["paragraph: Text that is long."],
    );
    expect(blocks("<article><p>One.</p></article><article><p>Two.</p></article>")).toEqual([
      "paragraph: One.",
      "paragraph: Two.",
    ]);
  });

  test("keeps of a part's own header the headings", () => {
    const article =
      "<article><header><h2>Part</h2><p>By Ann</p></header><p>Text.</p><footer>Share</footer></article>";
    expect(blocks(article)).toEqual(["heading2: Part", "paragraph: Text."]);
  });
});

describe("the blocks of a page", () => {
  test("come of the same kinds as in Markdown", () => {
    const body = `<h2>Part <em>one</em></h2><p>Some <b>bold</b>
      text.<br>Line.</p>
      <ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul>
      <dl><dt>term</dt><dd>meaning</dd></dl>
      <table><caption>Sizes</caption><thead><tr><th>x<th>y</tr></thead><tr><td>1<td><p>2</p><p>3</p></tr></table>
      <blockquote><p>q</p><p>r</p></blockquote>
      <pre><code>a
  b</code></pre>
      <figure><img alt=nothing><figcaption>A picture</figcaption></figure>`;
    expect(blocks(body)).toEqual([
      "heading2: Part one",
      "paragraph: Some bold text.\nLine.",
      "list: a\nb\nc\nd",
      "list: term\nmeaning",
      "paragraph: Sizes",
      "table: x\ty\n1\t2 3",
      "quote: q\n\nr",
      "code: a\n  b",
      "paragraph: A picture",
    ]);
  });

  test("are found in text that is not marked up", () => {
    expect(
      blocks("one <i>two</i><br><br>three<div>four<div>five</div>six</div><a href=x><h3>Seven</h3></a>"),
    ).toEqual([
      "paragraph: one two",
      "paragraph: three",
      "paragraph: four",
      "paragraph: five",
      "paragraph: six",
      "heading3: Seven",
    ]);
  });
});

describe("the metadata of a page", () => {
  test("is read from its head", () => {
    const page = `<html lang="pt-BR"><head><title>Big news | The Site</title>
      <meta name="author" content="Ann"><meta name="Author" content="Bo">
      <meta name="description" content="In short."><meta name="keywords" content="chips, delays">
      <meta property="article:published_time" content="2026-01-02T10:00:00+00:00">
      <meta property="article:modified_time" content="2026-01-03">
      <link rel="canonical" href="https://example.com/news"></head>
      <body><article><h1>Big news</h1><p>Text.</p></article></body></html>`;
    expect(articleOf("news/big.html", page)).toEqual({
      id: "news/big",
      title: "Big news",
      url: "https://example.com/news",
      lang: "pt",
      authors: ["Ann", "Bo"],
      published: "2026-01-02T10:00:00+00:00",
      updated: "2026-01-03",
      tags: ["chips", "delays"],
      summary: "In short.",
      questions: [],
      text: "Text.",
      blocks: [{ kind: "paragraph", start: 0, end: 5 }],
    });
  });

  test("takes the title from the title element, the first heading, or the name of the file", () => {
    expect(articleOf("a.html", "<title>T</title><h1>H</h1><p>Text.").title).toBe("T");
    expect(articleOf("a.html", "<h2>H</h2><p>Text.").title).toBe("H");
    expect(articleOf("my-page.htm", "<p>Text.").title).toBe("My page");
  });

  test("is found in JSON-LD, in microdata and in the marks of the text", () => {
    const linked = `<script type="application/ld+json">//<![CDATA[
      {"@context": "https://schema.org", "@graph": [
        {"@type": "WebPage", "name": "Page", "datePublished": "2019-01-01"},
        {"@type": "NewsArticle", "headline": "Big news", "author": [{"@type": "Person", "name": "Ann"}, "Bo"],
         "datePublished": "2026-01-02T10:00:00+0100", "dateModified": "2026-01-03 11:12:13"}]}
      //]]></script>`;
    expect(articleOf("a.html", `<title>Big news</title>${linked}<p>Text.`)).toMatchObject({
      title: "Big news",
      authors: ["Ann", "Bo"],
      published: "2026-01-02T10:00:00+01:00",
      updated: "2026-01-03T11:12:13",
    });
    expect(
      articleOf(
        "a.html",
        `<article itemscope><h1 itemprop="headline">Big news</h1>
        <p>By <span itemprop="author"><b itemprop="name">Ann</b></span> <time datetime="2026-01-02">Friday</time></p><p>Text.</p>`,
      ),
    ).toMatchObject({ title: "Big news", authors: ["Ann"], published: "2026-01-02" });
    expect(
      articleOf("a.html", '<p class="byline">By Ann</p><a rel="author" href="/b">by Ann</a><p>Text.'),
    ).toMatchObject({ authors: ["Ann"] });
    expect(
      articleOf(
        "a.html",
        '<meta name=author content="Ann"><meta property="article:author" content="ann"><p>Text.',
      ),
    ).toMatchObject({ authors: ["Ann"] });
  });

  test("has the title of the article, not the name of the site", () => {
    const titleOf = (html: string): string => articleOf("a.html", html).title;
    const story = "<p>The boats go out at nine and come home at five on every day of the week.";
    expect(
      titleOf(
        `<title>Ferry is late | Eastport News</title><h1>Eastport News</h1><main><h1>Ferry is late</h1>${story}`,
      ),
    ).toBe("Ferry is late");
    expect(
      titleOf(
        `<title>Ferry is late again - Eastport News</title><meta property="og:site_name" content="Eastport News"><h1>Eastport News</h1>${story}`,
      ),
    ).toBe("Ferry is late again");
    expect(
      titleOf(`<title>Eastport News: home</title><meta property="og:title" content="Ferry is late">${story}`),
    ).toBe("Eastport News: home");
    expect(
      titleOf(
        `<title>3. Whetting &#8212; Oven 3.11 documentation</title><main><h1>3. Whetting<a class="headerlink" href="#w">¶</a></h1>${story}`,
      ),
    ).toBe("3. Whetting");
    expect(
      titleOf(`<title>Large ovens and how to clean them &#8212; Oven 3.11 documentation</title>${story}`),
    ).toBe("Large ovens and how to clean them");
    expect(titleOf(`<title>Rock - a history of salt</title>${story}`)).toBe("Rock - a history of salt");
  });

  test("was made by machines: what cannot be used is passed over", () => {
    const page = `<!doctype html>\n<meta name="date" content="2026-02-30">\n<link rel="canonical" href="javascript:x">\n<p>Text.`;
    expect(problemsOf("a.html", page)).toEqual([]);
    const article = articleOf("a.html", page);
    expect(article).not.toHaveProperty("published");
    expect(article.url).toBe("/articles/a/");
    const url = (href: string): string =>
      articleOf("a.html", `<link rel=canonical href="${href}"><p>Text.`).url;
    expect(url("oven.html")).toBe("/articles/a/");
    expect(url("//example.com/a")).toBe("https://example.com/a");
    expect(articleOf("a.html", '<script type="application/ld+json">{"a": </script><p>Text.').text).toBe(
      "Text.",
    );
  });
});

test.each([
  ['<pre><code class="language-ts">a</code></pre>', "ts"],
  ['<pre class="language-c++"><code>a</code></pre>', "c++"],
  ['<pre data-language="astro"><code>a</code></pre>', "astro"],
  ['<pre><code data-lang="toml">a</code></pre>', "toml"],
  ['<pre class="brush: js">a</pre>', undefined],
  ['<pre><code class="hljs lang-py">a</code></pre>', "py"],
  ['<pre><code class="language-js:line-numbers">a</code></pre>', "js"],
  ['<pre><code class="language-text">a</code></pre>', undefined],
  ["<pre>a</pre>", undefined],
])("the language of %s is %s", (code, language) => {
  const [block] = articleOf("a.html", `<body><p>Text.</p>${code}`).blocks.slice(1);
  expect(block?.language).toBe(language);
});

test("a page of XHTML, as books and older sites have them, is read as HTML", () => {
  const { title, text, lang } = articleOf(
    "chapter-1.xhtml",
    `<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en-GB" lang="en-GB">
<head><title>The Castle</title><link href="../css/core.css" rel="stylesheet" type="text/css"/></head>
<body><section id="chapter-1"><h2>The Castle</h2><p>Left Munich at 8:35<br/>on the first of May.</p><hr/><p>It rained.</p></section></body>
</html>`,
  );
  expect({ title, text, lang }).toEqual({
    title: "The Castle",
    text: "The Castle\n\nLeft Munich at 8:35\non the first of May.\n\nIt rained.",
    lang: "en",
  });
});

describe("a list of sections, as pages that programs write have it", () => {
  const section = (name: string): string =>
    `<li><section class="detail" id="${name}()"><h3>${name}</h3><div>public void ${name}()</div><p>Does ${name}.</p><dl><dt>Returns:</dt><dd>Nothing</dd></dl></section></li>`;

  test("has their headings", () => {
    const page = `<section><h2>Method Details</h2><ul class="member-list">${section("heat")}${section("cool")}</ul></section><p>End.</p>`;
    expect(blocksOf(articleOf("a.html", page))).toEqual([
      "heading2: Method Details",
      "heading3: heat",
      "paragraph: public void heat()",
      "paragraph: Does heat.",
      "list: Returns:\nNothing",
      "heading3: cool",
      "paragraph: public void cool()",
      "paragraph: Does cool.",
      "list: Returns:\nNothing",
      "paragraph: End.",
    ]);
  });

  test("is a list where one of many items has a heading", () => {
    const items = "<li>Wash.</li><li>Dry.</li>";
    expect(blocksOf(articleOf("a.html", `<p>Do:</p><ul><li><h3>Heat</h3>Wait.</li>${items}</ul>`))).toEqual([
      "paragraph: Do:",
      "list: Heat\nWait.\nWash.\nDry.",
    ]);
  });
});

test("a page all of whose text waits in a script to be filled in is read", () => {
  const page =
    '<!-- Licensed to you. --><script id="oven-template" type="text/x-handlebars-template"><h2>Oven {{version}}</h2><p>Heat it.</p></script>\n<div class="p-oven"></div>';
  expect(blocksOf(articleOf("a.html", page))).toEqual(["heading2: Oven", "paragraph: Heat it."]);
  expect(articleOf("a.html", `${page}<p>Shown.</p>`).text).toBe("Shown.");
});

test("types in a signature lead to what describes them, and are no menu", () => {
  const code =
    '<code><a href="#heat">heat</a>(<a href="S.html">String</a>, <a href="O.html">Oven</a>, <a href="F.html">Fan</a>)</code>';
  const page = `<main><h1>Oven</h1><p>${"Heats what is in it. ".repeat(5)}</p><div class="summary-table"><div>${code}</div></div></main>`;
  expect(articleOf("a.html", page).text).toContain("heat(String, Oven, Fan)");
});
