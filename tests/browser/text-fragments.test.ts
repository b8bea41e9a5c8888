import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { citationOf } from "../../src/answer/cite.ts";
import { compileInMemory } from "../../src/build/engines/compiled/compile-corpus.ts";
import { loadCorpus } from "../../src/corpus/load.ts";
import { DirectiveFinder } from "../../src/fragments/find.ts";
import { makeDirective } from "../../src/fragments/make.ts";
import { linkTarget } from "../../src/fragments/repeated.ts";
import type { StoredPassage } from "../../src/index/store.ts";
import type { Range } from "../../src/model/index.ts";
import { sentences } from "../../src/text/sentences.ts";
import { fixtureCorpus } from "../setup/output.ts";
import { open, serviceUrl, useBrowser } from "./fixture.ts";
import { type Box, boxesOf, highlighted, highlightIn } from "./highlight.ts";

useBrowser();

const { collection, articles } = await loadCorpus(fixtureCorpus);
const { store, languages } = await compileInMemory(collection, articles);
const passages = await store.passages(Array.from({ length: store.info.passages }, (_, key) => key));

/** A sentence of an article, and the directive of the link that an answer gives for it. */
interface Target extends Range {
  readonly directive: string;
}

/** The targets that answers can link to in a passage: its sentences, and each block of code as one. */
function targetsIn(stored: StoredPassage): Target[] {
  const { passage, article } = stored;
  const targets = new Map<number, Target>();
  const language = languages.of(article.lang);
  for (const range of sentences(passage.text, { start: 0, end: passage.text.length }, language)) {
    const sentence = { start: passage.start + range.start, end: passage.start + range.end };
    const [, directive = ""] = citationOf(stored, store.info, sentence).link.split("#:~:");
    const { start, end } = linkTarget(passage, sentence);
    targets.set(start, { start, end, directive });
  }
  return [...targets.values()];
}

/** A window that shows all of an article, in pixels. It stays as it is from page to page: to draw so many takes long. */
const wholeArticle = { height: 4000, width: 1400 };

/** Opens an article's page with these directives and tells pixels of the highlight's colour from others. */
async function show(
  path: string,
  directives: readonly string[],
): Promise<{ page: Page; isMarked: (x: number, y: number) => boolean }> {
  // From the same page it would be a step within it, which keeps what was found before.
  await open("about:blank", wholeArticle);
  const page = await open(`${path}#:~:${directives.join("&")}`, wholeArticle);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 250)));
  return { page, isMarked: await highlightIn(page) };
}

/** A browser takes so many directives of one address and no more. */
const directivesAtOnce = 10;

test.each([
  [
    "a letter that only joins, fifth",
    "تخيل هذا السيناريو: أنت الـ maintainer لمشروع مفتوح المصدر مشهور يشارك فيه مطورون.",
  ],
  ["a letter that only joins, last", "اكتب في أول الكلمة الحرف بـ"],
  ["a mark of direction, last", "שאלה ראשונה ותשובה על שאלה.\u200f"],
  ["isolates around a word", "It is called \u2068الـ\u2069 in \u2068Arabic\u2069"],
])("a sentence is found that has %s", async (_, sentence) => {
  const before = "Something else stands here.";
  const text = `${before}\n\n${sentence}\n\nAnd here.`;
  const start = before.length + 2;
  const directive = makeDirective(new DirectiveFinder(text), { start, end: start + sentence.length });
  const page = await open("about:blank");
  const paragraphs = text.split("\n\n").map((paragraph) => `<p>${paragraph}</p>`);
  await page.route("**/joined", (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: `<!doctype html><title>Joined</title><style>p { margin: 2000px 0 }</style>${paragraphs.join("")}`,
    }),
  );
  await page.goto(`${serviceUrl}/joined#:~:${directive}`);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(2000);
});

describe.each(articles.map(({ id, url, text }) => ({ id, url, text })))("$id", ({ id, url, text }) => {
  test("every sentence is found where it stands, from its first character to its last", {
    timeout: 180_000,
  }, async () => {
    const targets = passages.filter(({ article }) => article.id === id).flatMap(targetsIn);
    expect(targets.length).toBeGreaterThan(0);
    // Highlights of neighbours would run into one another, so no two of them are asked for at once.
    const stride = Math.max(2, Math.ceil(targets.length / directivesAtOnce));
    // The page is laid out the same whatever its address asks for: to measure each letter takes as long as to load it.
    let boxes: Box[][] | undefined;
    for (let first = 0; first < stride; first++) {
      const isShown = (index: number): boolean => index % stride === first;
      const shown = targets.filter((_, index) => isShown(index));
      const { page, isMarked } = await show(
        new URL(url, serviceUrl).pathname,
        shown.map(({ directive }) => directive),
      );
      boxes ??= await boxesOf(page, text, targets);
      const seen = targets.map(({ directive, start, end }, index) => {
        const marks = highlighted(boxes?.[index] ?? [], isMarked);
        const share = marks.filter(Boolean).length / marks.length;
        const whole = share > 0.9 && marks.at(0) === true && marks.at(-1) === true;
        return {
          directive,
          sentence: text.slice(start, end),
          found: share === 0 ? false : whole ? true : share,
        };
      });
      expect(seen.filter(({ found }, index) => found !== isShown(index))).toEqual([]);
    }
  });
});
