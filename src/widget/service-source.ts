import type { Answer, Suggestion, SuggestionList } from "../model/index.ts";
import type { AnswerSource, Narrowing, Outcome } from "./source.ts";

/** Response header with the answer's id, where the service takes feedback. */
const feedbackHeader = "Footnote-Answer-Id";

/** Seconds to wait after a 429 without Retry-After. */
const defaultWait = 60;

/** Asks a service over HTTP. */
export class ServiceSource implements AnswerSource {
  readonly #endpoint: string;
  readonly #narrowing: Narrowing;

  /** @param endpoint absolute URL of the service, with a slash at the end: it may be below a path of its host */
  constructor(endpoint: string, narrowing: Narrowing) {
    this.#endpoint = endpoint;
    this.#narrowing = narrowing;
  }

  #url(path: string, parameters: Readonly<Record<string, string>>): URL {
    const url = new URL(path, this.#endpoint);
    url.search = this.#narrowing.filters;
    for (const [name, value] of Object.entries(parameters)) if (value) url.searchParams.set(name, value);
    return url;
  }

  /** Nothing is to be made ready: the page has a connection to the service, or opens one in the time of an answer. */
  prepare(): void {}

  link(href: string): string {
    return new URL(href, this.#endpoint).href;
  }

  async ask(question: string, signal: AbortSignal): Promise<Outcome> {
    try {
      const response = await fetch(this.#url("api/ask", { q: question, limit: this.#narrowing.limit }), {
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

  async suggest(text: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
    try {
      const response = await fetch(this.#url("api/suggest", { q: text }), { signal });
      if (!response.ok) return [];
      const { suggestions }: SuggestionList = await response.json();
      return suggestions;
    } catch (error) {
      if (signal.aborted) throw error;
      return [];
    }
  }

  async vote(answer: string, helpful: boolean): Promise<void> {
    await fetch(new URL("api/feedback", this.#endpoint), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ answer, helpful }),
      keepalive: true,
    }).catch(() => undefined);
  }
}
