import type { Answer, Suggestion } from "../../model/index.ts";
import type { AnswererModule, PublishedFile, PublishedHead, StaticAnswerer } from "../../static/published.ts";
import { type AnswerSource, lost, type Narrowing, type Outcome, suggestionSlice } from "./source.ts";

/** As `headName` in src/static/published.ts. */
const headName = "footnote.json";

/** Answerers by the folder that they read, for all widgets of a page. */
const opened = new Map<string, Promise<StaticAnswerer>>();

/** Where the sites are that show the articles, by the same folders: they may be below a path of their host. */
const sites = new Map<string, URL>();

/** Answers in the page itself, from files that a static build has put beside it. */
export class StaticSource implements AnswerSource {
  readonly #folder: string;
  readonly #narrowing: Narrowing;
  #head: Promise<Response> | undefined;

  /**
   * @param folder absolute URL of the files, with a slash at the end
   * @param head what is asked for already: read once
   */
  constructor(folder: string, narrowing: Narrowing, head?: Promise<Response>) {
    this.#folder = folder;
    this.#narrowing = narrowing;
    this.#head = head;
  }

  #open(): Promise<StaticAnswerer> {
    const head = this.#head;
    this.#head = undefined;
    return open(this.#folder, head);
  }

  prepare(): void {
    void this.#open().catch(() => undefined);
  }

  link(href: string): string {
    const site = sites.get(this.#folder);
    return site === undefined || !href.startsWith("/")
      ? new URL(href, this.#folder).href
      : new URL(`.${href}`, site).href;
  }

  async ask(question: string, signal: AbortSignal): Promise<Outcome> {
    const request = { question, ...this.#narrowing };
    const attempt = async (): Promise<Answer> => (await this.#open()).ask(request);
    try {
      const answer = await attempt().catch(() => {
        // The site may have been published anew since it was opened: its files have other names now.
        signal.throwIfAborted();
        opened.delete(this.#folder);
        return attempt();
      });
      signal.throwIfAborted();
      return { kind: "answer", answer, id: undefined };
    } catch (error) {
      if (signal.aborted) throw error;
      return lost();
    }
  }

  async suggest(text: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
    const suggestions = await this.#open()
      .then((answerer) => answerer.suggest(text, suggestionSlice))
      .catch(() => []);
    signal.throwIfAborted();
    return suggestions;
  }

  /** Nobody is there to count votes. */
  async vote(): Promise<void> {}
}

/** Opens the answerer of a folder once. A failure is forgotten, so that the next question tries again. */
function open(folder: string, head: Promise<Response> | undefined): Promise<StaticAnswerer> {
  const known = opened.get(folder);
  if (known !== undefined) return known;
  const opening = load(folder, head);
  opened.set(folder, opening);
  opening.catch(() => opened.delete(folder));
  return opening;
}

async function load(folder: string, early: Promise<Response> | undefined): Promise<StaticAnswerer> {
  const address = folder + headName;
  // Its name stays when a site is published anew: whoever has it asks whether it still holds.
  const asked = await early?.catch(() => undefined);
  const response = asked?.url === address ? asked : await fetch(address, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  const head: PublishedHead = await response.json();
  if (head.site !== undefined) sites.set(folder, new URL(head.site, folder));
  const loadScript = ({ file, integrity }: PublishedFile) => importChecked(folder + file, integrity);
  // The answerer asks for its languages; by then they are here.
  for (const language of head.languages) loadScript(language).catch(() => undefined);
  const module = (await loadScript(head.answerer)) as AnswererModule;
  if (head.serviceWorker !== undefined) {
    // Without one, answers come as well while there is a network.
    await navigator.serviceWorker?.register(folder + head.serviceWorker).catch(() => undefined);
  }
  return module.openAnswerer(folder, head, loadScript);
}

/**
 * Imports a module once its hash was checked. An import alone takes no hash, so that a link fetches the module first. Where
 * the browser preloads no modules, the import fetches it, unchecked.
 */
async function importChecked(href: string, integrity: string): Promise<unknown> {
  const link = document.createElement("link");
  if (link.relList.supports("modulepreload")) {
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
    await loaded.finally(() => link.remove());
  }
  return import(href);
}
