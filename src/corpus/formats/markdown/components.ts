import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { proseOf } from "../../front-matter/values.ts";
import { isAdmonition, isFoldable, plainName } from "./boxes.ts";
import type { Attributes } from "./marks.ts";

/** Attributes in which components have a text for readers, best first. */
const titleKeys = ["title", "label", "summary", "heading", "question", "header", "name", "tab"];

/** Components whose title says no more than what is in them, or is not shown. */
const untitled = new Set(
  "tabs codegroup steps sandpack cardgroup cardgrid cards columns codetabs div figure figuremd grid griditem tabset version".split(
    " ",
  ),
);

/** Components that are not shown. */
const unseen = new Set("head script style youtubeiframe".split(" "));

function titleOf(name: string, attributes: Attributes): string {
  if (untitled.has(name)) return "";
  const key = titleKeys.find(
    (one) => (attributes[one] ?? "") !== "" && (one !== "name" || /tab|step|option/.test(name)),
  );
  return key === undefined ? "" : (proseOf(attributes[key]) ?? "");
}

/** True for what is nothing but code. */
function isCode(children: readonly ElementContent[]): boolean {
  return children.every((child) =>
    child.type === "element" ? child.tagName === "pre" : child.type !== "text" || child.value.trim() === "",
  );
}

/**
 * Lays out a component or box of a generator as what its readers see of it: its title, if it has one, over what is in it.
 */
export function componentElement(given: string, attributes: Attributes, children: ElementContent[]): Element {
  const name = plainName(given);
  if (unseen.has(name)) return h("div");
  const title = titleOf(name, attributes);
  if (isFoldable(name)) {
    const isTitled = children.some((child) => child.type === "element" && child.tagName === "summary");
    return h("details", [...(title !== "" && !isTitled ? [h("summary", title)] : []), ...children]);
  }
  const { href, description } = attributes;
  const isKnown = isAdmonition(name) || /card|tab|step|accordion|button|option|aside|field/.test(name);
  // A tab of code is named by what its code says.
  const isShown =
    title !== "" &&
    (isKnown || children.length > 0) &&
    !(/tab|step/.test(name) && children.length > 0 && isCode(children));
  return h("div", [
    ...(isShown ? [h("p", h("strong", href === undefined ? title : h("a", { href }, title)))] : []),
    ...(isKnown && description !== undefined ? [h("p", description)] : []),
    ...children,
  ]);
}

/** The text that a component within a sentence stands for. */
export function componentText(attributes: Attributes): string {
  return attributes["text"] ?? attributes["label"] ?? "";
}
