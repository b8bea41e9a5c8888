import * as z from "zod/mini";
import type { Answer, Citation, Hit, Quote } from "../../model/index.ts";
import { defaultLimit, maximumLimit } from "../../model/limits.ts";
import { type AskRequest, askRequestSchema, filterSchemas } from "../../model/request.ts";

/**
 * The natural-language interface of websites that NLWeb specifies (https://nlweb.ai/docs/specification): what its clients
 * send to `/ask`, and what they are sent. Answers are in its format `conv_search`. There is no language model here, so each
 * mode lists what the articles say, and there is no state, so what was asked before is ignored.
 */

/** Version of the protocol that the responses are written by. */
export const protocolVersion = "0.54";

const { question } = askRequestSchema.shape;

/** Clients of other versions send more, which is ignored, as the protocol asks. */
const querySchema = z.object({
  text: question,
  decontextualized_query: z.optional(question),
  max_results: z.optional(z.int().check(z.minimum(1))),
  ...filterSchemas,
});

/** Body of a request: structured, or flat as before version 0.54. */
export const nlwebRequestSchema = z.object({
  query: z.union([querySchema, question]),
  prefer: z.optional(z.object({ streaming: z.optional(z.boolean()) })),
  streaming: z.optional(z.boolean()),
});

/** Query parameters of the flat form, without those that are ignored. */
export const nlwebQuerySchema = z.object({
  query: question,
  decontextualized_query: z.optional(question),
  streaming: z.optional(z.string()),
});

/** A question that came by the protocol. */
export interface NlwebQuestion {
  readonly request: AskRequest;
  /** Whether the client asked for server-sent events. */
  readonly isStreamed: boolean;
}

/** What a body asks, which was checked: its parts are those of a request as they are. */
export function questionOfBody(body: z.output<typeof nlwebRequestSchema>): NlwebQuestion {
  const isStreamed = body.prefer?.streaming ?? body.streaming ?? false;
  if (typeof body.query === "string") {
    return { request: { question: body.query, limit: defaultLimit }, isStreamed };
  }
  const { text, decontextualized_query: whole = text, max_results, ...filters } = body.query;
  const limit = Math.min(max_results ?? defaultLimit, maximumLimit);
  return { request: { question: whole, limit, ...filters }, isStreamed };
}

/** What query parameters ask, which were checked too. */
export function questionOfQuery(query: z.output<typeof nlwebQuerySchema>): NlwebQuestion {
  const { query: text, decontextualized_query: whole = text, streaming } = query;
  return {
    request: { question: whole, limit: defaultLimit },
    isStreamed: /^(?:1|true)$/i.test(streaming ?? ""),
  };
}

/** Something that the articles say, in schema.org's words. */
interface Item {
  readonly "@context": "https://schema.org";
  readonly "@type": "Quotation" | "Article";
  readonly [property: string]: unknown;
}

/**
 * The response to a question: its quotes, then the passages, each with the address of what it cites.
 * Where the articles do not answer, a failure with the nearest passages: nothing there may be taken for an answer.
 *
 * @param origin what addresses without a host are resolved against
 */
export function nlwebResponse(answer: Answer, origin: string): Readonly<Record<string, unknown>> {
  const passages = answer.passages.map((hit) => passageItem(hit, origin));
  if (!answer.answered) {
    return {
      _meta: metaOf("failure"),
      error: {
        code: "NO_RESULTS",
        message: "The articles do not answer this.",
        details: { nearest: passages, related: answer.related ?? [] },
      },
    };
  }
  const quotes = answer.answer.flatMap((quote) => {
    const citation = answer.passages[quote.passage - 1]?.citation;
    return citation === undefined ? [] : [quoteItem(quote, citation, origin)];
  });
  return { _meta: metaOf("answer"), results: [...quotes, ...passages] };
}

const metaOf = (type: "answer" | "failure") => ({
  response_type: type,
  response_format: "conv_search",
  version: protocolVersion,
});

function quoteItem(quote: Quote, citation: Citation, origin: string): Item {
  const lead = quote.lead === undefined ? "" : `${quote.lead.text}\n`;
  const url = new URL(quote.link, origin).href;
  return {
    "@context": "https://schema.org",
    "@type": "Quotation",
    name: citation.title,
    text: lead + quote.quote,
    url,
    inLanguage: quote.lang,
    isPartOf: articleItem(citation, origin),
    grounding: { source_urls: [url], citations: [citation.title] },
  };
}

function passageItem({ text, citation }: Hit, origin: string): Item {
  return {
    "@context": "https://schema.org",
    ...articleItem(citation, origin),
    url: new URL(citation.link, origin).href,
    description: text,
  };
}

function articleItem(citation: Citation, origin: string) {
  const { title, url, lang, authors, published, updated } = citation;
  return {
    "@type": "Article",
    name: title,
    url: new URL(url, origin).href,
    inLanguage: lang,
    ...(authors.length > 0 && { author: authors.map((name) => ({ "@type": "Person", name })) }),
    ...(published !== undefined && { datePublished: published }),
    ...(updated !== undefined && { dateModified: updated }),
  } as const;
}

/**
 * The same response as server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html): `start`, a
 * `result` for each item, and `complete`, which repeats the metadata.
 */
export function nlwebEvents(response: Readonly<Record<string, unknown>>): string {
  const { _meta, results = [], error } = response;
  const events: [string, unknown][] = [["start", { _meta }]];
  for (const [index, item] of (results as readonly unknown[]).entries()) {
    events.push(["result", { index, item }]);
  }
  events.push(["complete", error === undefined ? { _meta } : { _meta, error }]);
  // JSON has no line end inside, so each event is one line of data.
  return events.map(([name, data]) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`).join("");
}
