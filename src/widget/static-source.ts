import type { Suggestion } from "../model/index.ts";
import type { AnswererModule, HeadName, PublishedHead, StaticAnswerer } from "../static/published.ts";
import type { AnswerSource, Narrowing, Outcome } from "./source.ts";

const headName: HeadName = "footnote.json";

/** Answerers by the folder that they read, for all widgets of a page. */
const opened = new Map<string, Promise<StaticAnswerer>>();

/** Answers in the page itself, from files that a static build has put beside it. */
export class StaticSource implements AnswerSource {
  readonly #folder: string;
  readonly #narrowing: Narrowing;

  /** @param folder absolute URL of the files, with a slash at the end */
  constructor(folder: string, narrowing: Narrowing) {
    this.#folder = folder;
    this.#narrowing = narrowing;
  }

  prepare(): void {
    void open(this.#folder).catch(() => undefined);
  }

  link(href: string): string {
    return new URL(href, this.#folder).href;
  }

  async ask(question: string, signal: AbortSignal): Promise<Outcome> {
    try {
      const answer = await (await open(this.#folder)).ask({ question, ...this.#narrowing });
      signal.throwIfAborted();
      return { kind: "answer", answer, id: undefined };
    } catch (error) {
      if (signal.aborted) throw error;
      return { kind: navigator.onLine ? "failed" : "offline" };
    }
  }

  async suggest(text: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
    const suggestions = await open(this.#folder)
      .then((answerer) => answerer.suggest(text))
      .catch(() => []);
    signal.throwIfAborted();
    return suggestions;
  }

  /** Nobody is there to count votes. */
  async vote(): Promise<void> {}
}

/** Opens the answerer of a folder once. A failure is forgotten, so that the next question tries again. */
function open(folder: string): Promise<StaticAnswerer> {
  const known = opened.get(folder);
  if (known !== undefined) return known;
  const opening = load(folder);
  opened.set(folder, opening);
  opening.catch(() => opened.delete(folder));
  return opening;
}

async function load(folder: string): Promise<StaticAnswerer> {
  // Its name stays when a site is published anew: whoever has it asks whether it still holds.
  const response = await fetch(folder + headName, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${folder}${headName} answered ${response.status}`);
  const head: PublishedHead = await response.json();
  const script = folder + head.answerer.file;
  await preload(script, head.answerer.integrity);
  const module: AnswererModule = await import(script);
  return module.openAnswerer(folder, head);
}

/**
 * Fetches a module and checks its hash; the import that follows takes what was fetched. An import alone takes no hash. Where
 * the browser preloads no modules, the import fetches the script itself.
 */
async function preload(href: string, integrity: string): Promise<void> {
  const link = document.createElement("link");
  if (!link.relList.supports("modulepreload")) return;
  link.rel = "modulepreload";
  link.crossOrigin = "anonymous";
  link.integrity = integrity;
  link.href = href;
  const loaded = new Promise((resolve, reject) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", () =>
      reject(new Error(`${href} was not loaded, or is not what was built`)),
    );
  });
  document.head.append(link);
  try {
    await loaded;
  } finally {
    link.remove();
  }
}
