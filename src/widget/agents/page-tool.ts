import type { Session } from "../shell.ts";
import { askForAgent } from "./ask-for-agent.ts";

/** What is used here of a page's tools for agents: https://webmachinelearning.github.io/webmcp/ */
export interface ModelContext {
  registerTool(tool: object, options: { readonly signal: AbortSignal }): Promise<unknown>;
}

/**
 * Offers a question to the agent of the reader's browser. Nothing is requested before the agent asks.
 *
 * @param name of the tool, which no other of the page may have
 * @param wake loads the session that answers
 * @param signal takes the offer back
 */
export async function offerTool(
  modelContext: ModelContext,
  name: string,
  wake: () => Promise<Session>,
  signal: AbortSignal,
): Promise<void> {
  const tool = {
    name,
    description:
      "Answers a question with sentences quoted from this site's articles, each with a link to it.",
    inputSchema: {
      type: "object",
      properties: { question: { type: "string", description: "In plain words, in any language." } },
      required: ["question"],
    },
    // Articles may hold what others wrote, and are no instructions.
    annotations: { readOnlyHint: true, untrustedContentHint: true },
    execute: async (
      { question }: { readonly question: string },
      // Browsers that pass no signal cannot take a question back.
      asking: { readonly signal: AbortSignal } = { signal },
    ) => askForAgent((await wake()).source(), question, asking.signal),
  };
  try {
    await modelContext.registerTool(tool, { signal });
  } catch (error) {
    // Another tool may have that name, or the page's policy allow none.
    // biome-ignore lint/suspicious/noConsole: it is for the owner of the page, who has no other way to learn of it
    if (!signal.aborted) console.warn(`<footnote-ask webmcp="${name}">: the tool was not taken.`, error);
  }
}
