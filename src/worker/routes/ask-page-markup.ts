import { html, raw } from "hono/html";
import type { AskPageTemplate } from "../../api/ask-page.ts";
import type { Answer, Citation, Hit, PassageBlock, Quote } from "../../model/index.ts";
import { dateFormat } from "../../shared/date-format.ts";

type Markup = ReturnType<typeof html>;

const nothing = html``;

/** Between facts of an article, which are in several languages and directions. */
const factMark = " · ";

/** The page of a question and its answer. Everything that stands in articles or in the question is escaped. */
export function askPage(question: string, answer: Answer, template: AskPageTemplate): Markup {
  const [before, between, after] = template.parts;
  return html`${raw(before)}${question}${raw(between)}${answerMarkup(answer, template)}${raw(after)}`;
}

function answerMarkup(answer: Answer, { labels, lang }: AskPageTemplate): Markup {
  const { answered, passages, related = [], searchedFor = [], partial } = answer;
  const guesses = searchedFor.map(({ asked, instead }) => {
    const text = labels.guessed.replace(/[#@]/g, (mark) => (mark === "#" ? instead.join(", ") : asked));
    return html`<p class="byline">${text}</p>`;
  });
  return html`${guesses}${partial ? html`<p class="byline">${labels.partial}</p>` : nothing}
    <h2>${labels.answer}</h2>
    ${answered ? answer.answer.map((quote, index) => quoteMarkup(quote, index + 1, passages, lang)) : html`<p class="refused">${labels.refused}</p>`}
    ${related.length > 0 ? html`<h2>${labels.related}</h2><ul class="questions">${related.map((question) => html`<li><a href="?q=${encodeURIComponent(question)}" dir="auto">${question}</a></li>`)}</ul>` : nothing}
    ${passages.length > 0 ? html`<h2>${answered ? labels.passages : labels.nearest}</h2><ol class="index">${passages.map((hit) => passageMarkup(hit, lang))}</ol>` : nothing}`;
}

function quoteMarkup(quote: Quote, number: number, passages: readonly Hit[], lang: string): Markup {
  const citation = passages[quote.passage - 1]?.citation;
  if (citation === undefined) return nothing;
  const { kind, lead, quote: text, link } = quote;
  const mark = html`<a class="number" href="${link}" aria-label="${number}: ${citation.title}">${number}</a>`;
  const header = kind === "table" ? lead?.text : undefined;
  const isApart = kind === "code" || kind === "list" || kind === "table";
  const content = isApart ? html`${blockMarkup(kind, text, header)}${mark}` : html`<p>${text} ${mark}</p>`;
  return html`<figure>
    <blockquote cite="${link}" lang="${quote.lang}" dir="auto">
      ${lead !== undefined && header === undefined ? html`<p>${lead.text}</p>` : nothing}${content}
    </blockquote>
    <figcaption class="byline"><a href="${link}" lang="${quote.lang}" dir="auto">${citation.title}</a>${factsOf(citation, lang).map((fact) => html`${factMark}<bdi>${fact}</bdi>`)}</figcaption>
  </figure>`;
}

/** A part of an article as what it is. @param header of a table, where the text has the rows below it alone */
function blockMarkup(kind: PassageBlock["kind"] | "sentence", text: string, header?: string): Markup {
  switch (kind) {
    case "code":
      return html`<pre dir="ltr" tabindex="0"><code>${text}</code></pre>`;
    case "list":
      return html`<ul>${text.split("\n").map((item) => html`<li>${item}</li>`)}</ul>`;
    case "table":
      return tableMarkup(text.split("\n"), header);
    default:
      return html`<p>${text}</p>`;
  }
}

function tableMarkup(rows: readonly string[], header: string | undefined): Markup {
  const head =
    header === undefined
      ? nothing
      : html`<thead><tr>${header.split("\t").map((cell) => html`<th>${cell}</th>`)}</tr></thead>`;
  return html`<table>${head}<tbody>${rows.map((row) => html`<tr>${row.split("\t").map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>`;
}

/** Where in its article a passage stands, by whom it is, and its date. */
function factsOf({ headings, authors, updated, published }: Citation, lang: string): string[] {
  const date = updated ?? published;
  return [
    ...(headings.length > 0 ? [headings.join(" › ")] : []),
    ...authors,
    ...(date === undefined ? [] : [new Date(date.slice(0, 10)).toLocaleDateString(lang, dateFormat(date))]),
  ];
}

function passageMarkup({ text, blocks, citation }: Hit, lang: string): Markup {
  const content = blocks.map(({ kind, start, end }) => {
    const block = text.slice(start, end);
    if (kind !== "table") return blockMarkup(kind, block);
    // Its first row is its header.
    const [header, ...rows] = block.split("\n");
    return tableMarkup(rows, header);
  });
  return html`<li>
    <a href="${citation.link}" lang="${citation.lang}" dir="auto">${citation.title}</a>
    <div lang="${citation.lang}" dir="auto">${content}</div>
    <p class="byline">${factsOf(citation, lang).map((fact, index) => html`${index > 0 ? factMark : ""}<bdi>${fact}</bdi>`)}</p>
  </li>`;
}
