import { outsideCode } from "./code-ranges.ts";

/** `[[Page]]`, `[[Page#Part|text]]`, `![[Page]]`; in a table the bar is written `\|`. */
const wikiLink = /(!?)\[\[([^[\]|\n]{1,200})(?:\|([^[\]\n]{1,200}))?\]\](?!\()/g;
/** A link whose address is a page between brackets or, with Logseq, the id of a block between parentheses. */
const toPage = /(!?)\[([^[\]\n]{1,300})\]\((?:\[\[[^[\]\n]{1,200}\]\]|\(\([\w-]{1,64}\)\))\)/g;
/** The id of a block, with Logseq, without a text of its own. */
const block = /[ \t]?(?<![\w)])\(\([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\)\)/g;
/** Lines at the end, with Foam, that say which file a link between brackets means, and what that is called. */
const titled = /^\[([^\]\n]+)\]:[ \t]+<?[^\n>"]+>?[ \t]+"([^"\n]+)"[ \t]*$/gm;

const slugOf = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, "-");

/** What readers see of a link: its text, else the page's title, else its name; of a part of the page its path to there. */
function shownText(target: string, given: string | undefined, titles: ReadonlyMap<string, string>): string {
  const page = target.replace(/\\$/, "").trim();
  const text = given?.trim();
  // Wikis on GitHub write the text before the page.
  if (text !== undefined && text !== "")
    return slugOf(page) === slugOf(text) && /\s/.test(page) ? page : text;
  const title = titles.get(page);
  if (title !== undefined) return title;
  return page
    .replace(/#\^[\w-]+$/, "")
    .replace(/^#/, "")
    .replaceAll("#", " > ");
}

/** Links between brackets, of Obsidian, Logseq, Foam and wikis, as their text. Those that show a page or image are dropped. */
export function withoutWikiLinks(text: string): string {
  if (!text.includes("[[") && !text.includes("((")) return text;
  const titles = new Map(
    [...text.matchAll(titled)].map(([, name = "", title = ""]) => [name.trim(), title] as const),
  );
  return outsideCode(text, (prose) =>
    prose
      .replace(toPage, (_, embeds: string, label: string) => (embeds === "!" ? "" : label))
      .replace(wikiLink, (_, embeds: string, target: string, given: string | undefined) =>
        embeds === "!" ? "" : shownText(target, given, titles),
      )
      .replace(block, ""),
  );
}
