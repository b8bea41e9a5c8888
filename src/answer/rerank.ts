import type { StoredPassage } from "../index/store.ts";
import { sentenceOf, wordOf } from "../text/analyser.ts";
import { countWords } from "../text/count-words.ts";
import type { Language } from "../text/language.ts";
import type { LanguageSet } from "../text/language-set.ts";
import { headingTerms } from "../text/whole-term.ts";
import { HeadingMatcher, holdsWhole, isBelowNumber, plainHeading } from "./heading-match.ts";
import { asksForDefinition } from "./question.ts";
import type { RankedPassage } from "./rank.ts";
import { type RetrievalResult, wordWeights } from "./retrieve.ts";
import { asksForSubject } from "./subject.ts";
import { isChronicle, type Timeliness, wantsChronicle } from "./timeliness.ts";

/** Passages that are read to be ranked: the best by their words. */
export const readDepth = 40;

/** What a passage is judged by once it is read. Inverse document frequencies, so that they add up with the score before. */
export interface ReadFeatures {
  /** The words of the question in the heading above it, times the share of that heading that they are. */
  readonly heading: number;
  /** The words of the heading, or of a title with no heading below it, that stands in the question as it is written; or that one above it does by its number. */
  readonly named: number;
  /** The words of the question, where it stands in the heading as it is written. */
  readonly headed: number;
  /** The words of the question, where a title, heading or declared question that has them all and no others begins. */
  readonly whole: number;
  /** For a question about what the whole corpus is about: how far the heading above it is of something else. See `asksForSubject`. */
  readonly besides: number;
  /** The words of the question in the title, times the share of it that they are, below a heading of its own. */
  readonly title: number;
  /** The words of a declared question of the article, times the share of it that is asked; for where it is answered. */
  readonly declared: number;
  /** Whether it stands before the first heading of its article: what the whole is about. As far as it holds what is asked. */
  readonly opening: number;
  /** How rare it is that a passage says what the very thing is whose meaning is asked, where it does; the name itself may be in all of them. */
  readonly introducing: number;
  /** Whether a sentence opens with what a question asks the meaning of. */
  readonly defining: number;
  /** Standing early in its article, where the usual way is described, as far as it holds what is asked: halves with every 4,000 characters; less for a long question. */
  readonly early: number;
  /** Having a few words only, down to none. */
  readonly stub: number;
  /** The words of the question, in an article of the question's language. */
  readonly language: number;
  /** Whether its article is from the time that the question names, and how new it is among the others. */
  readonly time: number;
  /** Whether it is of a change log, of release notes or of a dated post, when the question does not want one. */
  readonly chronicle: number;
  /** How far the log-odds of its best unit are above those of the worst passage that units are cut from; 0 for the others. */
  readonly units: number;
}

/**
 * How much each counts. Fitted by listwise softmax on real documentation, guides, help desks and news together with
 * headings asked word for word and the ranked sets, each corpus in turn left out, and rounded; `declared`, `time` and
 * `chronicle`, which these sets have too little of, were set by the examples in tests/answer/ranking.test.ts, `besides` by those in subject.test.ts. With `units` at 1 the
 * first passage is right more often on SQuAD 2.0, help desks and guides and as often on claims and topics; higher it falls in Arabic.
 */
export const readWeights: ReadFeatures = {
  heading: 1.4,
  named: 2,
  headed: 3,
  whole: 2,
  besides: -3,
  title: 0.7,
  declared: 2,
  opening: 0.7,
  introducing: 2,
  defining: 1.3,
  early: 1.5,
  stub: -2,
  language: 0.5,
  time: 1,
  chronicle: -0.5,
  units: 1,
};

const readNames = Object.keys(readWeights) as (keyof ReadFeatures)[];

/** What features add to the score of a passage. */
export const addedBy = (features: ReadFeatures): number =>
  readNames.reduce((sum, name) => sum + readWeights[name] * features[name], 0);

/** Characters after which a passage stands less early by a factor of e. */
const earlyLength = 6_000;
/** Words below which a passage is a stub. */
const stubLength = 12;
/** A sentence of a law says all in five words. */
const isSentence = /(?:[^\s.!?]+\s+){4,}[^\s.!?]+[.!?][\s"'”»)\]]*$/u;
/** Characters that no stub has. */
const longestStub = 400;
/** Words before the name in a sentence that opens with it: an article, `a type of`. */
const openingReach = 1;
/** Words that such a name may have beyond those that are asked. */
const nameReach = 3;
/** Where a passage stands counts in full for questions of at most this many words: a longer one describes a whole subject. */
const shortQuestion = 7;

/** A passage that was read, with its place in the ranking. */
export interface ReadPassage {
  readonly ranked: RankedPassage;
  readonly stored: StoredPassage;
}

/** Such a passage, with what it was judged by. */
export interface JudgedPassage extends ReadPassage {
  readonly features: ReadFeatures;
}

/** Best first; of equal ones the lowest docId. */
export const byScore = ({ ranked: a }: JudgedPassage, { ranked: b }: JudgedPassage): number =>
  b.score - a.score || a.docId - b.docId;

/** What the words of a question weigh. */
export interface AskedWeights {
  /** Of each word, by its number; see `wordWeights`. */
  readonly weights: ReadonlyMap<number, number>;
  readonly total: number;
  readonly rarest: number;
  /** What it counts at most where a passage stands. */
  readonly place: number;
}

/** What the words of a question weigh, of the terms that it was searched with. */
export function askedWeights(terms: RetrievalResult["terms"]): AskedWeights {
  const weights = wordWeights(terms);
  const all = [...weights.values()];
  const total = all.reduce((sum, weight) => sum + weight, 0);
  const rarest = Math.max(0, ...all);
  return { weights, total, rarest, place: rarest * Math.min(1, shortQuestion / Math.max(1, weights.size)) };
}

/**
 * Returns a function that judges a passage again, now that it is read: by its headings, by where it stands and by when it was written.
 *
 * @param timeliness of the passages that it is compared with
 */
export function createReranker(
  retrieved: RetrievalResult,
  timeliness: Timeliness,
  languages: LanguageSet,
): (read: ReadPassage) => JudgedPassage {
  const judge = createJudge(retrieved, timeliness, languages);
  return (read) => {
    const features = judge(read);
    const ranked = { ...read.ranked, score: read.ranked.score + addedBy(features) };
    return { ...read, ranked, features };
  };
}

function createJudge(
  retrieved: RetrievalResult,
  timeliness: Timeliness,
  languages: LanguageSet,
): (read: ReadPassage) => ReadFeatures {
  const { question, terms, headed, introduced } = retrieved;
  const { weights, total, rarest, place } = askedWeights(terms);
  const matcher = new HeadingMatcher(terms, weights);
  const asked = plainHeading(question.text);
  const isWanted = wantsChronicle(question);
  const definingWeight = definingJudge(retrieved);
  const subject = asksForSubject(retrieved);
  const isAsked = (heading: string, language: Language): boolean =>
    question.whole !== undefined && headingTerms(heading, language).includes(question.whole);

  return ({ ranked, stored }) => {
    const { passage, article } = stored;
    const language = languages.of(article.lang);
    const innermost = passage.headings.at(-1);
    const isHeaded = headed.has(ranked.docId);
    // What begins with a heading below it stands below an outer one as well.
    const trail = isHeaded ? [...passage.headings].reverse() : [];
    const heading = trail.find((outer) => isAsked(outer, language)) ?? innermost ?? article.title;
    const match = matcher.match(heading, language);
    const title = innermost === undefined ? undefined : matcher.match(article.title, language);
    const plain = plainHeading(heading);
    const above = { text: heading, others: match.others };
    const titled = { text: article.title, others: (title ?? match).others };
    const isWhole = isHeaded && subject?.isCommand(above, language) !== true;
    const isFirst = passage.start === passage.section;
    const held = heldShare(ranked, total);
    return {
      heading: innermost === undefined ? 0 : match.weight * match.share,
      named: holdsWhole(asked, plain) ? match.weight : isBelowNumber(stored, question) ? rarest : 0,
      headed: holdsWhole(plain, asked) ? total : 0,
      whole: isWhole ? total : 0,
      besides:
        subject === undefined ? 0 : total * subject.besides({ heading: above, title: titled }, language),
      title: title === undefined ? 0 : title.weight * title.share,
      declared: isFirst
        ? Math.max(
            0,
            ...article.questions.map((text) => {
              const { weight, share } = matcher.match(text, language);
              return weight * share;
            }),
          )
        : 0,
      opening: innermost === undefined ? rarest * held : 0,
      introducing: introduced.get(ranked.docId) ?? 0,
      defining: definingWeight(ranked),
      early: place * held * earliness(passage.start),
      stub: place * stubness(passage.text),
      language: question.isLanguageSure && article.lang === question.language.code ? total : 0,
      time: timeliness.of(article) * rarest,
      chronicle: !isWanted && isChronicle(article) ? rarest : 0,
      units: 0,
    };
  };
}

/** What it counts where a passage stands that holds a share of a question's idf: the root of the share, 0 to 1. */
export const heldShare = (
  { features: { coverage } }: Pick<RankedPassage, "features">,
  total: number,
): number => (total === 0 ? 0 : Math.sqrt(Math.min(1, coverage / total)));

/** How early a passage stands in its article, from 1 at its start down to 0. */
export const earliness = (start: number): number => Math.exp(-start / earlyLength);

/** Returns a function that weighs whether a sentence of a passage opens with what a question asks the meaning of. */
export function definingJudge({ question, terms }: RetrievalResult): (ranked: RankedPassage) => number {
  const { weights, total, rarest } = askedWeights(terms);
  const asksWhatIs = asksForDefinition(question, weights.size);
  return (ranked) => (asksWhatIs && hasDefiningSentence(ranked, terms, weights, total) ? rarest : 0);
}

/** How much a text is a stub, from 1 for none to 0 for a sentence. A long text is not counted: its words would be beyond all measure. */
function stubness(text: string): number {
  if (text.length > longestStub) return 0;
  const length = Math.max(0, 1 - countWords(text, { start: 0, end: text.length }) / stubLength);
  // Few texts come so far, and the pattern is the costlier of the two.
  return length === 0 || isSentence.test(text) ? 0 : length;
}

/** Whether a sentence of a passage opens with all that is asked: `X is`, `an X lets you`. */
function hasDefiningSentence(
  { candidate }: RankedPassage,
  terms: RetrievalResult["terms"],
  weights: ReadonlyMap<number, number>,
  total: number,
): boolean {
  const sentences = new Map<number, Map<number, number>>();
  for (const { term, positions } of candidate.matches) {
    const word = terms[term]?.word;
    if (word === undefined) continue;
    for (const position of positions) {
      const sentence = sentenceOf(position);
      const held = sentences.get(sentence) ?? new Map<number, number>();
      sentences.set(sentence, held);
      held.set(word, Math.min(held.get(word) ?? Number.POSITIVE_INFINITY, wordOf(position)));
    }
  }
  return [...sentences.values()].some((held) => {
    const places = [...held.values()];
    const weight = [...held.keys()].reduce((sum, word) => sum + (weights.get(word) ?? 0), 0);
    return (
      weight >= 0.9 * total &&
      Math.min(...places) <= openingReach &&
      Math.max(...places) <= weights.size + nameReach
    );
  });
}
