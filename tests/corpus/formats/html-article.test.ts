import { describe, expect, test } from "vitest";
import { articleOf, blocksOf, problemsOf } from "../read.ts";

const blocks = (html: string): string[] => blocksOf(articleOf("a.html", html));

/** A story that is long enough to be told from what stands around it. */
const sentences = Array.from(
  { length: 24 },
  (_, i) =>
    `On day ${i} the ferry of Eastport left the harbour at nine, carried its passengers over, and came home late.`,
);
const story = Array.from(
  { length: 6 },
  (_, i) => `<p>${sentences.slice(4 * i, 4 * i + 4).join(" ")}</p>`,
).join("");
const links = (...names: string[]): string =>
  `<ul>${names.map((name) => `<li><a href="/${name}">${name}</a></li>`).join("")}</ul>`;

describe("the article of a page without marks", () => {
  test("is found among menus, other stories and comments", () => {
    const article = articleOf(
      "a.html",
      `<title>Ferry</title><div class="top"><div>${links("Home", "Sport", "Weather")}</div></div>
      <div class="columns"><div class="story"><h2>The ferry is late</h2>${story}</div>
      <div class="right"><h3>You may like</h3><p><a href="/x">Ten ways to eat soup in the winter</a></p>
      <h3>Most read</h3>${links("Soup", "Bread", "Salt", "Butter")}</div></div>
      <div class="c"><div>nice story!!</div><div>I agree</div></div>`,
    );
    expect(article.text).toContain(sentences[0]);
    expect(article.text).toContain(sentences[23]);
    expect(article.text).not.toMatch(/Weather|soup|Butter/i);
  });

  test("is all of a short page but its menu", () => {
    const page = (name: string): string =>
      `<title>About the ${name}</title><body><div class="menu">${links("Home", "Download", "License", "Support")}</div>
      <div class="crumbs">Docs &raquo; Kitchen &raquo; ${name}</div>
      <h1>About the ${name}</h1><p>The ${name} is made of glass and holds one litre of water at most.</p>`;
    expect(blocks(page("jar"))).toEqual([
      "paragraph: The jar is made of glass and holds one litre of water at most.",
    ]);
  });

  test("in its main part is found among other stories there", () => {
    const other = `<article><h3>Soup</h3><p>${"Soup is eaten in the winter by all who like soup. ".repeat(30)}</p></article>`;
    const { text } = articleOf(
      "a.html",
      `<main><div class="post"><h1>Ferry</h1>${story}</div>${other}${other}</main>`,
    );
    expect(text).toContain(sentences[5]);
  });
});

describe("what is left out of an article", () => {
  const kept = (html: string): string[] =>
    blocks(`<main><p>One sentence of the article that is kept.</p>${html}</main>`).slice(1);

  test("is what its author keeps from search engines", () => {
    expect(
      kept('<p data-pagefind-ignore>a</p><p data-nosnippet>b</p><p class="robots-nocontent">c</p>'),
    ).toEqual([]);
    expect(kept("<p>a</p><!--googleoff: index--><p>b</p><!--googleon: index--><p>c</p>")).toEqual([
      "paragraph: a",
      "paragraph: c",
    ]);
    expect(kept("<p>a</p><!--noindex--><p>b</p><!--/noindex--><noindex>c</noindex>")).toEqual([
      "paragraph: a",
    ]);
    expect(kept("<!--googleoff: all--><p>a</p>")).toEqual(["paragraph: a"]);
  });

  test("is a whole page that asks not to be found", () => {
    const page = (content: string): string => `<meta name="robots" content="${content}"><p>Text.`;
    expect(problemsOf("a.html", page("noindex, follow"))).toEqual([
      "a.html:1: note: asks not to be found, and is left out: robots",
    ]);
    expect(problemsOf("a.html", page("nofollow"))).toEqual([]);
  });

  test("is what is not marked for search, where something is", () => {
    expect(
      blocks(
        "<p>Out</p><main><p>Out</p><div data-pagefind-body><p>In.</p></div><div data-pagefind-body>Too.</div></main>",
      ),
    ).toEqual(["paragraph: In.", "paragraph: Too."]);
  });

  test("is a box that is mostly links, with its heading, not a text with links", () => {
    expect(kept(`<h2>Related</h2>${links("Soup", "Bread", "Salt")}<h2>More</h2><p>Text.</p>`)).toEqual([
      "heading2: More",
      "paragraph: Text.",
    ]);
    expect(kept('<p>See <a href="a">a</a>, <a href="b">b</a>, <a href="c">c</a>.</p>')).toEqual([
      "paragraph: See a, b, c.",
    ]);
    expect(
      kept(
        '<ul><li><a href="a">port</a>: the number to listen on<li><a href="b">host</a>: the address to listen on<li><a href="c">open</a>: opens it</ul>',
      ),
    ).toHaveLength(1);
  });

  test("is a box by its name, unless it is most of the page or named by a heading", () => {
    expect(
      kept(`<div class="share-buttons">Share this</div><div class="cookieBanner">We use cookies</div>
      <nav class="x">Up</nav><div class="newsletter">Get our letter</div><section id="comments">Nice!</section>`),
    ).toEqual([]);
    expect(kept('<section id="sharing-a-file"><h2>Sharing a file</h2><p>Press share.</p></section>')).toEqual(
      ["heading2: Sharing a file", "paragraph: Press share."],
    );
    expect(blocks(`<main><div class="share"><p>${sentences[0]}</p></div><p>Short.</p></main>`)).toHaveLength(
      2,
    );
  });

  test("is a link that a heading has to itself, and the mark of a note, not an exponent", () => {
    expect(
      kept(`<h2>Usage<a class="headerlink" href="#usage" title="Link">¶</a></h2><h3><a class="anchor" href="#x"></a>Port <a href="#port">#</a></h3>
      <p>It<sup>2</sup> is open.<sup><a href="#fn1">1</a></sup> It has 12 m<sup>2</sup>, x<sup>2</sup> and 10<sup>6</sup> seats<sup class="r"><a href="#n">[3]</a></sup>.</p>`),
    ).toEqual([
      "heading2: Usage",
      "heading3: Port",
      "paragraph: It is open. It has 12 m2, x2 and 106 seats.",
    ]);
  });

  test("is not what an article says on the side in an aside", () => {
    expect(
      kept(
        '<aside>Advertisement</aside><aside class="starlight-aside starlight-aside--tip"><p>Open it first.</p></aside>',
      ),
    ).toEqual(["paragraph: Open it first."]);
  });
});

describe("code keeps its lines and nothing else", () => {
  const code = (html: string): string[] => blocks(`<main><p>Text.</p>${html}</main>`).slice(1);

  test("in elements of their own", () => {
    expect(
      code(
        '<pre><code><div class="ec-line"><div class="gutter"><div class="ln">1</div></div><div class="code">a: 1</div></div><div class="ec-line"><div class="code">  b: 2</div></div></code></pre>',
      ),
    ).toEqual(["code: a: 1\n  b: 2"]);
    expect(code('<pre><code><span class="line">a</span>\n<span class="line">b</span></code></pre>')).toEqual([
      "code: a\nb",
    ]);
    expect(
      code('<pre><span class="token-line">a<br></span><span class="token-line">b<br></span></pre>'),
    ).toEqual(["code: a\nb"]);
    expect(code("<pre><ol><li>a</li><li>b</li></ol><button>Copy</button></pre>")).toEqual(["code: a\nb"]);
  });

  test("in tables with the numbers of lines beside them", () => {
    expect(
      code(
        '<table class="rouge-table"><tr><td class="gutter"><pre>1\n2</pre></td><td class="code"><pre>a\nb</pre></td></tr></table>',
      ),
    ).toEqual(["code: a\nb"]);
    expect(
      code(
        '<table class="highlight"><tr><td class="blob-num" data-line-number="1"></td><td>a</td></tr><tr><td class="blob-num"></td><td>  b</td></tr></table>',
      ),
    ).toEqual(["code: a\n  b"]);
    expect(
      code(
        "<table><tr><th>Command<th>Effect<tr><td><pre>go</pre><td>Starts<tr><td><pre>stop</pre><td>Stops</table>",
      ),
    ).toEqual(["table: Command\tEffect\ngo\tStarts\nstop\tStops"]);
  });
});

test("a page whose elements are never closed is read all the same", () => {
  const article = articleOf("a.html", `<p>${"x <b>y ".repeat(1000)}`);
  expect(article.text.match(/x y/g)).toHaveLength(1000);
  const nested = articleOf("a.html", `${"<div>word\n\n".repeat(1000)}`);
  expect(nested.text.match(/word/g)).toHaveLength(1000);
});

test.each([
  [
    "MathJax 3",
    '<mjx-container class="MathJax CtxtMenu_Attached_0" role="presentation"><mjx-math aria-hidden="true"><mjx-c></mjx-c></mjx-math><mjx-assistive-mml>MATH</mjx-assistive-mml></mjx-container>',
  ],
  [
    "KaTeX",
    '<span class="katex"><span class="katex-mathml">MATH</span><span class="katex-html" aria-hidden="true">x=2</span></span>',
  ],
  [
    "MediaWiki",
    '<span class="mwe-math-element"><span style="display: none;">MATH</span><img alt="x = 2" src="x.svg"></span>',
  ],
])("a formula that %s draws is read once", (_, drawn) => {
  const math =
    '<math><semantics><mrow><mi>x</mi><mo>=</mo><mn>2</mn></mrow><annotation encoding="application/x-tex">x = 2 \\</annotation></semantics></math>';
  const body = `<main><h1>Sums</h1><p>When ${drawn.replace("MATH", math)}, it is even.</p></main>`;
  expect(blocksOf(articleOf("a.html", body))).toContain("paragraph: When x=2, it is even.");
});

test("A page that is mostly a table keeps it whole, without the bars that DocBook has around it", () => {
  const row = (n: number) =>
    `<tr><td>F${n}</td><td>Core</td><td>Rows of ${n} ovens, each with its own lid and rack</td></tr>`;
  const rows = Array.from({ length: 200 }, (_, n) => row(n)).join("");
  const bar = (name: string) =>
    `<div class="${name}"><table><tr><th>Features</th></tr><tr><td><a href="a">Prev</a></td><th>Appendix D</th></tr></table></div>`;
  const page = `<html><head><title>Features</title></head><body>${bar("navheader")}<div class="sect1"><div class="titlepage"><h2>Features</h2></div><p></p><div class="informaltable"><table><thead><tr><th>Name</th><th>Kind</th><th>Says</th></tr></thead><tbody>${rows}</tbody></table></div></div>${bar("navfooter")}</body></html>`;
  const blocks = blocksOf(articleOf("a.html", page));
  expect(blocks.at(-1)).toMatch(/^table: Name\tKind\tSays\nF0\tCore\tRows of 0 ovens/);
  expect(blocks.filter((block) => /Prev|Appendix/.test(block))).toEqual([]);
});

test("A link to the source of what a page describes is no part of its name", () => {
  const page =
    '<main><dl><dt><code>class Oven(lid)</code><a class="reference internal" href="s.html"><span class="viewcode-link"><span class="pre">[source]</span></span></a><a class="headerlink" href="#o">¶</a></dt><dd><p>It heats <a href="r">[racks]</a>.</p></dd></dl><p><a class="viewcode-back" href="d">[docs]</a> Text.</p></main>';
  expect(articleOf("a.html", page).text).toBe("class Oven(lid)\nIt heats [racks].\n\nText.");
});

describe("the pages of newspapers and offices", () => {
  test.each([
    ["form", '<form method="post" action="./page.aspx"><input type="hidden">', "</form>"],
    ["aside", '<main><aside class="content">', "</aside></main>"],
    ["noscript", "<noscript>", "</noscript>"],
  ])("are read where all of their text stands in a %s", (_, before, after) => {
    const text = articleOf(
      "a.html",
      `<title>Ferry</title><body>${before}<h1>Ferry</h1>${story}${after}`,
    ).text;
    expect(text).toContain(sentences[0]);
    expect(text).toContain(sentences[23]);
  });

  test("keep a form or an aside out that is a small part of them", () => {
    const page = `<title>Ferry</title><body><article><h1>Ferry</h1>${story}<aside>Buy a ticket.</aside><form><p>Write to us.</p></form></article>`;
    expect(articleOf("a.html", page).text).not.toMatch(/ticket|Write to us/);
  });

  test("are read where a place for a program's text stands empty", () => {
    const page = `<title>Ferry</title><body><main id="app"></main><div class="wrap"><h1>Ferry</h1>${story}</div>`;
    expect(articleOf("a.html", page).text).toContain(sentences[23]);
  });

  test.each([
    [
      '<div class="teaser-text" itemprop="description"><p>LEAD</p></div>',
      '<div itemprop="articleBody">',
      "</div>",
    ],
    ['<header><p class="ts-intro">LEAD</p></header>', '<div class="entry-content">', "</div>"],
    ['<h2 class="article-subheadline">LEAD</h2>', "<section>", "</section>"],
    [
      '</article><header><h1>Ferry</h1><p class="css-z6dj7x">LEAD</p></header><article>',
      "<section>",
      "</section>",
    ],
  ])("have the lead that stands apart from their text: %s", (lead, before, after) => {
    const said = "The ferry of Eastport will sail twice a day from May, says the harbour office of the town.";
    const page = `<title>Ferry</title><body><article><h1>Ferry</h1>${lead.replace("LEAD", said)}${before}${story}${after}</article>
      <div class="teaser-text"><p>Somebody else found a whale in the garden and told the papers of it at once.</p></div>`;
    const { text } = articleOf("a.html", page);
    expect(text.split(said)).toHaveLength(2);
    expect(text.indexOf(said)).toBeLessThan(text.indexOf(sentences[0] ?? ""));
    expect(text).not.toContain("whale");
  });

  test("have no teaser of another story for a lead", () => {
    const page = `<title>Ferry</title><body><h1>Ferry</h1><p class="intro"><a href="/x">Somebody found a whale in the garden and told the papers of it.</a></p><div itemprop="articleBody">${story}</div>`;
    expect(articleOf("a.html", page).text).not.toContain("whale");
  });

  test.each(["Mehr zum Thema", "Related articles", "Lee también:", "関連記事"])(
    "end before teasers of other stories: %s",
    (line) => {
      const teasers = "<h4>A whale in the garden</h4><p>Somebody found it in the morning.</p>";
      const page = `<title>Ferry</title><body><article><h1>Ferry</h1>${story}<h3>${line}</h3>${teasers}</article>`;
      expect(articleOf("a.html", page).text).not.toMatch(/whale|found it/);
      const amid = `<title>Ferry</title><body><article><h1>Ferry</h1><p>It begins.</p><p><strong>${line}</strong></p><p><a href="/x">A whale in the garden</a></p>${story}</article>`;
      expect(articleOf("a.html", amid).text).not.toMatch(/whale/);
      expect(articleOf("a.html", amid).text).toContain(sentences[0]);
      const below = `<title>Ferry</title><body><article><h1>Ferry</h1><h2>${line}</h2>${teasers}<h2>Ferry again</h2>${story}</article>`;
      expect(articleOf("a.html", below).text).toContain("Ferry again");
    },
  );

  test("are no bar to share them for a class of their text", () => {
    const page = `<title>Ferry</title><body><div class="top">${story.replaceAll("ferry", "tram")}</div><article><h1>Ferry</h1><div class="entry themeform share">${story}</div></article>`;
    expect(articleOf("a.html", page).text).toContain(sentences[23]);
  });
});

describe("an article whose page is marked in other ways than its text", () => {
  test("is whole where an extractor finds a small part of it", () => {
    const teaser = `<div class="text">${story}</div>`;
    const items = Array.from(
      { length: 200 },
      (_, n) => `<div class="item"><ul><li>Tip ${n}: ${sentences[n % 24]}</li></ul></div>`,
    );
    const { text } = articleOf("a.html", `<article>${teaser}${items.join("")}</article>`);
    expect(text).toContain(sentences[23]);
    expect(text).toContain("Tip 199: ");
  });

  test("is read in sections that carry advertisements, and in an accordion that calls itself a list of tabs", () => {
    const { text } = articleOf(
      "a.html",
      `<main><h1>Ferry</h1><section class="Report__Section Report__Section--Ads"><p>${sentences.slice(0, 6).join(" ")}</p></section>
      <div class="ads"><p>Buy soup.</p></div><p>${sentences.slice(6, 24).join(" ")}</p>
      <div role="tablist"><h2><a role="button" href="#x">In winter</a></h2><div id="x" role="tabpanel"><p>It stays at home.</p></div></div>
      <ul role="tablist"><li role="tab">Summer</li><li role="tab">Winter</li></ul></main>`,
    );
    for (const part of [sentences[2], sentences[20], "In winter", "It stays at home."])
      expect(text).toContain(part);
    expect(text).not.toMatch(/soup|Summer/);
  });

  test("has the text that stands in a header, and not its dates and buttons", () => {
    const header = `<header><h2>In summer</h2><p>${sentences.slice(0, 8).join(" ")}</p></header>`;
    const bar = "<header><h2>In winter</h2><p>4 minutes</p></header><p>It stays.</p>";
    const text = articleOf(
      "a.html",
      `<main><h1>Ferry</h1><section>${header}</section><section>${bar}</section></main>`,
    ).text;
    expect(text).toContain(sentences[7]);
    expect(text).not.toContain("4 minutes");
  });

  test.each([
    ["Posted by Ned Deily", "Ned Deily"],
    ["View all posts by Ann Smith", "Ann Smith"],
    ["Lindsey O&amp;#039;Donnell", "Lindsey O'Donnell"],
    ["Reuters Updated: January 16, 2020", "Reuters"],
    ["Geschrieben von Bo Berg", "Bo Berg"],
    ["Von Brandt", "Brandt"],
    ["Byron Updike", "Byron Updike"],
  ])("has an author without what stands around the name: %s", (given, name) => {
    const { authors } = articleOf(
      "a.html",
      `<meta name="author" content="${given}"><article><p>It is late.</p></article>`,
    );
    expect(authors).toEqual([name]);
  });
});

test("What a head says behind something that parsers end it with is read", () => {
  const { title, url, published } = articleOf(
    "a.html",
    `<html><head><div id="beacon"></div><title>The ferry is late - Eastport News</title><meta property="og:site_name" content="Eastport News">
    <meta property="article:published_time" content="2024-05-03"><link rel="canonical" href="https://example.com/ferry"></head>
    <body><svg><title>Logo</title></svg><article><p>It is late.</p></article></body></html>`,
  );
  expect({ title, url, published }).toEqual({
    title: "The ferry is late",
    url: "https://example.com/ferry",
    published: "2024-05-03",
  });
});

test("The name of its host is no part of a page's title", () => {
  const titleOf = (title: string, url: string) =>
    articleOf(
      "a.html",
      `<title>${title}</title><link rel="canonical" href="${url}"><article><p>It is late.</p></article>`,
    ).title;
  expect(titleOf("Ferry! | Lady 50plus", "https://www.lady50plus.de/ferry")).toBe("Ferry!");
  expect(titleOf("eastport-news.example - Ferry - late", "https://eastport-news.example/ferry")).toBe(
    "Ferry - late",
  );
  expect(titleOf("Ferry - Harbour", "https://example.com/ferry")).toBe("Ferry - Harbour");
});
