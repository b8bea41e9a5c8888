import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { oneLine } from "./blocks.ts";
import { attribute, headingLevel, htmlBlocks, inlineText, linkedLength, shownElements } from "./html.ts";

/** Names of what opens a story, between its title and its text, as classes have them in several languages. */
const leadClass =
  /(?:^|[\s_-])(?:lead|leader|lede|intro|introtext|teaser-text|articleteaser|article-teaser|article-lead|excerpt|standfirst|abstract|subheadline|subtitle|deck|dek|summary|vorspann|anriss|bajada|copete|entradilla|chapo|chapeau|sommario|ingress)(?:$|[\s_-])/i;

/** Fewest and most characters of a lead: less is a label, more is a text. */
const shortest = 60;
const longest = 1_200;

const isLead = (element: Element): boolean =>
  /^(?:p|div|h2|h3|section|span|strong)$/.test(element.tagName) &&
  (/(?:^|\s)description(?:\s|$)/.test(attribute(element, "itemProp") ?? "") ||
    leadClass.test(attribute(element, "className") ?? ""));

/** Paragraphs that stand in one header with the title. */
function besideTitle(page: readonly ElementContent[]): Set<Element> {
  const beside = new Set<Element>();
  for (const header of shownElements(page)) {
    if (header.tagName !== "header") continue;
    const inside = [...shownElements(header.children)];
    if (!inside.some((element) => headingLevel(element) === 1)) continue;
    for (const element of inside) if (element.tagName === "p") beside.add(element);
  }
  return beside;
}

/** What ends as a sentence does, and is no date line or name. */
const sentence = /[\p{L}\p{N}][.!?…]["'”’»)]?$|[。！？]$/u;

/** Whether a good part of a text is links, as in teasers of other stories. */
const isLinked = ({ children }: Element, length: number): boolean => linkedLength(children) * 3 > length;

const bare = (text: string): string => text.replace(/\s+/g, "");

/**
 * What opens the story of a page, where its author has put that apart from its text: right behind the title, in front of what was found to
 * be the text, which does not say it.
 *
 * @param page without chrome
 * @param nodes the text as it was found
 */
export function leadOf(
  page: readonly ElementContent[],
  nodes: readonly ElementContent[],
  sectioned: boolean,
): ElementContent[] {
  const said = bare(
    htmlBlocks(nodes, sectioned)
      .map(({ text }) => text)
      .join(" "),
  );
  const beside = besideTitle(page);
  let isBelowTitle = false;
  for (const element of shownElements(page)) {
    if (headingLevel(element) === 1) {
      isBelowTitle = true;
      continue;
    }
    if (!isBelowTitle || !(isLead(element) || /^(?:p|li|pre|td)$/.test(element.tagName))) continue;
    const text = oneLine(inlineText(element.children));
    if (text.length < shortest) continue;
    // The text has begun.
    if (said.includes(bare(text))) return [];
    const isOne = isLead(element) || (beside.has(element) && sentence.test(text));
    if (isOne && text.length <= longest && !isLinked(element, text.length)) return [h("p", text)];
  }
  return [];
}
