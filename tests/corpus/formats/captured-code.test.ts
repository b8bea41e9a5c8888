import { expect, test } from "vitest";
import { articleOf, blocksOf } from "../read.ts";

test("Code that a template keeps under a name and shows is code", () => {
  const text = `<div>
<div id="a">
{%- set codeBlock %}{% raw %}
module.exports = function({name}) {
  return \`<h1>{{ name }}</h1>\`;
};
{% endraw %}{%- endset %}
{{ codeBlock | highlight("js") | safe }}
</div>
</div>

{% set codeContent %}
<p>*a* $b</p>
x();
{% endset %}
{% include "snippets/show.njk" %}

{% capture note %}
Mind the *flame*.
{% endcapture %}

{% set title = "Oven" %}

The end.
`;
  expect(blocksOf(articleOf("a.md", text))).toEqual([
    "code: module.exports = function({name}) {\n  return `<h1>{{ name }}</h1>`;\n};",
    "code: <p>*a* $b</p>\nx();",
    "paragraph: Mind the flame.",
    "paragraph: The end.",
  ]);
});
