import type { ModelContext } from "./agents/page-tool.ts";
import { loadAgents } from "./load-agents.ts";
import type { Session } from "./shell.ts";

/**
 * Lets the agent of the reader's browser ask, where it has one and the widget's attribute `webmcp` says so.
 *
 * @param wake loads the session that answers
 * @returns what takes the offer back
 */
export function offerToAgents(host: Element, wake: () => Promise<Session>): AbortController {
  const offer = new AbortController();
  const name = host.getAttribute("webmcp");
  const { modelContext } = document as { readonly modelContext?: ModelContext };
  if (name !== null && modelContext !== undefined) {
    loadAgents().then(
      ({ offerTool }) => offerTool(modelContext, name || "ask", wake, offer.signal),
      () => undefined,
    );
  }
  return offer;
}
