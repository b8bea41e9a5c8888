import type { Suggestion } from "../../model/index.ts";
import { clockOutline, headingOutline, pageOutline, questionOutline } from "../icons.ts";
import { create, icon } from "../kit.ts";
import type { Labels } from "../labels/index.ts";
import { typedRanges } from "./typed-match.ts";
import { wrapped } from "./wrapped.ts";

/** What can be chosen while typing: a suggestion, or a question that was asked before. */
export type Option = Suggestion | { readonly kind: "recent"; readonly text: string };

/** Kinds in the order of their groups, with the label above them. */
const groups = {
  recent: { label: "recent", outline: clockOutline },
  question: { label: "questions", outline: questionOutline },
  title: { label: "articles", outline: pageOutline },
  heading: { label: "sections", outline: headingOutline },
} as const satisfies Readonly<Record<Option["kind"], { label: keyof Labels & string; outline: string }>>;

const kinds = Object.keys(groups) as (keyof typeof groups)[];

/** Options in the order in which they are shown: by kind, as they came within one. */
export function inGroups(options: readonly Option[], most: number): Option[] {
  const kept = options.slice(0, most);
  return kinds.flatMap((kind) => kept.filter((option) => option.kind === kind));
}

/** The options of a listbox in labelled groups. Those that lead to a page are links, which can be opened in another tab. */
export function optionsView(
  options: readonly Option[],
  typed: string,
  labels: Labels,
  link: (href: string) => string,
): HTMLElement[] {
  return kinds.flatMap((kind) => {
    const own = options.flatMap((option, index) => (option.kind === kind ? [{ option, index }] : []));
    if (own.length === 0) return [];
    const name = `group-${kind}`;
    return create(
      "div",
      { role: "group", "aria-labelledby": name },
      create("div", { id: name, part: "group" }, labels[groups[kind].label]),
      ...own.map(({ option, index }) => optionView(option, index, typed, link)),
    );
  });
}

function optionView(
  option: Option,
  index: number,
  typed: string,
  link: (href: string) => string,
): HTMLElement {
  const { kind, text } = option;
  const attributes = {
    id: `option-${index}`,
    role: "option",
    part: "suggestion",
    "data-kind": kind,
    "aria-selected": "false",
    dir: "auto",
  };
  const children = [
    icon(groups[kind].outline),
    create("span", {}, ...emphasised(text, typed)),
    option.kind === "heading" && create("small", {}, option.title),
  ];
  return option.kind === "title" || option.kind === "heading"
    ? create("a", { ...attributes, href: link(option.url), tabindex: -1 }, ...children)
    : create("div", attributes, ...children);
}

function emphasised(text: string, typed: string) {
  const part = { start: 0, end: text.length };
  return wrapped(text, part, typedRanges(text, typed) ?? [], ({ start, end }) =>
    create("b", {}, text.slice(start, end)),
  );
}
