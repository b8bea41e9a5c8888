import type { PassageStore } from "../index/store.ts";
import type { Answer, AskRequest } from "../model.ts";

/** Answers questions over one store. HTTP, MCP, widget and command line all share this. */
export interface Answerer {
  readonly store: PassageStore;
  /** @throws IndexUnavailableError when the index cannot be read or trusted. */
  ask(request: AskRequest): Promise<Answer>;
}
