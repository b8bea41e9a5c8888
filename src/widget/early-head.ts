import type { PublishedHead } from "../static/published.ts";
import { create } from "./dom.ts";

/**
 * Asks for the head in the folder that `src` of a widget names, before anything is there that reads it, and then for the scripts
 * that it names, which are checked as `session/static-source.ts` does. Rejects when there is none.
 */
export function askForHead(src: string): Promise<Response> {
  const response = fetch(src.replace(/\/?$/, "/footnote.json"), { cache: "no-cache" });
  const preload = async (head: Response): Promise<void> => {
    const { answerer, languages }: PublishedHead = await head.clone().json();
    for (const { file, integrity } of [answerer, ...languages]) {
      const { href } = new URL(file, head.url);
      document.head.append(create("link", { rel: "modulepreload", href, integrity, crossorigin: "" }));
    }
  };
  // Whoever reads it sees why it failed.
  response.then(preload).catch(() => {});
  return response;
}
