import { describe, expect, test } from "vitest";
import { articleOf, blocksOf } from "../read.ts";

const head = "---\ntitle: Fans\nprice: 5\nnav:\n  key: Hot fans\nodd: '{{ title }}'\n---\n";
const blocks = (body: string, path = "a.md"): string[] => blocksOf(articleOf(path, head + body));

describe("a value of the front matter that a generator fills in", () => {
  test.each([
    ["Jekyll", "{{ page.title }} cost {{page.price}}."],
    ["Eleventy", "{{ title }} cost {{ price | safe }}."],
    ["VitePress", "{{ $frontmatter.title }} cost {{ $frontmatter.price }}."],
    ["Hugo", "{{ .Title }} cost {{ .Params.price }}."],
    ["Astro", "{frontmatter.title} cost {frontmatter.price}."],
  ])("is shown in its place: %s", (_, body) => {
    expect(blocks(body)).toEqual(["paragraph: Fans cost 5."]);
  });

  test("may stand in another, and name the page", () => {
    expect(articleOf("a.md", "---\nnav:\n  key: Hot fans\n---\n# {{ nav.key }}\n\nText.").title).toBe(
      "Hot fans",
    );
    expect(blocks("<p>{{ title }}</p>", "a.html")).toEqual(["paragraph: Fans"]);
  });

  test("is not what code shows, nor what another value would fill in", () => {
    expect(blocks("Write `{{ title }}`.")).toEqual(["paragraph: Write {{ title }}."]);
    expect(blocks("{% raw %}{{ title }}{% endraw %} is written.")).toEqual([
      "paragraph: {{ title }} is written.",
    ]);
    expect(
      blocks('{% highlight "yaml" %}{% raw %}\n---\na: {{ title }}\n---\n{% endraw %}{% endhighlight %}'),
    ).toEqual(["code: ---\na: {{ title }}\n---"]);
    expect(blocks("See {{ odd }} here.")).toEqual(["paragraph: See here."]);
  });
});

test("A picture that a tag shows by its address is no text", () => {
  expect(blocks('## Vite {% avatar "https://example.com/" %} {% since "1.0" %}\n\nText.')[0]).toBe(
    "heading2: Vite 1.0",
  );
});

test.each([
  [
    "an item",
    "- One\n\n  {{< code-toggle file=hugo >}}\n  a = 1\n  {{< /code-toggle >}}\n\n- Two\n\nSee [lids][].\n\n[lids]: /lids",
    ["list: One\n\na = 1", "list: Two", "paragraph: See lids."],
  ],
  [
    "an item's first line",
    "1. {% highlight sh %}\n   bake\n   {% endhighlight %}\n2. Two\n\nEnd.",
    ["list: bake\nTwo", "paragraph: End."],
  ],
])("Code between tags ends in %s that it begins in", (_, markdown, expected) => {
  const made = blocksOf(articleOf("a.md", markdown)).join("\n");
  for (const one of expected.flatMap((block) => block.replace(/^list: /, "").split(/\n+/)))
    expect(made).toContain(one);
  expect(made).not.toMatch(/`|\[lids\]/);
});

test("Code between tags is code behind a line of HTML", () => {
  const markdown =
    '<div class="title">a.md</div>\n{% highlight "liquid" %}{% raw %}\n{{ a }}\n{% endraw %}{% endhighlight %}\n\nEnd.';
  expect(blocksOf(articleOf("b.md", markdown))).toEqual([
    "paragraph: a.md",
    "code: {{ a }}",
    "paragraph: End.",
  ]);
});
