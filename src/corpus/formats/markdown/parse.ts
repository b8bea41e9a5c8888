import { createRequire } from "node:module";
import type { Root } from "mdast";
import { defListFromMarkdown } from "mdast-util-definition-list";
import { fromMarkdown, type Options } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { mathFromMarkdown } from "mdast-util-math";
import { defList } from "micromark-extension-definition-list";
import { math } from "micromark-extension-math";
import { lazy } from "../../../shared/lazy.ts";
import { withHeadingIds, withoutAttributeLists } from "./attribute-lists.ts";
import { outsideCode } from "./code-ranges.ts";
import { markContainers } from "./containers.ts";
import { checkCrowded } from "./crowded.ts";
import { withoutCrowds } from "./crowds.ts";
import { withEmoji } from "./emoji.ts";
import { withGridTables } from "./grid-tables.ts";
import {
  withHeadingsApart,
  withoutHtmlIndent,
  withQuotedValues,
  withSpansInLine,
} from "./html-in-markdown.ts";
import { withDoubleDollars } from "./inline-math.ts";
import { withoutJsx } from "./jsx.ts";
import { withoutKramdownRfc } from "./kramdown-rfc.ts";
import { withoutLoneDefinitions } from "./lone-definitions.ts";
import { withoutRepeatedAddresses } from "./long-addresses.ts";
import { withMarkdownInHtml } from "./markdown-in-html.ts";
import { Marks } from "./marks.ts";
import { withoutMdc } from "./mdc.ts";
import { withoutMyst } from "./myst.ts";
import { withoutNoteMarks } from "./note-marks.ts";
import { parseParts } from "./parts.ts";
import { gfmWithPlainAddresses } from "./plain-addresses.ts";
import { withoutShortcodes } from "./shortcodes.ts";
import { withoutMisreadStrong } from "./strong-marks.ts";
import { withoutTemplates } from "./template-tags.ts";
import { undefinedLabels, withDefinitions, withoutReferences } from "./undefined-references.ts";
import { withoutWikiLinks } from "./wiki-links.ts";

// One dollar is money more often than it opens a formula.
const mathOptions = { singleDollarTextMath: false };

/** The trees of GitHub's extensions, without a second look at every text for addresses: the tokenizer has found them. */
const gfmTrees = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));

/** CommonMark with GitHub's extensions, formulas between lines of dollars, and lists of terms. */
const markdownOptions: Options = {
  extensions: [gfmWithPlainAddresses(), math(mathOptions), defList],
  mdastExtensions: [gfmTrees, mathFromMarkdown(), defListFromMarkdown],
};

/** The same with JSX, whose parser is one of JavaScript: Markdown needs none. */
const mdxOptions = lazy((): Options => {
  const require = createRequire(import.meta.url);
  const { mdxFromMarkdown } = require("mdast-util-mdx") as typeof import("mdast-util-mdx");
  const { mdxjs } = require("micromark-extension-mdxjs") as typeof import("micromark-extension-mdxjs");
  return {
    extensions: [gfmWithPlainAddresses(), math(mathOptions), mdxjs()],
    mdastExtensions: [gfmTrees, mathFromMarkdown(), mdxFromMarkdown()],
  };
});

/** A line of nothing but the label of the rule that follows, as specifications made with mdBook have them. */
const ruleLabel = /^r\[[\w.-]+\][ \t]*$/gm;

/** A text that DocFX keeps from translators. */
const untranslated = /:::no-loc[ \t]+text="([^"\n]*)":::/g;

/** Directives within a line, `:kbd[Ctrl]` and `::video[Caption]{#id}`, as their text; names of emoji as what they show; those of icons are dropped. */
function withoutDirectives(text: string): string {
  if (!/:[a-z0-9+-]|^r\[/m.test(text)) return text;
  return outsideCode(text, (prose) =>
    withEmoji(prose)
      .replace(untranslated, "$1")
      .replace(ruleLabel, "")
      .replace(/(?<![\w:])::?[a-z][\w-]*\[([^\]\n]*)\](?:\{[^}\n]*\})?/g, "$1")
      .replace(/^[ \t]*::[a-z][\w-]*(?:\{[^}\n]*\})?[ \t]*$/gm, "")
      // A list's item begins behind the space, too.
      .replace(/:(?:material|fontawesome|octicons|simple)-[\w-]+:[ \t]*/g, ""),
  );
}

function treeOf(text: string, parse: (text: string) => Root): Root {
  const labels = undefinedLabels(text);
  return withoutRepeatedAddresses(withoutReferences(parse(withDefinitions(text, labels)), labels));
}

/** More blank lines in a row than any author writes. */
const blankLines = /\n(?:[ \t]*\n){1000,}/;

/** A text without the blank lines that are too many in a row, each of which takes the parser as long as a word; code keeps its own. */
const withoutBlankLines = (text: string): string =>
  blankLines.test(text)
    ? outsideCode(text, (prose) => prose.replace(new RegExp(blankLines, "g"), "\n".repeat(1000)))
    : text;

/** A parsed text and the boxes that are marked in it. */
export interface Parsed {
  readonly tree: Root;
  readonly marks: Marks;
}

/**
 * Reads a Markdown text: CommonMark, GitHub's extensions, and what generators add to it.
 *
 * @throws RangeError when it is nested too deeply to be read
 * @throws CrowdedError when a table takes too long to read
 */
export function parseMarkdown(text: string): Parsed {
  checkCrowded(text);
  const marks = new Marks();
  const notes = withoutNoteMarks(
    withoutMyst(
      withoutMisreadStrong(
        withDoubleDollars(
          withoutKramdownRfc(
            withoutCrowds(withoutShortcodes(withoutLoneDefinitions(withoutBlankLines(text)))),
          ),
        ),
      ),
    ),
    marks,
  );
  const plain = withoutTemplates(
    withoutJsx(
      withHeadingIds(
        withGridTables(
          withoutHtmlIndent(withHeadingsApart(withSpansInLine(withQuotedValues(withMarkdownInHtml(notes))))),
        ),
      ),
      marks,
    ),
    marks,
  );
  const marked = markContainers(withoutAttributeLists(withoutMdc(plain, marks)), marks);
  const tree = treeOf(withoutDirectives(withoutWikiLinks(marked)), (whole) =>
    parseParts(whole, (part) => fromMarkdown(part, markdownOptions)),
  );
  return { tree, marks };
}

/**
 * Reads an MDX text.
 *
 * @returns why it is not valid MDX when it is not
 * @throws RangeError when it is nested too deeply to be read
 * @throws CrowdedError when a table takes too long to read
 */
export function parseMdx(text: string): Parsed | { broken: string } {
  checkCrowded(text);
  const marks = new Marks();
  // Comments and addresses between angle brackets are Markdown; generators take them in MDX too.
  const clean = outsideCode(
    withoutAttributeLists(
      withHeadingIds(
        withoutMisreadStrong(withDoubleDollars(withoutCrowds(withoutShortcodes(withoutBlankLines(text))))),
      ),
    ),
    (prose) =>
      prose
        .replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ""))
        .replace(/<((?:https?:\/\/|mailto:)[^<>\s]+)>/g, "$1"),
  );
  try {
    const marked = withoutDirectives(markContainers(clean, marks));
    return { tree: treeOf(marked, (whole) => fromMarkdown(whole, mdxOptions())), marks };
  } catch (cause) {
    // A stack that is too small is told elsewhere; all else that the parser throws says what is wrong with the text.
    if (cause instanceof RangeError || !(cause instanceof Error)) throw cause;
    return { broken: cause.message };
  }
}
