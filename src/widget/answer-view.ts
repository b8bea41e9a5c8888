import type { Answer, Hit, Quote } from "../model/index.ts";
import { type Child, create } from "./dom.ts";
import type { Labels } from "./labels/index.ts";

/** The widget's context for its views. */
export interface ViewContext {
  readonly lang: string;
  readonly labels: Labels;
  /** Makes a link of an answer absolute. */
  link(href: string): string;
}

/** Separators of headings, and of facts about an article. */
const trailMark = " › ";
const factMark = " · ";

/** The quotes or a refusal, and the passages below. */
export function answerView(
  { answered, answer, passages, searchedFor = [] }: Answer,
  context: ViewContext,
): Child[] {
  const { labels } = context;
  return [
    ...searchedFor.map(({ asked, instead }) => {
      const words: Readonly<Record<string, string>> = {
        "#": instead.map(inQuotes).join(", "),
        "@": inQuotes(asked),
      };
      return create(
        "p",
        { part: "guess" },
        labels.guessed.replace(/[#@]/g, (mark) => words[mark] ?? mark),
      );
    }),
    answered
      ? create(
          "section",
          { part: "answer", "aria-label": labels.answer },
          ...answer.map((quote) => quoteView(quote, passages[quote.passage - 1], context)),
        )
      : create("p", { part: "refusal" }, labels.refused),
    passages.length > 0 &&
      create(
        "section",
        {},
        create("h2", { part: "heading" }, answered ? labels.passages : labels.nearest),
        create("ol", { part: "passages" }, ...passages.map((hit) => passageView(hit, context))),
      ),
  ];
}

const inQuotes = (word: string): string => `“${word}”`;

function quoteView(
  { lead, quote, passage, link: href }: Quote,
  hit: Hit | undefined,
  { labels, link }: ViewContext,
): HTMLElement {
  return create(
    "blockquote",
    { part: "quote" },
    lead && create("span", { part: "lead" }, `${lead.text} `),
    quote,
    // A no-break space keeps the number on the line of the last word.
    "\u00a0",
    hit &&
      create(
        "a",
        {
          part: "citation",
          href: link(href),
          "aria-label": `${labels.source} ${passage}: ${hit.citation.title}`,
        },
        `${passage}`,
      ),
  );
}

function passageView({ rank, text, highlights, citation }: Hit, { lang, link }: ViewContext): HTMLLIElement {
  const { title, headings, authors, published } = citation;
  return create(
    "li",
    { part: "passage" },
    create("span", { part: "number", "aria-hidden": "true" }, `${rank}`),
    create(
      "p",
      { part: "trail" },
      create("a", { part: "link", href: link(citation.link) }, title),
      ...headings.map((heading) => trailMark + heading),
    ),
    create("p", { part: "excerpt" }, ...marked(text, highlights)),
    create(
      "p",
      { part: "source" },
      [...authors, ...(published ? [dateText(published, lang)] : [])].join(factMark),
    ),
  );
}

/** A text with the highlighted ranges in `<mark>` elements. */
function marked(text: string, highlights: Hit["highlights"]): Child[] {
  let position = 0;
  const parts = highlights.flatMap(([start, end]) => {
    const before = text.slice(position, start);
    position = end;
    return [before, create("mark", { part: "match" }, text.slice(start, end))];
  });
  return [...parts, text.slice(position)];
}

/** A date in the reader's language; UTC, so that a date without time is the same day everywhere. */
function dateText(iso: string, lang: string): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(iso));
}
