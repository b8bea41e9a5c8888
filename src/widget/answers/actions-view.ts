import type { Answer } from "../../model/index.ts";
import { linkOutline, shareOutline } from "../icons.ts";
import { button, create, icon } from "../kit.ts";
import { copyButton } from "./block-view.ts";
import { factMark, factsOf, type ViewContext } from "./context.ts";
import type { NumberedQuote } from "./quote-view.ts";

/** Buttons that copy an answer with its citations, copy a link to it, and share it where the browser can. */
export function actionsView(
  { question }: Answer,
  quotes: readonly NumberedQuote[],
  context: ViewContext,
): HTMLElement {
  const { labels, copy, link, questionLink } = context;
  const address = questionLink(question) ?? link(quotes[0]?.quote.link ?? "");
  const linkButton = copyButton({ copy: labels.copyLink, copied: labels.copied }, () => copy(address), false);
  linkButton.querySelector("svg")?.replaceWith(icon(linkOutline));
  return create(
    "div",
    { part: "actions" },
    copyButton(labels, () => copy(citedText(quotes, context)), false),
    linkButton,
    "share" in navigator &&
      button(
        { part: "share" },
        () => void navigator.share({ title: question, url: address }).catch(() => undefined),
        icon(shareOutline),
        labels.share,
      ),
  );
}

/** The quotes as text, each with the article, its facts and the address of its sentence. */
function citedText(quotes: readonly NumberedQuote[], { lang, link }: ViewContext): string {
  return quotes
    .map(({ quote: { kind, quote, lead, link: href }, citation }) => {
      const facts = [citation.title, ...citation.headings, ...factsOf(citation, lang)].filter(
        (fact) => fact !== "",
      );
      const text = [...(lead === undefined ? [] : [lead.text]), quote].join("\n");
      return `${kind === "sentence" || kind === "paragraph" ? `“${text}”` : text}\n— ${facts.join(factMark)}\n${link(href)}`;
    })
    .join("\n\n");
}
