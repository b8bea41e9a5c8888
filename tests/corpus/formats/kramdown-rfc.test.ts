import { expect, test } from "vitest";
import { articleOf, blocksOf, problemsOf } from "../read.ts";

const draft = `---
title: Ovens
author:
  -
    ins: A. Smith
    name: Ann Smith
normative:
  FANS:
    title: Fans

--- abstract

How ovens heat.

--- middle

# Heat {#heat}

Ovens heat as {{FANS}} and {{!RFC2119}} say; see {{timing}} and {{<heat}}, or {{Section 2 of
FANS}}{: section="2"}. Lists are at <https://example.com/fans>{: brackets="angle"}.

{::boilerplate bcp14}

## Ten Minutes {#timing}

~~~
{{left as code}}
~~~

--- back

--- note_To_the_editor

Remove this.
`;

test("a draft of the IETF names what it refers to, and its front matter ends with its first part", () => {
  const article = articleOf("draft.md", draft);
  expect([article.title, article.authors]).toEqual(["Ovens", ["Ann Smith"]]);
  expect(blocksOf(article)).toEqual([
    "heading1: Abstract",
    "paragraph: How ovens heat.",
    "heading1: Heat",
    "paragraph: Ovens heat as [FANS] and [RFC2119] say; see Ten Minutes and Heat, or Section 2 of FANS. Lists are at https://example.com/fans.",
    "heading2: Ten Minutes",
    "code: {{left as code}}",
    "heading1: To the editor",
    "paragraph: Remove this.",
  ]);
});

test("front matter that nothing closes is still an error", () => {
  expect(problemsOf("a.md", "---\ntitle: Oven\n\n--- middle of nowhere\n\nText.\n")).toEqual([
    'a.md:1: front matter is never closed; write "---" on a line of its own after its last key',
  ]);
});
