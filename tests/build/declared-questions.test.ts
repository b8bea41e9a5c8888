import { expect, test } from "vitest";
import { askDeclared } from "../../src/build/declared-questions.ts";
import { formatProblem } from "../../src/corpus/problem.ts";
import { libraryOf } from "../answer/library.ts";

test("a question that another article answers is told, and one that its own answers is not", async () => {
  const { answerer, articles } = await libraryOf({
    oven: `---
title: The oven
questions: [How do I clean the oven?, What does the fan do?]
---

Wipe the oven with vinegar, and leave its door open until it is dry.`,
    fan: `---
title: The fan
questions: [What does the fan do?]
---

The fan moves the hot air, so that bread browns on all sides.`,
  });
  const declaring = [...articles.values()].map((article) => ({ path: `${article.id}.md`, article }));
  const problems = await askDeclared(answerer, declaring);
  expect(problems.map(formatProblem)).toEqual([
    "oven.md:1: warning: declares a question or a name that is not answered from it; answer it below a heading that asks it, or in the first paragraph: What does the fan do?",
  ]);
});
