import type { Citation, Hit, Quote } from "../../model/index.ts";
import { type Child, create } from "../kit.ts";
import { wrapped } from "../session/kit.ts";
import { blockView, copyButton } from "./block-view.ts";
import { factsView, trailMark, type ViewContext, written } from "./context.ts";

/** A quote with its number, which is the same wherever the answer is shown. */
export interface NumberedQuote {
  readonly number: number;
  readonly quote: Quote;
  readonly citation: Citation;
  /** Of code: its language, where the author names it. */
  readonly language?: string | undefined;
}

/** The quotes of an answer that have a passage, numbered in their order. */
export function numbered(quotes: readonly Quote[], passages: readonly Hit[]): NumberedQuote[] {
  return quotes
    .flatMap((quote) => {
      const hit = passages[quote.passage - 1];
      if (hit === undefined) return [];
      const start = quote.start - hit.citation.start;
      const block = hit.blocks.find((block) => block.start <= start && start < block.end);
      return [{ quote, citation: hit.citation, language: block?.language }];
    })
    .map((entry, index) => ({ number: index + 1, ...entry }));
}

/** Quotes that stand under one heading of one article, with one line that says where. */
export function sourceView(quotes: readonly NumberedQuote[], context: ViewContext): HTMLElement {
  const citation = quotes[0]?.citation;
  return create(
    "figure",
    { part: "source-group" },
    ...quotes.map((quote) => quoteView(quote, context)),
    citation && attributionView(citation, quotes[0]?.quote.link ?? citation.link, context),
  );
}

function attributionView(citation: Citation, href: string, { lang, link }: ViewContext): HTMLElement {
  const { title, headings } = citation;
  return create(
    "figcaption",
    { part: "attribution" },
    create(
      "span",
      written(citation.lang),
      create("a", { part: "link", href: link(href) }, title),
      ...headings.map((heading) => trailMark + heading),
    ),
    factsView(citation, lang),
  );
}

function quoteView(entry: NumberedQuote, context: ViewContext): HTMLElement {
  const { quote } = entry;
  const { kind, lead, lang } = quote;
  const isTable = kind === "table";
  const chip = citationView(entry, context);
  const view = create(
    "blockquote",
    { part: "quote", "data-kind": kind, cite: context.link(quote.link), ...written(lang) },
    lead && !isTable && create("p", { part: "lead" }, lead.text),
    contentView(entry, context, chip),
  );
  // In running text the number follows the last word; at code and tables it has the corner.
  const last = [...view.querySelectorAll("[part=text], li")].at(-1);
  if (last !== undefined) last.append("\u00a0", chip);
  else if (chip.parentNode === null) view.append(chip);
  return view;
}

function contentView(
  { quote, language }: NumberedQuote,
  { labels, copy }: ViewContext,
  chip: HTMLElement,
): Child {
  const { quote: text, kind, lead, start, focus } = quote;
  const whole = { start: 0, end: text.length };
  const answering = { start: focus.start - start, end: focus.end - start };
  const isAll = answering.start <= 0 && answering.end >= text.length;
  const block = { kind: kind === "sentence" ? "paragraph" : kind, ...whole, ...(language && { language }) };
  return blockView(block, whole, {
    text,
    header: kind === "table" ? (lead?.text ?? undefined) : undefined,
    mark: (part) =>
      isAll
        ? [text.slice(part.start, part.end)]
        : wrapped(text, part, [answering], (range) =>
            create("mark", { part: "focus" }, text.slice(range.start, range.end)),
          ),
    tools: (code) => [copyButton(labels, () => copy(code), true), chip],
  });
}

/** The number of a quote, a link to its sentence. */
export function citationView(
  { number, quote, citation }: NumberedQuote,
  { labels, link }: ViewContext,
): HTMLAnchorElement {
  return create(
    "a",
    {
      part: "citation",
      href: link(quote.link),
      "data-number": number,
      "aria-label": `${labels.source} ${number}: ${citation.title}`,
    },
    `${number}`,
  );
}
