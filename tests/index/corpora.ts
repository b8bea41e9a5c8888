import fc from "fast-check";
import type { SplitArticle } from "../../src/index/analyse-passage.ts";
import type { IndexInfo, WeightedTerm } from "../../src/index/store.ts";
import type { Article, ArticleMetadata, Passage } from "../../src/model/index.ts";
import type { Filter } from "../../src/model/request.ts";
import { analyse } from "../../src/text/analyser.ts";
import { LanguageSet } from "../../src/text/language-set.ts";
import { loadLanguage } from "../../src/text/languages/index.ts";

const english = await loadLanguage("en");
export const languages = new LanguageSet([english]);

/** A corpus as the build hands it to an engine. */
export interface TestCorpus {
  readonly info: IndexInfo;
  /** Ordered by id. */
  readonly articles: readonly SplitArticle[];
}

/** An article with one passage for each paragraph. */
export function splitArticleOf(
  metadata: Partial<ArticleMetadata> & Pick<ArticleMetadata, "id">,
  paragraphs: readonly { readonly text: string; readonly headings?: readonly string[] }[],
): SplitArticle {
  const defaults = { title: "", url: `/articles/${metadata.id}/`, lang: "en", authors: [], tags: [] };
  const text = paragraphs.map((paragraph) => paragraph.text).join("\n\n");
  let start = 0;
  const blocks = paragraphs.map((paragraph) => {
    const block = { kind: "paragraph" as const, start, end: start + paragraph.text.length };
    start = block.end + 2;
    return block;
  });
  const article: Article = { ...defaults, questions: [], ...metadata, text, blocks };
  const passages = paragraphs.map(({ text, headings = [] }, index): Passage => {
    const { start, end } = blocks[index] ?? { start: 0, end: 0 };
    return {
      id: `${article.id}:${index}`,
      article: article.id,
      headings,
      paragraph: index + 1,
      start,
      end,
      text,
      section: blocks[0]?.start ?? start,
      blocks: [{ kind: "paragraph", start: 0, end: text.length }],
    };
  });
  return { article, passages };
}

/** A corpus of articles in any order. */
export function corpusOf(articles: readonly SplitArticle[]): TestCorpus {
  const bytes = ({ article }: SplitArticle): Uint8Array => new TextEncoder().encode(article.id);
  const sorted = [...articles].sort((a, b) => compareBytes(bytes(a), bytes(b)));
  return {
    info: {
      version: "0123456789abcdef".repeat(4),
      articles: sorted.length,
      passages: sorted.reduce((sum, { passages }) => sum + passages.length, 0),
      title: "Test",
      baseUrl: "",
      languages: ["en"],
      synonyms: {},
    },
    articles: sorted,
  };
}

function compareBytes(left: Uint8Array, right: Uint8Array): number {
  const index = left.findIndex((byte, place) => byte !== right[place]);
  return index === -1 ? left.length - right.length : (left[index] ?? 0) - (right[index] ?? -1);
}

/** Few words, so that passages share them, some of them near each other, and in more than one script. */
const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom("hive", "hives", "honey", "money", "nectar", "queen", "drone", "wax", "swarm"),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom("forager", "foragers", "forger", "pollination", "pollinators", "1,250", "3.5"),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("the", "of", "café", "蜜蜂", "養蜂家", "𠮷野", "zebra", "x-ray", "C++"),
  },
);

const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `${words.join(" ")}.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(" "));
const phrase = fc.array(word, { maxLength: 3 }).map((words) => words.join(" "));
const tag = fc.constantFrom("bees", "beekeeping", "日本", "a:b");

const article = fc.record({
  title: phrase,
  lang: fc.constantFrom("en", "fr"),
  tags: fc.uniqueArray(tag, { maxLength: 3 }),
  authors: fc.array(phrase, { maxLength: 2 }),
  questions: fc.array(phrase, { maxLength: 2 }),
  paragraphs: fc.array(fc.record({ text: paragraph, headings: fc.array(phrase, { maxLength: 2 }) }), {
    minLength: 1,
    maxLength: 6,
  }),
});

const id = fc.oneof(
  fc.stringMatching(/^[a-z]{1,3}(\/[a-z]{1,3})?$/),
  fc.constantFrom("guide/100% café?", "蜂", "𠮷", "\uffee", "a b:c"),
);

/** Corpora of 1 to 12 articles. */
export const corpora: fc.Arbitrary<TestCorpus> = fc
  .uniqueArray(fc.tuple(id, article), { selector: ([id]) => id, minLength: 1, maxLength: 12 })
  .map((entries) =>
    corpusOf(
      entries.map(([id, { paragraphs, ...metadata }]) => splitArticleOf({ id, ...metadata }, paragraphs)),
    ),
  );

/** What the corpora that tests share are made of, another in each run. */
const corporaSeed = Number(process.env["CORPORA_SEED"] ?? Date.now() % 2 ** 31);

/** Corpora for several properties to be tried on: to index one takes longer than to try a property. */
export const sampleCorpora = (count: number): TestCorpus[] =>
  fc.sample(corpora, { numRuns: count, seed: corporaSeed });

/** Has what fails for one of these corpora tell how to have the same ones again. */
export async function tellingCorpora(trying: Promise<void>): Promise<void> {
  try {
    await trying;
  } catch (error) {
    throw new Error(`It fails with CORPORA_SEED=${corporaSeed}: ${error}`, { cause: error });
  }
}

/** Terms as `PassageStore.search` takes them, some of them in no corpus. */
export const queries: fc.Arbitrary<WeightedTerm[]> = fc
  .array(fc.tuple(fc.oneof(word, fc.constant("absent")), fc.constantFrom(1, 0.5)), { maxLength: 6 })
  .map((words) => {
    const weights = new Map<string, number>();
    for (const [text, weight] of words) {
      for (const { term } of analyse(text, english)) weights.set(term, weight);
    }
    return Array.from(weights, ([term, weight]) => ({ term, weight }));
  });

/** Filters, also by what no article has. */
export const filters: fc.Arbitrary<Filter> = fc.record(
  { lang: fc.constantFrom("en", "fr", "de"), tag: fc.oneof(tag, fc.constant("none")), article: id },
  { requiredKeys: [] },
);
