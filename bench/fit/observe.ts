import { basename } from "node:path";
import { search } from "../../src/answer/answer.ts";
import { quotedPassages } from "../../src/answer/quote.ts";
import type { RetrievalResult } from "../../src/answer/retrieve.ts";
import { type FetchedPassage, type QuoteCandidate, scoreUnits } from "../../src/answer/score-units.ts";
import { compileInMemory } from "../../src/build/engines/compiled/compile-corpus.ts";
import { judgedCorpus, ownersCorpus } from "../../src/build/judged-corpus.ts";
import { progressLine } from "../../src/build/progress.ts";
import { holdsAnswer } from "../../src/evaluation/evaluate.ts";
import { saysAnswer } from "../../src/evaluation/evaluate-answers.ts";
import { readJudgedSet } from "../../src/evaluation/judged-set.ts";
import { isQuestionSet, readQuestionSet } from "../../src/evaluation/question-set.ts";
import type { LanguageSet } from "../../src/text/language-set.ts";

/** A question that was asked of a corpus. */
export interface Asked {
  readonly retrieved: RetrievalResult;
  readonly fetched: readonly FetchedPassage[];
  /** The units of the passages, scored by the weights that are shipped. */
  readonly candidates: readonly QuoteCandidate[];
  readonly answerable: boolean;
  /** Whether a unit answers: judged by what it says where that is known, else by its document. */
  answers(candidate: QuoteCandidate): boolean;
}

/** Questions over one corpus. */
export interface Observed {
  readonly name: string;
  /** Articles as their owner has them, or passages of an encyclopedia. */
  readonly kind: "real" | "ranked";
  readonly languages: LanguageSet;
  readonly asked: readonly Asked[];
}

/** A question of any kind of set. */
interface Judged {
  readonly text: string;
  readonly answerable: boolean;
  /** Whether an article with this id holds an acceptable answer. */
  isRight(article: string): boolean;
  says(text: string): boolean;
}

async function judgedQuestions(folder: string) {
  if (isQuestionSet(folder)) {
    const set = readQuestionSet(folder);
    const { articleAt, ...corpus } = await ownersCorpus(set);
    const questions = set.questions.map((question): Judged => {
      const right = new Set(question.article.map(articleAt));
      const isRight = (article: string): boolean => right.has(article);
      const says = (text: string): boolean => saysAnswer(question, text);
      return { text: question.question, answerable: question.answerable, isRight, says };
    });
    return { kind: "real" as const, corpus, questions };
  }
  const set = readJudgedSet(folder);
  const { documentOf, ...corpus } = await judgedCorpus(set);
  const questions = set.queries.map(({ id, text, answerable, answers }): Judged => {
    const isRight = (article: string): boolean => (set.judgements.get(id)?.get(documentOf(article)) ?? 0) > 0;
    return {
      text,
      answerable,
      isRight,
      says: (quote) => answers.length === 0 || holdsAnswer([quote], answers),
    };
  });
  return { kind: "ranked" as const, corpus, questions };
}

/** Asks at most `limit` questions of a judged set, evenly spread over it. */
export async function observe(folder: string, limit: number): Promise<Observed> {
  const name = basename(folder);
  const { kind, corpus, questions } = await judgedQuestions(folder);
  const { store, languages } = await compileInMemory(corpus.collection, corpus.articles);
  const step = Math.max(1, questions.length / limit);
  const chosen = questions.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  const progress = progressLine(`asking ${name}`);
  const asked: Asked[] = [];
  for (const { text, answerable, isRight, says } of chosen) {
    const found = await search({ store, languages, question: text, limit: quotedPassages });
    const { retrieved } = found;
    const fetched = found.fetched.slice(0, quotedPassages);
    const candidates = scoreUnits(retrieved, fetched, languages.of);
    const answers = ({ passage, show }: QuoteCandidate): boolean =>
      answerable && isRight(fetched[passage]?.stored.article.id ?? "") && says(show().text);
    asked.push({
      retrieved,
      fetched,
      candidates,
      answerable,
      answers,
    });
    progress.update(asked.length, chosen.length);
  }
  progress.end();
  return { name, kind, languages, asked };
}
