import type { Answer, Suggestion, SuggestionList } from "../model/index.ts";

/** Response header with the answer's id, where the service takes feedback. */
const feedbackHeader = "Footnote-Answer-Id";

/** Seconds to wait after a 429 without Retry-After. */
const defaultWait = 60;

/** The outcome of a question. */
export type Outcome =
  | { readonly kind: "answer"; readonly answer: Answer; readonly id: string | undefined }
  | { readonly kind: "offline" }
  | { readonly kind: "limited"; readonly seconds: number }
  | { readonly kind: "failed" };

/** Service and search options. */
export interface WidgetClientOptions {
  /** URL of the service. */
  readonly endpoint: string;
  /** Query parameters that narrow the search, such as `tag=docs&lang=en`. */
  readonly filters: string;
  /** How many passages to return; the service decides when empty. */
  readonly limit: string;
}

/** Talks to the service. Every method rejects with an `AbortError` once its signal is aborted. */
export class WidgetClient {
  readonly #options: WidgetClientOptions;

  constructor(options: WidgetClientOptions) {
    this.#options = options;
  }

  #url(path: string, parameters: Readonly<Record<string, string>>): URL {
    const { endpoint, filters } = this.#options;
    const url = new URL(path, endpoint);
    url.search = filters;
    for (const [name, value] of Object.entries(parameters)) if (value) url.searchParams.set(name, value);
    return url;
  }

  /** Resolves a link of an answer, which is relative where the collection has no base URL. */
  link(href: string): string {
    return new URL(href, this.#options.endpoint).href;
  }

  async ask(question: string, signal: AbortSignal): Promise<Outcome> {
    try {
      const response = await fetch(this.#url("/api/ask", { q: question, limit: this.#options.limit }), {
        signal,
      });
      if (response.status === 429) {
        const seconds = Number(response.headers.get("Retry-After"));
        return { kind: "limited", seconds: seconds > 0 ? seconds : defaultWait };
      }
      if (!response.ok) return { kind: "failed" };
      const answer: Answer = await response.json();
      return { kind: "answer", answer, id: response.headers.get(feedbackHeader) ?? undefined };
    } catch (error) {
      if (signal.aborted) throw error;
      return { kind: navigator.onLine ? "failed" : "offline" };
    }
  }

  /** Suggestions; none when the request fails. */
  async suggest(text: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
    try {
      const response = await fetch(this.#url("/api/suggest", { q: text }), { signal });
      if (!response.ok) return [];
      const { suggestions }: SuggestionList = await response.json();
      return suggestions;
    } catch (error) {
      if (signal.aborted) throw error;
      return [];
    }
  }

  /** Sends a vote on an answer. A failure is ignored: it is not worth troubling the reader. */
  async vote(answer: string, helpful: boolean): Promise<void> {
    await fetch(new URL("/api/feedback", this.#options.endpoint), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ answer, helpful }),
      keepalive: true,
    }).catch(() => undefined);
  }
}
