/** A word of a question swapped for another one that the articles lack: what they say is of something else, and is not shown. */
import { describe, expect, test } from "vitest";
import { type Library, libraryOf } from "./library.ts";
import { swappedSets } from "./swapped.ts";

for (const { lang, articles, pairs } of swappedSets) {
  describe(`in ${lang}`, async () => {
    const library: Library = await libraryOf(articles, { lang });
    test.each(pairs)("%s is answered, %s is not", async (asked, swapped) => {
      expect((await library.ask(asked)).answered).toBe(true);
      expect((await library.ask(swapped)).answered).toBe(false);
    });
  });
}
