import { html, raw } from "hono/html";
import type { AskPageTemplate } from "../../api/ask-page.ts";
import type { Answer, Citation, Hit, Quote } from "../../model/index.ts";

type Markup = ReturnType<typeof html>;

const nothing = html``;

/** Between facts of an article. */
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
    ${related.length > 0 ? html`<h2>${labels.related}</h2><ul class="questions">${related.map((question) => html`<li><a href="?q=${encodeURIComponent(question)}">${question}</a></li>`)}</ul>` : nothing}
    ${passages.length > 0 ? html`<h2>${answered ? labels.passages : labels.nearest}</h2><ol class="index">${passages.map((hit) => passageMarkup(hit, lang))}</ol>` : nothing}`;
}

function quoteMarkup(quote: Quote, number: number, passages: readonly Hit[], lang: string): Markup {
  const citation = passages[quote.passage - 1]?.citation;
  if (citation === undefined) return nothing;
  const { kind, lead, quote: text, link } = quote;
  const mark = html`<a class="number" href="${link}" aria-label="${number}: ${citation.title}">${number}</a>`;
  const content =
    kind === "code"
      ? html`<pre tabindex="0"><code>${text}</code></pre>${mark}`
      : kind === "list"
        ? html`<ul>${text.split("\n").map((item) => html`<li>${item}</li>`)}</ul>${mark}`
        : kind === "table"
          ? html`${tableMarkup(text, lead?.text)}${mark}`
          : html`<p>${text} ${mark}</p>`;
  return html`<figure>
    <blockquote cite="${link}" lang="${quote.lang}" dir="auto">
      ${lead !== undefined && kind !== "table" ? html`<p>${lead.text}</p>` : nothing}${content}
    </blockquote>
    <figcaption class="byline"><a href="${link}" lang="${quote.lang}">${citation.title}</a>${factMark}${factsOf(citation, lang).join(factMark)}</figcaption>
  </figure>`;
}

function tableMarkup(text: string, header: string | undefined): Markup {
  const head =
    header === undefined
      ? nothing
      : html`<thead><tr>${header.split("\t").map((cell) => html`<th>${cell}</th>`)}</tr></thead>`;
  return html`<table>${head}<tbody>${text.split("\n").map((row) => html`<tr>${row.split("\t").map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>`;
}

/** Where in its article a passage stands, by whom it is, and its date. */
function factsOf({ headings, authors, updated, published }: Citation, lang: string): string[] {
  const date = updated ?? published;
  const format = { year: "numeric", month: "short", day: "numeric", timeZone: "UTC" } as const;
  return [
    ...(headings.length > 0 ? [headings.join(" › ")] : []),
    ...authors,
    ...(date === undefined ? [] : [new Date(date.slice(0, 10)).toLocaleDateString(lang, format)]),
  ];
}

function passageMarkup({ text, citation }: Hit, lang: string): Markup {
  return html`<li>
    <a href="${citation.link}" lang="${citation.lang}" dir="auto">${citation.title}</a>
    <p lang="${citation.lang}" dir="auto">${text}</p>
    <p class="byline">${factsOf(citation, lang).join(factMark)}</p>
  </li>`;
}
