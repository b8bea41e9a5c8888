import type { Answer, Suggestion, SuggestionList } from "../model/index.ts";

/** Response header that names an answer to a service which takes feedback on it. */
const feedbackHeader = "Footnote-Answer-Id";

/** Seconds to wait where a service that limits its readers does not say how long. */
const defaultWait = 60;

/** How a question ended. */
export type Outcome =
  | { readonly kind: "answer"; readonly answer: Answer; readonly id: string | undefined }
  | { readonly kind: "offline" }
  | { readonly kind: "limited"; readonly seconds: number }
  | { readonly kind: "failed" };

/** Which service is asked, and for what. */
export interface WidgetClientOptions {
  /** URL of the service. */
  readonly endpoint: string;
  /** Parameters of a query that narrow the search, such as `tag=docs&lang=en`. */
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

  /** Suggestions are an aid: where they fail, there are none. */
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

  /** Tells the service whether an answer helped. A vote that is lost is not worth troubling the reader. */
  async vote(answer: string, helpful: boolean): Promise<void> {
    await fetch(new URL("/api/feedback", this.#options.endpoint), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ answer, helpful }),
      keepalive: true,
    }).catch(() => undefined);
  }
}
