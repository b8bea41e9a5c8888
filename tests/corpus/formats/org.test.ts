import { describe, expect, test } from "vitest";
import { articleOf, blocksOf, problemsOf } from "../read.ts";

const org = (...lines: string[]) => articleOf("notes/oven.org", lines.join("\n"));
const blocks = (...lines: string[]): string[] => blocksOf(org(...lines));

describe("Org", () => {
  test("says of an article what its keywords say", () => {
    const article = org(
      "#+TITLE: The oven",
      "#+TITLE: and its lid",
      "#+AUTHOR: Ida Holm",
      "#+DATE: <2024-03-05 Tue 10:00>",
      "#+DESCRIPTION: How to bake.",
      "#+FILETAGS: :bread:cake:",
      "#+LANGUAGE: en",
      "#+OPTIONS: toc:nil",
      "# A comment.",
      "",
      "Hot.",
    );
    expect(article).toMatchObject({
      title: "The oven and its lid",
      authors: ["Ida Holm"],
      tags: ["bread", "cake"],
      lang: "en",
      summary: "How to bake.",
      text: "Hot.",
    });
    expect(article.published).toMatch(/^2024-03-05/);
  });

  test("of which a draft is none", () => {
    expect(problemsOf("a.org", "#+TITLE: A\n#+DRAFT: t\n\nHot.")).toEqual([]);
    expect(() => org("#+HUGO_DRAFT: true", "Hot.")).toThrow("gave no article");
  });

  test("has headlines without states, priorities and tags, and not those that are kept from readers", () => {
    expect(
      blocks(
        "#+TITLE: T",
        "#+SEQ_TODO: OPEN(o) | SHUT(s@)",
        "* TODO [#A] Bake it :kitchen:oven:",
        "  SCHEDULED: <2024-01-02 Tue>",
        "  :PROPERTIES:",
        "  :CUSTOM_ID: bake",
        "  :END:",
        "Hot.",
        "** OPEN Cool it",
        "Cold.",
        "* Hidden :noexport:",
        "Secret.",
        "** Below",
        "Secret.",
        "* COMMENT Hidden",
        "Secret.",
        "* Last",
        "Eat.",
      ),
    ).toEqual([
      "heading1: Bake it",
      "paragraph: Hot.",
      "heading2: Cool it",
      "paragraph: Cold.",
      "heading1: Last",
      "paragraph: Eat.",
    ]);
  });

  test("is read without the marks of its sentences", () => {
    expect(
      blocks(
        "It is *hot*, /very/ _hot_ and +cold+; see =bake --now= or ~x*y*z~, a/b/c and 2*3*4.",
        "See [[https://a.example/][the manual]] and [[https://b.example]], [[* Bake it]] and [[file:lid.org][lids]][fn:1].",
        "[[file:oven.png]] On [2024-01-02 Tue] it is {{{version}}} done [1/2].",
        "",
        "[fn:1] Of iron.",
      ),
    ).toEqual([
      "paragraph: It is hot, very hot and cold; see bake --now or x*y*z, a/b/c and 2*3*4. See the manual and https://b.example, Bake it and lids. On 2024-01-02 it is done.",
      "paragraph: Of iron.",
    ]);
  });

  test("has code as it is written, and none that is kept from readers", () => {
    const article = org(
      "Run:",
      "  #+begin_src sh :results silent",
      "  bake \\",
      "    --now",
      "  ,* no headline",
      "  #+end_src",
      "#+BEGIN_SRC emacs-lisp :exports none",
      "(secret)",
      "#+END_SRC",
      "#+begin_export html",
      "<b>Secret</b>",
      "#+end_export",
      ": fixed  width",
      "#+begin_example",
      "* no headline",
      "#+end_example",
    );
    expect(blocksOf(article)).toEqual([
      "paragraph: Run:",
      "code: bake \\\n  --now\n* no headline",
      "code: fixed  width",
      "code: * no headline",
    ]);
    expect(article.blocks[1]?.language).toBe("sh");
  });

  test("has lists in lists, with terms and boxes to tick", () => {
    expect(
      blocks(
        "1. Bake",
        "   it.",
        "   - [X] Lid",
        "   - [ ] Rack",
        "",
        "     Both.",
        "2) Eat.",
        "",
        "",
        "- Lid :: what is on top",
        "- Rack :: what is in it",
        "Done.",
      ),
    ).toEqual([
      "list: Bake it.\nLid\nRack\nBoth.\nEat.",
      "list: Lid\nwhat is on top\nRack\nwhat is in it",
      "paragraph: Done.",
    ]);
  });

  test("has tables without their rules, quotations and verse", () => {
    const article = org(
      "#+CAPTION: Heat of lids",
      "| Lid | Heat |",
      "|-----+------|",
      "| <l> |      |",
      "| A   | *hot* |",
      "#+TBLFM: $2=1",
      "",
      "#+begin_quote",
      "It is hot.",
      "#+end_quote",
      "#+begin_verse",
      "One",
      "two",
      "#+end_verse",
    );
    expect(blocksOf(article)).toEqual([
      "paragraph: Heat of lids",
      "table: Lid\tHeat\nA\thot",
      "quote: It is hot.",
      "paragraph: One\ntwo",
    ]);
  });

  test.each([
    "#+begin_src sh\nbake",
    "- a\n".repeat(3_000),
    "*a ".repeat(10_000),
    "[[".repeat(10_000),
    `${"/a".repeat(10_000)}`,
    "=x ".repeat(10_000),
  ])("that never closes what it opens is read in time", (text) => {
    const before = process.cpuUsage();
    expect(org(`Hot.\n\n${text}`).text).toContain("Hot.");
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(5_000);
  });
});
