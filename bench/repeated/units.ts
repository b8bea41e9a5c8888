/** What a text of nothing else may cost more to read than its length explains: a unit, or what the nth one is. */
export interface Unit {
  readonly name: string;
  /** The extension of the file that it fills. */
  readonly extension: "md" | "mdx" | "rst" | "adoc" | "html" | "txt";
  readonly unit: string | ((index: number) => string);
  /** What stands before the units. */
  readonly head?: string;
}

const markdown: Readonly<Record<string, Unit["unit"]>> = {
  paragraphs: "Plain words stand here.\n\n",
  "terms with explanations": (n) => `Term ${n}\n: is *explained* ${n}\n\n`,
  "terms apart from explanations": (n) => `Term ${n}\n\n: is explained ${n}\n\n`,
  "terms without blank lines": (n) => `T${n}\n: e\n`,
  "lists of one item": "- a\n* b\n+ c\n",
  "lists and numbers in turn": "- a\n1. b\n* c\n2) d\n",
  "lists in lists": "- a\n  - b\n- c\n    1. d\n",
  "lists in quotations": "> - a\n>   b\n>\n",
  "quotations in lists": "- > a\n",
  "quotations apart": "> a\n\n",
  "headings underlined": "a\n=\n",
  "tables without blank lines": "a|b\n-|-\n",
  "half tables": "| a | b\n|---\n| c\n",
  "heads without a table": "|---|---|\n| a | b |\n\n",
  "emphasis in emphasis": "*a **b _c __d__ e_ f** g* ",
  "emphasis that is open": "**Note: a ",
  links: "[a](b) ",
  "links that are open": "[a](<b",
  "hard line ends": "a\\\n",
  "addresses defined": (n) => `[d${n}]: https://example.org/${n} "Title ${n}"\n`,
  "addresses defined over lines": (n) => `[d${n}]:\n  /u${n}\n  'title'\n`,
  "comments that are open": "a <!-- ",
  "instructions that are open": "a <? ",
  "tags that are open": "<a ",
  "boxes of HTML": "<details>\n<summary>Q?</summary>\n\nA.\n\n</details>\n\n",
  "Markdown in HTML": '<div markdown="1">\n\n*a*\n\n</div>\n\n',
  entities: "&nbsp;&copy;&eacute; ",
  containers: ":::note\ntext\n:::\n\n",
  "containers that are open": ":::note\ntext\n\n",
  "containers in containers": "::::note\n:::tip\na\n:::\n::::\n\n",
  "directives in lines": ":kbd[Ctrl]{.x} ",
  admonitions: '!!! note "T"\n    text\n\n',
  alerts: "> [!NOTE]\n> text\n\n",
  tabs: '=== "A"\n    text\n\n',
  components: '<Tabs>\n<TabItem value="a">\n\ntext\n\n</TabItem>\n</Tabs>\n\n',
  shortcodes: '{{< note "a" >}}text{{< /note >}}\n\n',
  "shortcodes that are open": "{{< note >}}\ntext\n\n",
  "halves of shortcodes": "{{< a ",
  Liquid: "{% if a %}b{% endif %} {{ c | d }}\n\n",
  "halves of Liquid": "{% a ",
  "attribute lists": "text {: .a #b }\n\n",
  "wiki links": "[[a|b]] ![[c]] ",
  "wiki links that are open": "[[a ",
  formulas: "$$\nx\n$$\n\n",
  "formulas that are open": "a $$ b\n",
  "Chinese in bold": "**漢字**を読む。",
  "Chinese in quotation marks": "「漢字」『読』、",
  "characters without width": "a\u200bb\u200c\u200d ",
  Korean: "한국어 문장이다. ",
};

const others: readonly Unit[] = [
  { name: "front matter that never ends", extension: "md", head: "---\n", unit: (n) => `key${n}: [a, b]\n` },
  { name: "MDX: boxes", extension: "mdx", unit: "<Note>text</Note>\n\n" },
  { name: "MDX: boxes that are open", extension: "mdx", unit: "<Note>\n\ntext\n\n" },
  { name: "MDX: expressions", extension: "mdx", unit: "{a.b} text " },
  { name: "reStructuredText: sections", extension: "rst", unit: (n) => `Head ${n}\n=======\n\nText.\n\n` },
  { name: "reStructuredText: directives", extension: "rst", unit: ".. note:: T\n\n   text\n\n" },
  { name: "reStructuredText: roles", extension: "rst", unit: ":ref:`a <b>` " },
  { name: "reStructuredText: halves of roles", extension: "rst", unit: ":ref:`a " },
  { name: "reStructuredText: emphasis that is open", extension: "rst", unit: "*a " },
  { name: "AsciiDoc: sections", extension: "adoc", unit: (n) => `== Head ${n}\n\nText.\n\n` },
  { name: "AsciiDoc: lists", extension: "adoc", unit: "* a\n" },
  { name: "AsciiDoc: table rows", extension: "adoc", head: "|===\n", unit: "|a |b\n" },
  { name: "HTML: boxes", extension: "html", unit: "<details><summary>Q?</summary><p>A here.</p></details>" },
  { name: "HTML: paragraphs", extension: "html", unit: "<p>a <b>b <i>c</i></b> <code>d</code>.</p>" },
  { name: "plain text: questions", extension: "txt", unit: "Q: Why?\nA: So.\n\n" },
  { name: "plain text: dialogue", extension: "txt", unit: '"Yes," he said.\n"No."\n' },
];

export const units: readonly Unit[] = [
  ...Object.entries(markdown).map(([name, unit]): Unit => ({ name, extension: "md", unit })),
  ...others,
];

/** A text of at most so many bytes, of one unit again and again. */
export function textOf({ head = "", unit }: Unit, bytes: number): string {
  const made = [head];
  let length = Buffer.byteLength(head);
  for (let index = 0; ; index++) {
    const next = typeof unit === "string" ? unit : unit(index);
    length += Buffer.byteLength(next);
    if (length > bytes) return made.join("");
    made.push(next);
  }
}
