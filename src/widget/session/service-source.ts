import type { Answer, Suggestion, SuggestionList } from "../../model/index.ts";
import { type AnswerSource, lost, type Narrowing, type Outcome, suggestionSlice } from "./source.ts";

/** Response header with the answer's id, where the service takes feedback. */
const feedbackHeader = "Footnote-Answer-Id";

/** Seconds to wait where the service names none. */
const defaultWait = { limited: 60, busy: 5 } as const;

/** Asks a service over HTTP. */
export class ServiceSource implements AnswerSource {
  readonly #base: string;
  readonly #narrowing: Narrowing;

  /** @param base absolute URL of the service, with a slash at the end */
  constructor(base: string, narrowing: Narrowing) {
    this.#base = base;
    this.#narrowing = narrowing;
  }

  #url(path: string, parameters: Readonly<Record<string, string>>): URL {
    const url = new URL(path, this.#base);
    url.search = this.#narrowing.filters;
    for (const [name, value] of Object.entries(parameters)) if (value) url.searchParams.set(name, value);
    return url;
  }

  /** Nothing is to be made ready: the page has a connection to the service, or opens one in the time of an answer. */
  prepare(): void {}

  link(href: string): string {
    return new URL(href, this.#base).href;
  }

  async ask(question: string, signal: AbortSignal): Promise<Outcome> {
    try {
      const url = this.#url("api/ask", { q: question, limit: this.#narrowing.limit });
      const response = await fetch(url, { signal });
      if (!response.ok) return await problemOf(response);
      const answer: Answer = await response.json();
      return { kind: "answer", answer, id: response.headers.get(feedbackHeader) ?? undefined };
    } catch (error) {
      if (signal.aborted) throw error;
      return lost();
    }
  }

  async suggest(text: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
    try {
      const url = this.#url("api/suggest", { q: text, limit: `${suggestionSlice}` });
      const response = await fetch(url, { signal });
      if (!response.ok) return [];
      const { suggestions }: SuggestionList = await response.json();
      return suggestions;
    } catch (error) {
      if (signal.aborted) throw error;
      return [];
    }
  }

  async vote(answer: string, helpful: boolean): Promise<void> {
    await fetch(new URL("api/feedback", this.#base), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ answer, helpful }),
      keepalive: true,
    }).catch(() => undefined);
  }
}

/** What a response that is no answer says: its status, its problem document and its Retry-After. */
async function problemOf(response: Response): Promise<Outcome> {
  const { status, headers } = response;
  const document: { readonly detail?: unknown } | null = await response.json().catch(() => null);
  const detail = typeof document?.detail === "string" ? document.detail : undefined;
  const wait = (kind: "limited" | "busy"): Outcome => ({
    kind,
    seconds: Number(headers.get("Retry-After")) || defaultWait[kind],
    detail,
  });
  if (status === 429) return wait("limited");
  if (status === 503) return wait("busy");
  if (status === 504 || status === 408) return { kind: "slow", detail };
  return { kind: status < 500 ? "invalid" : "failed", detail };
}
