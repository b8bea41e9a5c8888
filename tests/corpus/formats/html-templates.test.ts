import { describe, expect, test } from "vitest";
import { articleOf, blocksOf, problemsOf } from "../read.ts";

describe("HTML amid templates and Markdown", () => {
  test("goes on where a tag stood alone on its line", () => {
    const text = [
      "<table>",
      "  <tr>",
      "    <td>Channel</td>",
      "    <td>",
      '      {% slack_channel "ovens" %}',
      "    </td>",
      "  </tr>",
      "  <tr>",
      "    <td>Place</td>",
      "    <td>",
      '      On the corner, in the <a href="https://oven.example">oven</a>.',
      "    </td>",
      "  </tr>",
      "</table>",
    ].join("\n");
    expect(blocksOf(articleOf("a.md", text))).toEqual(["table: Channel\nPlace\tOn the corner, in the oven."]);
  });

  test("has no code where lines of a table or list are indented behind a blank one", () => {
    const text =
      "<ul>\n  <li>\n    <p>\n\n      If set, it heats in the <code>oven</code>.\n\n    </p>\n  </li>\n</ul>\n\nText.\n\n    code";
    expect(blocksOf(articleOf("a.md", text))).toEqual([
      "list: If set, it heats in the oven.",
      "paragraph: Text.",
      "code: code",
    ]);
  });

  test("in a piece of a page that speaks of whole ones has the code that is highlighted", () => {
    const text =
      '---\ntitle: Oven\n---\n{% capture shown %}<b>Fan</b>{% endcapture %}\n<p>Add it to <code>&lt;html&gt;</code>.</p>\n{% highlight html %}<html class="hot">\n</html>{% endhighlight %}\n{% highlight html %}{{ shown }}{% endhighlight %}';
    expect(blocksOf(articleOf("a.html", text))).toEqual([
      "paragraph: Fan",
      "paragraph: Add it to <html>.",
      'code: <html class="hot">\n</html>',
    ]);
  });

  test("in a piece of a page loses the tags, and what comments hide", () => {
    const text =
      '---\ntitle: Oven\n---\n{% render "nav.html", level:2 %}\n<p>{{ site.name }} Wipe it.{# not yet #}</p>\n{% comment %}\n<p>Secret.</p>\n{% endcomment %}\n{% if hot %}<p>Wait.</p>{% endif %}';
    expect(blocksOf(articleOf("a.html", text))).toEqual(["paragraph: Wipe it.", "paragraph: Wait."]);
    const page = "<html><body><main><p>Write {{ page.title }} there.</p></main></body></html>";
    expect(articleOf("a.html", page).text).toBe("Write {{ page.title }} there.");
  });

  test("front matter that is a program is left out, with a warning", () => {
    const text = "---js\n{ title: 'Oven', permalink: () => '/' }\n---\nIt is hot.";
    expect(problemsOf("a.md", text)).toEqual([
      "a.md:2: warning: front matter is JavaScript, which is not run; it is left out",
    ]);
  });
});

test.each([
  ["Django", "<title>{% block title %}{% endblock %}</title>\n{% block extra_head %}{% endblock %}"],
  ["Jekyll", "<title>{{ page.title }}</title>\n{% include head.html %}"],
  ["Handlebars", "<title>{{title}}</title>\n{{> styles}}{{#if wide}}<link rel=x>{{/if}}"],
])("A page that is a template of %s is no article", (_, head) => {
  const page = `<!doctype html><html><head>${head}</head><body><p>Text.</p>{{ content }}</body></html>`;
  expect(problemsOf("a.html", page)).toEqual(["a.html:1: note: is a template of pages, and is left out"]);
});

test("A page about templates is an article", () => {
  const head =
    '<title>The {% if %} tag</title><meta name="description" content="{% if %} > {{ a }}"><script>const a = {}; {{ a }}</script><!-- {% x %} --><style>a{{}}</style>';
  const page = `<html><head>${head}</head><body><p>Write {% if %}.</p></body></html>`;
  expect(articleOf("a.html", page).text).toBe("Write {% if %}.");
});

test("What readers fill in is no component", () => {
  expect(
    blocksOf(
      articleOf(
        "a.md",
        "Open <HOST_NAME>://<Your_HOST>/a <Icon name={a} /> now.\n\n<Note>\n\nHot.\n\n</Note>",
      ),
    ),
  ).toEqual(["paragraph: Open <HOST_NAME>://<Your_HOST>/a now.", "paragraph: Hot."]);
});

describe("Markdown that a page of HTML keeps for a template", () => {
  const page = (body: string) => blocksOf(articleOf("a.html", `---\ntitle: Oven\n---\n${body}`));
  const markdown = "The oven is **hot**:\n\n* `fan`\n* [door](door.html)\n";
  const read = ["paragraph: The oven is hot:", "list: fan\ndoor"];

  test.each([
    [
      "by its name",
      `{% capture markdown %}\n${markdown}{% endcapture %}\n{% include markdown.html content=markdown %}`,
    ],
    ["by how it is shown", `{% capture a %}\n${markdown}{% endcapture %}\n{{ a | markdownify }}`],
    ["by its lines", `{%- capture a -%}\n${markdown}{%- endcapture -%}\n{% include box.html text=a %}`],
    ["by its tag", `{% markdown %}\n${markdown}{% endmarkdown %}`],
    ["by a filter", `{% filter markdown %}\n${markdown}{% endfilter %}`],
    ["by a block of Nunjucks", `{% set a %}\n${markdown}{% endset %}\n{{ a }}`],
  ])("is read as that: %s", (_, body) => {
    expect(page(body)).toEqual(read);
  });

  test("is HTML where elements stand in it, and a value stays one", () => {
    expect(
      page("{% set a = 1 %}\n{% capture a %}\n<p>It *is* hot.</p>\n<p>So.</p>\n{% endcapture %}"),
    ).toEqual(["paragraph: It *is* hot.", "paragraph: So."]);
  });
});
