import { type Answerer, createAnswerer } from "../../src/answer/answer.ts";
import { compileInMemory } from "../../src/build/engines/compiled/compile-corpus.ts";
import { type Collection, defaultCollection } from "../../src/corpus/collection.ts";
import { parseArticle } from "../../src/corpus/formats/read.ts";
import type { Answer, Article } from "../../src/model/index.ts";
import type { LanguageSet } from "../../src/text/language-set.ts";

/** Articles written in a test, and what answers questions over them. */
export interface Library {
  readonly articles: ReadonlyMap<string, Article>;
  readonly answerer: Answerer;
  readonly languages: LanguageSet;
  /** The answer to a question, with five passages. */
  ask(question: string): Promise<Answer>;
  /** Ids of the articles of the passages that a question finds, best first, each once. */
  order(question: string): Promise<string[]>;
}

const libraries = new Map<string, Promise<Library>>();

/** A library of Markdown articles by id, indexed as the build does it. Tests that ask the same articles share one. */
export function libraryOf(
  markdown: Readonly<Record<string, string>>,
  collection: Partial<Collection> = {},
): Promise<Library> {
  const key = JSON.stringify([markdown, collection]);
  const library = libraries.get(key) ?? indexed(markdown, collection);
  libraries.set(key, library);
  return library;
}

async function indexed(
  markdown: Readonly<Record<string, string>>,
  collection: Partial<Collection>,
): Promise<Library> {
  const whole = { ...defaultCollection, lang: "en", ...collection };
  const articles = Object.entries(markdown).map(([id, text]) => {
    const { article, problems } = parseArticle(
      { path: `${id}.md`, bytes: new TextEncoder().encode(text) },
      whole,
    );
    if (article === undefined) throw new Error(problems.map(({ message }) => message).join("\n"));
    return article;
  });
  const { store, languages } = await compileInMemory(whole, articles);
  const answerer = createAnswerer(store, languages);
  const ask = (question: string) => answerer.ask({ question, limit: 5 });
  return {
    articles: new Map(articles.map((article) => [article.id, article])),
    answerer,
    languages,
    ask,
    async order(question) {
      const { passages } = await ask(question);
      return [...new Set(passages.map(({ citation }) => citation.article))];
    },
  };
}
