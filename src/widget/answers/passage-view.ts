import type { Hit, Range } from "../../model/index.ts";
import { focusQuietly } from "../dom.ts";
import { button, type Child, create, present } from "../kit.ts";
import { wrapped } from "../session/kit.ts";
import { blockView, copyButton } from "./block-view.ts";
import { factsView, trailMark, type ViewContext, written } from "./context.ts";
import { excerptRange, provenRanges } from "./excerpt.ts";
import type { NumberedQuote } from "./quote-view.ts";

/** Passages, those of one article together, in the order of its best one. */
export function passagesView(
  passages: readonly Hit[],
  quotes: readonly NumberedQuote[],
  context: ViewContext,
): HTMLElement {
  const articles = new Map<string, Hit[]>();
  for (const hit of passages) {
    const others = articles.get(hit.citation.article);
    if (others === undefined) articles.set(hit.citation.article, [hit]);
    else others.push(hit);
  }
  return create(
    "ol",
    { part: "passages" },
    ...Array.from(articles.values(), (hits) => articleView(hits, quotes, context)),
  );
}

function articleView(
  hits: readonly Hit[],
  quotes: readonly NumberedQuote[],
  context: ViewContext,
): HTMLLIElement {
  const citation = hits[0]?.citation;
  if (citation === undefined) return create("li");
  return create(
    "li",
    { part: "article" },
    create(
      "p",
      { part: "title" },
      create(
        "a",
        { part: "link", href: context.link(citation.link), ...written(citation.lang) },
        citation.title,
      ),
      factsView(citation, context.lang),
    ),
    ...hits.map((hit) => passageView(hit, quotes, context)),
  );
}

function passageView(hit: Hit, quotes: readonly NumberedQuote[], context: ViewContext): HTMLElement {
  const { citation, text } = hit;
  const proven = quotes.filter(({ quote }) => quote.passage === hit.rank);
  const ranges = provenRanges(
    hit,
    proven.map(({ quote }) => quote),
  );
  const excerpt = excerptRange(hit, ranges);
  const whole = { start: 0, end: text.length };
  const box = create(
    "div",
    { part: "excerpt", ...written(citation.lang) },
    ...excerptView(hit, proven, excerpt, context),
  );
  const isCut = excerpt.start > 0 || excerpt.end < text.length;
  const more = button(
    { part: "more", "aria-expanded": "false" },
    () => {
      box.replaceChildren(...excerptView(hit, proven, whole, context));
      // The button has done its work; what it has shown is read next.
      focusQuietly(box);
      more.remove();
    },
    context.labels.more,
  );
  const trail = citation.headings.join(trailMark);
  return create(
    "div",
    { part: "passage" },
    trail !== "" &&
      create(
        "p",
        { part: "trail", ...written(citation.lang) },
        create("a", { part: "place", href: context.link(citation.link) }, trail),
      ),
    box,
    isCut && more,
  );
}

/** The blocks of a passage that lie in a range, with the proven sentences and the words that were asked for marked. */
function excerptView(
  hit: Hit,
  proven: readonly NumberedQuote[],
  shown: Range,
  { labels, copy }: ViewContext,
): (Node | string)[] {
  const { text, blocks, highlights, citation } = hit;
  const words = highlights.map(([start, end]) => ({ start, end }));
  const matches = (part: Range): Child[] =>
    wrapped(text, part, words, ({ start, end }) => create("mark", { part: "match" }, text.slice(start, end)));
  const answering = proven
    .map(({ quote, number }) => ({
      start: quote.focus.start - citation.start,
      end: quote.focus.end - citation.start,
      number,
    }))
    .sort((a, b) => a.start - b.start);
  const mark = (part: Range): Child[] =>
    wrapped(
      text,
      part,
      answering,
      (range) => {
        const found = answering.find(({ start, end }) => start < range.end && range.start < end);
        // Of what is in several pieces, such as a list, the last one shows the number.
        const isLast = found !== undefined && text.slice(range.end, found.end).trim() === "";
        const attributes = { part: "proof", "data-number": found?.number, "data-last": isLast };
        return create("mark", attributes, ...present(matches(range)));
      },
      matches,
    );
  return present(
    blocks.map((block) => {
      const isFramed = block.kind === "code" || block.kind === "table";
      const numbers = isFramed
        ? answering.filter(({ start, end }) => start < block.end && block.start < end).map(numberView)
        : [];
      const view = blockView(block, shown, {
        text,
        mark,
        tools: (code) => [copyButton(labels, () => copy(code), true), ...numbers],
      });
      // A table has no corner: its numbers stand above it.
      return view !== undefined && block.kind === "table" && numbers.length > 0
        ? create("div", {}, ...numbers, view)
        : view;
    }),
  );
}

const numberView = ({ number }: { readonly number: number }): HTMLElement =>
  create("span", { part: "number", "aria-hidden": "true" }, `${number}`);
