import { expect, test } from "vitest";
import { articleOf, blocksOf } from "../read.ts";

test("Components of Nuxt Content are what they show", () => {
  const text = `Intro with :icon{name="x"} here and \`::note\`.

::note{icon="i"}
Keep the door shut.
::

:video{controls src="a"}

::card
---
title: Racks
to: /racks
icon: i
---
Soak them.
::

::prose-steps
### Heat it

Nine minutes.

    ::tip
    Use two colons.

    - a
    - b
    ::
::

:::hero
#title
Big words

#description
Small words
:::

::code-group
\`\`\`ts [a.ts]
::x :: y
::
\`\`\`
::

C++ has std::vector and a :: b.
`;
  expect(blocksOf(articleOf("a.md", text))).toEqual([
    "paragraph: Intro with here and ::note.",
    "paragraph: Keep the door shut.",
    "paragraph: Racks",
    "paragraph: Soak them.",
    "heading3: Heat it",
    "paragraph: Nine minutes.",
    "paragraph: Use two colons.",
    "list: a\nb",
    "paragraph: Big words",
    "paragraph: Small words",
    "code: ::x :: y\n::",
    "paragraph: C++ has std::vector and a :: b.",
  ]);
});

test("Two colons without any that close are a leaf of other generators", () => {
  const text = "::video[A film]{#id}\n\nText.\n\n::author{name=x}\n";
  expect(blocksOf(articleOf("a.md", text))).toEqual(["paragraph: A film", "paragraph: Text."]);
});
