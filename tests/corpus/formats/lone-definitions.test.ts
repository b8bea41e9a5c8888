import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutLoneDefinitions } from "../../../src/corpus/formats/markdown/lone-definitions.ts";
import { articleOf, blocksOf } from "../read.ts";

test("What stands behind a colon below a heading, code or a table is text, with all that is indented below it", () => {
  const text = `# Ovens

#### \`OVEN_HEAT=<number>\`

: How hot it gets. See [ovens](ovens.md), which
are hot.

    Defaults to 200.

    \`\`\`sh
    OVEN_HEAT=90
    # Too hot

    : # nothing
    \`\`\`

: Needs a lid.

Settings
--------

:   Read at the start.

Plain text, and

    code

\`\`\`
heat
\`\`\`

: What it prints.

| a | b |
|---|---|
| 1 | 2 |

: Heats by oven

Lid

: Keeps the heat in.
`;
  expect(blocksOf(articleOf("a.md", text))).toEqual([
    "heading4: OVEN_HEAT=<number>",
    "paragraph: How hot it gets. See ovens, which are hot.",
    "paragraph: Defaults to 200.",
    "code: OVEN_HEAT=90\n# Too hot\n\n: # nothing",
    "paragraph: Needs a lid.",
    "heading2: Settings",
    "paragraph: Read at the start.",
    "paragraph: Plain text, and",
    "code: code",
    "code: heat",
    "paragraph: What it prints.",
    expect.stringMatching(/^table: /),
    "paragraph: Heats by oven",
    "list: Lid\nKeeps the heat in.",
  ]);
});

test("every line stays on its line", () => {
  const line = fc.constantFrom("", ": a", "    b", "# c", "```", "d", ":", "|e|", "---", "\t: f");
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      expect(withoutLoneDefinitions(lines.join("\n")).split("\n")).toHaveLength(Math.max(lines.length, 1));
    }),
  );
});
