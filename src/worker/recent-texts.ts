/** Bytes of memory for all texts, at two a character, and for one at most: a long article must not take the place of many answers. */
const limit = 8 * 1024 * 1024;
const longest = limit / 64;

/** The response texts of late by their entity tags: readers ask the same questions again, and a tag changes with the index. */
export class RecentTexts {
  /** In the order of last use. */
  readonly #texts = new Map<string, string>();
  #bytes = 0;

  get(tag: string): string | undefined {
    const text = this.#texts.get(tag);
    if (text === undefined) return undefined;
    this.#texts.delete(tag);
    this.#texts.set(tag, text);
    return text;
  }

  /** Keeps a text and forgets those that were not asked for the longest. */
  keep(tag: string, text: string): void {
    const bytes = bytesOf(text);
    if (bytes > longest || this.#texts.has(tag)) return;
    this.#texts.set(tag, text);
    this.#bytes += bytes;
    for (const [other, old] of this.#texts) {
      if (this.#bytes <= limit) return;
      this.#texts.delete(other);
      this.#bytes -= bytesOf(old);
    }
  }
}

const bytesOf = (text: string): number => 2 * text.length;
