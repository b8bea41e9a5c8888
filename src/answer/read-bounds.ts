import { maskOf } from "../index/fields.ts";
import type { Candidate, PassageHint } from "../index/store.ts";
import type { RankedPassage } from "./rank.ts";
import { addedBy, askedWeights, definingJudge, earliness, heldShare, type ReadFeatures } from "./rerank.ts";
import type { RetrievalResult, SearchedTerm } from "./retrieve.ts";
import type { Timeliness } from "./timeliness.ts";

const inTitle = maskOf(({ name }) => name === "title");
const inHeadings = maskOf(({ name }) => name === "headings");
const inQuestions = maskOf(({ name }) => name === "questions");
const inAny = inTitle | inHeadings | inQuestions;

/** Sums are made in another order than those that they bound. */
const tolerance = 1e-9;

/**
 * The words of the question that some fields of a passage hold, by number, each with the weight of the best of its forms: what any
 * title, heading or declared question in these fields holds of them at most.
 */
function wordsIn(candidate: Candidate, terms: readonly SearchedTerm[], mask: number): Map<number, number> {
  const held = new Map<number, number>();
  for (const { term, fields } of candidate.matches) {
    const searched = terms[term];
    if (searched === undefined || (fields & mask) === 0) continue;
    held.set(searched.word, Math.max(held.get(searched.word) ?? 0, Math.min(1, searched.weight)));
  }
  return held;
}

/** A word as it is asked: a heading that holds the question as it is written holds each of these. */
const isPlain = ({ weight, isGuess, isPart, joinedWith }: SearchedTerm): boolean =>
  weight === 1 && isGuess !== true && isPart !== true && joinedWith === undefined;

/** Bounds of what reading a passage could tell, from what its postings and its hint tell. */
export class ReadBounds {
  readonly #retrieved: RetrievalResult;
  readonly #timeliness: Timeliness;
  readonly #defining: (ranked: RankedPassage) => number;
  readonly #asked: ReturnType<typeof askedWeights>;
  readonly #plainWords: readonly number[];
  readonly #languages: readonly string[];

  /** @param languages of the corpus, by their codes */
  constructor(retrieved: RetrievalResult, timeliness: Timeliness, languages: readonly string[]) {
    this.#retrieved = retrieved;
    this.#timeliness = timeliness;
    this.#defining = definingJudge(retrieved);
    this.#asked = askedWeights(retrieved.terms);
    this.#plainWords = retrieved.terms.filter(isPlain).map(({ word }) => word);
    this.#languages = languages;
  }

  /** The score that a passage has at most once it is read; see `createReranker`. */
  score(ranked: RankedPassage, hint: PassageHint): number {
    const most = ranked.score + addedBy(this.#features(ranked, hint));
    return most + tolerance * Math.abs(most);
  }

  /** What its title, its headings and the declared questions of its article hold of the question at most, as a share of its weight. */
  headingShare({ candidate }: RankedPassage): number {
    return this.#weigh(wordsIn(candidate, this.#retrieved.terms, inAny)) / this.#asked.total + tolerance;
  }

  #features({ candidate, docId, ...ranked }: RankedPassage, hint: PassageHint): ReadFeatures {
    const { question, terms, headed, introduced } = this.#retrieved;
    const { total, rarest, place } = this.#asked;
    const held = heldShare(ranked, total);
    // Without a heading the title stands for it.
    const above = wordsIn(candidate, terms, hint.opens ? inTitle : inHeadings);
    const heading = this.#weigh(above);
    const title = hint.opens ? 0 : this.#weigh(wordsIn(candidate, terms, inTitle));
    return {
      heading: hint.opens ? 0 : heading,
      named: Math.max(heading, question.labels.size > 0 ? rarest : 0),
      headed: this.#mayHoldQuestion(above) ? total : 0,
      whole: headed.has(docId) ? total : 0,
      besides: 0,
      title,
      declared: this.#weigh(wordsIn(candidate, terms, inQuestions)),
      opening: hint.opens ? rarest * held : 0,
      introducing: introduced.get(docId) ?? 0,
      defining: this.#defining({ candidate, docId, ...ranked }),
      early: place * held * earliness(hint.leastStart),
      stub: 0,
      language: this.#mayShareLanguage() ? total : 0,
      time: this.#timeliness.most(hint.time) * rarest,
      chronicle: 0,
      units: 0,
    };
  }

  #weigh(held: ReadonlyMap<number, number>): number {
    const { weights } = this.#asked;
    return [...held].reduce((sum, [word, share]) => sum + share * (weights.get(word) ?? 0), 0);
  }

  /** Whether a heading with these words may hold the question as it is written. In another language a heading is analysed in another way. */
  #mayHoldQuestion(held: ReadonlyMap<number, number>): boolean {
    if (held.size === 0) return false;
    return this.#languages.length > 1 || this.#plainWords.every((word) => held.has(word));
  }

  #mayShareLanguage(): boolean {
    const { isLanguageSure, language } = this.#retrieved.question;
    return isLanguageSure && this.#languages.includes(language.code);
  }
}
