import { search } from "../../src/answer/answer.ts";
import type { ConfidenceFeatures } from "../../src/answer/confidence.ts";
import { quotedText } from "../../src/answer/quote.ts";
import { compileInMemory } from "../../src/build/compile-corpus.ts";
import { judgedCorpus } from "../../src/build/judged-corpus.ts";
import { progressLine } from "../../src/build/progress.ts";
import { holdsAnswer } from "../../src/evaluation/evaluate.ts";
import type { JudgedQuery, JudgedSet } from "../../src/evaluation/judged-set.ts";

/** What was measured for one question of a judged set. */
export interface Asked {
  readonly features: ConfidenceFeatures;
  /** `near-miss` when the corpus treats what is asked about and does not answer it. */
  readonly kind: "answerable" | "near-miss" | "off-topic";
  /** Whether the first passage is of a relevant document. */
  readonly right: boolean;
  /** Whether the first quote holds a gold answer; true where none is known. */
  readonly holdsAnswer: boolean;
}

const kindOf = ({ answerable, source_doc }: JudgedQuery): Asked["kind"] => {
  if (answerable) return "answerable";
  return source_doc === undefined ? "off-topic" : "near-miss";
};

/**
 * The answerable questions of a set over a corpus that lacks every other article, so that half of them are off its topics.
 * Documents of one title are one article. Undefined for a set without documents of its own.
 */
export function halved(set: JudgedSet): JudgedSet | undefined {
  if (set.documents === undefined) return undefined;
  const titles = [...new Set(set.documents.map(({ title }) => title))];
  const left = new Set(titles.filter((_, index) => index % 2 === 0));
  const documents = set.documents.filter(({ title }) => left.has(title));
  const ids = new Set(documents.map(({ id }) => id));
  const isLeft = ({ id }: JudgedQuery): boolean =>
    [...(set.judgements.get(id) ?? [])].some(([document, grade]) => grade > 0 && ids.has(document));
  const queries = set.queries
    .filter(({ answerable }) => answerable)
    .map((query) => ({ ...query, answerable: isLeft(query), source_doc: undefined }));
  return { ...set, documents, queries };
}

/** Asks at most `limit` questions of a judged set, evenly spread over it. */
export async function observe(name: string, set: JudgedSet, limit: number): Promise<Asked[]> {
  const { collection, articles, documentOf } = await judgedCorpus(set);
  const { store, languages } = await compileInMemory(collection, articles);
  const step = Math.max(1, set.queries.length / limit);
  const chosen = set.queries.filter(
    (_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step),
  );
  const progress = progressLine(`asking ${name}`);
  const asked: Asked[] = [];
  for (const query of chosen) {
    const { features, fetched, quotes } = await search({ store, languages, question: query.text, limit: 1 });
    const first = fetched[0]?.stored.article.id;
    const grade = first === undefined ? 0 : (set.judgements.get(query.id)?.get(documentOf(first)) ?? 0);
    const quoted = quotes.slice(0, 1).map((quote) => quotedText(quote, fetched));
    asked.push({
      features,
      kind: kindOf(query),
      right: query.answerable && grade > 0,
      holdsAnswer: query.answers.length === 0 || holdsAnswer(quoted, query.answers),
    });
    progress.update(asked.length, chosen.length);
  }
  progress.end();
  return asked;
}
