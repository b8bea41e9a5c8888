import { expect, test } from "vitest";
import { sharedAddresses } from "../../src/build/cited-addresses.ts";
import { formatProblem } from "../../src/corpus/problem.ts";

test("an article at the address of another is told, whoever said so", () => {
  const urls = ["https://a.example/x", "/articles/d/", "/articles/d/", "https://a.example/x", "/articles/e/"];
  const paths = ["a.md", "d.md", "f.md", "c.md", "e.md"];
  const problems = sharedAddresses(
    urls.map((url) => ({ url })),
    paths,
  );
  expect(problems.map(formatProblem)).toEqual([
    "f.md:1: warning: has the address of another article, whose page does not hold its words; give it another url: d.md has /articles/d/",
    "c.md:1: warning: has the address of another article, whose page does not hold its words; give it another url: a.md has https://a.example/x",
  ]);
});
