import { describe, expect, test } from "vitest";
import { articleOf, blocksOf, problemsOf } from "../read.ts";

const wiki = (...lines: string[]) => articleOf("help/The_oven.mediawiki", lines.join("\n"));
const blocks = (...lines: string[]): string[] => blocksOf(wiki(...lines));

describe("wikitext", () => {
  test("has the name of its file, and its categories as tags", () => {
    const article = wiki(
      "== Use ==",
      "It is hot. [[Category:Kitchen]]",
      "[[Kategorie:Oven|sort]]",
      "[[de:Ofen]]",
      "__NOTOC__",
    );
    expect(article).toMatchObject({ title: "The oven", tags: ["Kitchen", "Oven"] });
    expect(blocksOf(article)).toEqual(["heading2: Use", "paragraph: It is hot."]);
    expect(wiki("= Ovens =", "Hot.").title).toBe("Ovens");
  });

  test("of a page that leads to another is none", () => {
    expect(problemsOf("a.wiki", "#REDIRECT [[The oven]]").join()).toContain("holds no text");
    expect(blocks("# Redirect it.", "# [[Bake]] it.")).toEqual(["list: Redirect it.\nBake it."]);
  });

  test("says of a proposal what its head says", () => {
    const article = wiki(
      "<pre>",
      "  BIP: 9",
      "  Title: Ovens",
      "  Author: Ida Holm <ida@a.example>",
      "          Eva Lund <e@b.example>",
      "  Created: 2024-03-05",
      "</pre>",
      "",
      "==Abstract==",
      "Hot.",
    );
    expect(article).toMatchObject({
      title: "Ovens",
      authors: ["Ida Holm", "Eva Lund"],
      published: "2024-03-05",
    });
    expect(blocksOf(article)).toEqual(["heading2: Abstract", "paragraph: Hot."]);
  });

  test("is read without the marks of its sentences, pictures, notes and comments", () => {
    expect(
      blocks(
        "It is '''hot''', ''very'' '''''hot''''' and <u>red</u><ref name=\"a\">A note.</ref>. <!-- Secret -->See [https://a.example the manual],",
        "[[Lid|its lid]], [[rack]]s, [[Oven (tool)|]] and [[#Use]]. <nowiki>''Plain''</nowiki> <code>[[x]] <y></code> List<String>.",
        "[[File:oven.png|thumb|The [[oven]]]]",
        '<img src="oven.png"></img>',
      ),
    ).toEqual([
      "paragraph: It is hot, very hot and red. See the manual, its lid, racks, Oven and Use. ''Plain'' [[x]] <y> List<String>.",
    ]);
  });

  test("has the text of templates that show what they are given, and no other template", () => {
    expect(
      blocks(
        "{{Infobox oven",
        "| heat = {{convert|200|C}}",
        "}}",
        "{{Note|Open the [[Door|door]].}}",
        "Press {{ic|bake {{=}} 1}} {{cn}}now.",
      ),
    ).toEqual(["paragraph: Open the door. Press bake = 1 now."]);
  });

  test("has lists in lists, terms and indented text", () => {
    expect(
      blocks(
        "# Bake",
        "#* Lid",
        "#* Rack",
        "# Eat",
        "",
        "; Lid : on top",
        "; Rack",
        ": in it",
        "",
        ": Indented.",
      ),
    ).toEqual(["list: Bake\nLid\nRack\nEat", "list: Lid\non top\nRack\nin it", "paragraph: Indented."]);
  });

  test("has tables by the cell, and code as it is written", () => {
    const article = wiki(
      '{| class="wikitable"',
      "! Lid !! Heat",
      "|-",
      "| style=\"x\" | A || ''hot''",
      "|-",
      "| B",
      "| cold",
      "|}",
      '<syntaxhighlight lang="sh">',
      "bake <x> ''now''",
      "  # no list",
      "</syntaxhighlight>",
      " indented",
      "  code",
      "",
      "<pre>",
      "== no heading ==",
      "</pre>",
    );
    expect(blocksOf(article)).toEqual([
      "table: Lid\tHeat\nA\thot\nB\tcold",
      "code: bake <x> ''now''\n  # no list",
      "code: indented\n code",
      "code: == no heading ==",
    ]);
    expect(article.blocks[1]?.language).toBe("sh");
  });

  test.each(["{{", "[[", "'' a", "<ref>", "{|\n|", "[//a", "<nowiki>", "* a\n", "<!--", "{{a|", ":;*#"])(
    "that never closes what it opens is read in time: %s",
    (unit) => {
      const before = process.cpuUsage();
      const problems = problemsOf("a.wiki", `Hot.\n\n${unit.repeat(50_000 / unit.length)}`);
      expect(problems.join()).not.toContain("error");
      expect(process.cpuUsage(before).user / 1_000).toBeLessThan(5_000);
    },
  );
});
