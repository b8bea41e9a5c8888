import type { Element, Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { isBlock } from "../../corpus/formats/html.ts";

/** Elements whose content a browser does not show as text of the page. */
const notShown = new Set(
  "audio canvas datalist head iframe noscript object option script style template textarea title video".split(
    " ",
  ),
);

/** Besides what starts on a new line everywhere: parts of tables and forms, in which no text runs on. */
const apart = new Set("aside button caption footer form nav select td th tr".split(" "));

function isShown({ tagName, properties }: Element): boolean {
  const style = typeof properties["style"] === "string" ? properties["style"] : "";
  return (
    !notShown.has(tagName) &&
    (properties["hidden"] === undefined || properties["hidden"] === "until-found") &&
    !/display\s*:\s*none/i.test(style)
  );
}

/** Collects text as a browser lays it out: white space folded, and a line break wherever a line must end. */
class PageText {
  #text = "";
  #isSpaced = true;

  add(text: string, isPreformatted: boolean): void {
    if (isPreformatted) {
      this.#text += text.replace(/\r\n?/g, "\n");
      this.#isSpaced = /\s$/.test(this.#text);
      return;
    }
    const folded = text.replace(/[ \t\r\n\f]+/g, " ");
    const added = this.#isSpaced ? folded.replace(/^ /, "") : folded;
    if (added === "") return;
    this.#text += added;
    this.#isSpaced = added.endsWith(" ");
  }

  break(): void {
    if (this.#text.endsWith("\n")) return;
    this.#text = `${this.#text.trimEnd()}\n`;
    this.#isSpaced = true;
  }

  toString(): string {
    return this.#text;
  }
}

function collect(nodes: readonly Nodes[], into: PageText, isPreformatted: boolean): void {
  for (const node of nodes) {
    if (node.type === "text") into.add(node.value, isPreformatted);
    else if (node.type === "element" && isShown(node)) {
      const isApart = node.tagName === "br" || apart.has(node.tagName) || isBlock(node);
      if (isApart) into.break();
      collect(node.children, into, isPreformatted || node.tagName === "pre");
      if (isApart) into.break();
    }
  }
}

/** The text of a page as a browser searches it for a text fragment: all that is shown, a line for each block. */
export function textOfPage(html: string): string {
  const text = new PageText();
  collect(fromHtml(html).children, text, false);
  return text.toString();
}
