import type { Suggestion } from "../../model/index.ts";
import { loadFiles } from "./load-files.ts";
import { type AnswerSource, lost, type Narrowing, type Outcome } from "./source.ts";

/** Answers from files, by a script that is loaded when it is first needed: few pages have them. */
export class FilesSource implements AnswerSource {
  readonly #folder: string;
  readonly #narrowing: Narrowing;
  readonly #head: Promise<Response> | undefined;
  #source: AnswerSource | undefined;
  #loading: Promise<AnswerSource> | undefined;

  /**
   * @param folder absolute URL of the files, with a slash at the end
   * @param head what is asked for already
   */
  constructor(folder: string, narrowing: Narrowing, head?: Promise<Response>) {
    this.#folder = folder;
    this.#narrowing = narrowing;
    this.#head = head;
  }

  /** Loads the script once. A failure is forgotten, so that the next question tries again. */
  #load(): Promise<AnswerSource | undefined> {
    this.#loading ??= loadFiles().then(({ StaticSource }) => {
      this.#source = new StaticSource(this.#folder, this.#narrowing, this.#head);
      return this.#source;
    });
    return this.#loading.catch(() => {
      this.#loading = undefined;
      return undefined;
    });
  }

  prepare(): void {
    void this.#load().then((source) => source?.prepare());
  }

  link(href: string): string {
    return this.#source?.link(href) ?? new URL(href, this.#folder).href;
  }

  async ask(question: string, signal: AbortSignal): Promise<Outcome> {
    const source = await this.#load();
    signal.throwIfAborted();
    return source === undefined ? lost() : source.ask(question, signal);
  }

  async suggest(text: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
    const source = await this.#load();
    signal.throwIfAborted();
    return source === undefined ? [] : source.suggest(text, signal);
  }

  /** Nobody is there to count votes. */
  async vote(): Promise<void> {}
}
