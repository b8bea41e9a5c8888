import type { Budget } from "../index/budget.ts";
import type { PassageStore } from "../index/store.ts";
import type { Filter } from "../model/request.ts";
import { memoizeByObject } from "../shared/memoize.ts";
import { hasSmallWords } from "../text/capitals.ts";
import type { Language } from "../text/language.ts";
import { Lexicon } from "../text/lexicon.ts";
import { areOpposed } from "../text/opposed-prefixes.ts";
import { isPrefixTerm } from "../text/terms.ts";
import type { Question, QuestionTerm } from "./question.ts";

/** Fewest letters of a word that is taken for another: a short one with a mistake could be any. */
const leastLetters = 5;
/** Fewest letters of a term in a list of words that a language knows. */
const leastKnown = 4;
/** Most words of a question that are taken for others, the longest first; each costs some reads of the dictionary. */
const mostGuessed = 4;
/** Passages among which a term must be to be of a language. */
const samplePassages = 50;

/** The words that a language knows, what was read of them kept; undefined where they are not known. */
const lexiconOf = memoizeByObject(({ lexicon }: Language) => lexicon && new Lexicon(lexicon));

/** What there is to say of words of a question that the index lacks. */
export interface Guesses {
  /** Terms of the index that they could be misspellings of. */
  readonly terms: readonly QuestionTerm[];
  /** The words that are names, by number, however they are typed. */
  readonly names: ReadonlySet<number>;
  /** The words, by number, that name a town, a disease, a drug or the like. */
  readonly kinds: ReadonlySet<number>;
  /** Whether there was more to look up than the budget of the question allows. */
  readonly isPartial: boolean;
}

const none: Guesses = { terms: [], names: new Set(), kinds: new Set(), isPartial: false };

/**
 * What words of a question could be that the index lacks. Only a word that neither the index nor the language knows is
 * taken for another one, and no number, code or name ever is: Slovenia is not Slovakia, and port 8788 is not port 8787. What
 * is found by a guess is shown to the reader, see `searchedFor`.
 *
 * @param held those of the terms that the index contains
 */
export async function guesses(
  store: PassageStore,
  question: Question,
  terms: readonly QuestionTerm[],
  held: ReadonlySet<QuestionTerm>,
  filter: Filter,
  budget: Budget,
): Promise<Guesses> {
  // Words that begin alike are not the word itself.
  const found = new Set([...held].filter(({ term }) => !isPrefixTerm(term)).map(({ word }) => word));
  const missing = terms.filter(({ weight, word }) => weight === 1 && !found.has(word));
  if (missing.length === 0) return none;
  const lexicon = lexiconOf(question.language);
  if (lexicon === undefined) return none;
  const { code } = question.language;
  const look = (terms: readonly string[]) =>
    lexicon.of(terms, (slices) => {
      const allowed = new Set(budget.words(slices.map((slice) => `${code}/${slice}`)));
      return slices.filter((slice) => allowed.has(`${code}/${slice}`));
    });
  const long = missing.filter(({ term }) => term.length >= leastKnown);
  const inLanguage = await look(long.map(({ term }) => term).sort((a, b) => b.length - a.length));
  const wordsThat = (holds: (term: string) => boolean): Set<number> =>
    new Set(missing.filter(({ term }) => holds(term)).map(({ word }) => word));
  const named = {
    names: wordsThat((term) => inLanguage.isName(term)),
    kinds: wordsThat((term) => inLanguage.isKind(term)),
  };
  const misspelt = long.filter((term) => mayBeMisspelt(term, question));
  const unknown = misspelt
    .filter(({ term }) => inLanguage.isRead(term) && !inLanguage.has(term))
    .sort((a, b) => b.term.length - a.term.length);
  const isUnread = misspelt.some(({ term }) => !inLanguage.isRead(term));
  if (unknown.length === 0) return { ...none, ...named, isPartial: isUnread };
  const allowed = new Set(budget.missing(unknown.slice(0, mostGuessed).map(({ term }) => term)));
  const lookedUp = unknown.filter(({ term }) => allowed.has(term));
  const similar = await store.similarTerms(lookedUp.map(({ term }) => term));
  const asked = new Set(terms.map(({ term }) => term));
  const asName = lookedUp.map((word) => mayBeNamed(word, question));
  const words = await look(
    similar.flatMap((terms, index) => (asName[index] === true ? terms.map(({ term }) => term) : [])),
  );
  const guessed = lookedUp.flatMap((word, index) =>
    (similar[index] ?? []).flatMap(({ term, weight }): QuestionTerm[] => {
      if (asked.has(term) || (asName[index] === true && !words.has(term))) return [];
      if (areOpposed(word.term, term)) return [];
      asked.add(term);
      return [{ ...word, term, weight, isGuess: true }];
    }),
  );
  const searched = new Set(budget.standIns(guessed.map(({ term }) => term)));
  const standIns = guessed.filter(({ term }) => searched.has(term));
  return {
    terms: await ofLanguage(store, question.language, standIns, filter),
    ...named,
    isPartial: isUnread || lookedUp.length < unknown.length || standIns.length < guessed.length,
  };
}

const smallLettersOnly = /^\p{Ll}[\p{Ll}\p{M}]*$/u;
const capitalThenSmall = /^\p{Lu}[\p{Ll}\p{M}]*$/u;
const capitals = /^\p{Lu}+$/u;

/** Whether a word is written as a common word of some length is: with no digit, and no capital that makes a name of it. */
function mayBeMisspelt({ range }: QuestionTerm, { text, language }: Question): boolean {
  const written = text.slice(range.start, range.end).normalize("NFC");
  if (written.length < leastLetters || isInPath(text, range)) return false;
  const unknownCase = !/\p{Lu}|\p{Ll}/u.test(written) && /^[\p{L}\p{M}]+$/u.test(written);
  if (unknownCase || smallLettersOnly.test(written)) return true;
  if (capitalThenSmall.test(written)) {
    return range.start === 0 || language.capitalNouns === true || !hasSmallWords(text);
  }
  return capitals.test(written) && !hasSmallWords(text);
}

/** Whether a word has the capital of all nouns: it may be a name, Freiburg, for which no other name stands in, Freiberg. */
const mayBeNamed = ({ range }: QuestionTerm, { text, language }: Question): boolean =>
  language.capitalNouns === true && capitalThenSmall.test(text.slice(range.start, range.end));

/** Whether a word is part of a path or an option, as `build.outDir`, `user_name`, `--flag` and `@scope/pkg` are. */
const isInPath = (text: string, { start, end }: QuestionTerm["range"]): boolean =>
  /[._/@\\:#$]$|--$/.test(text.slice(0, start)) || /^(?:[_/@\\$]|[.:]\S)/.test(text.slice(end));

/** Those of some terms that articles in a language hold: for a word of one language none of another stands in. */
async function ofLanguage(
  store: PassageStore,
  { code }: Language,
  terms: readonly QuestionTerm[],
  filter: Filter,
): Promise<QuestionTerm[]> {
  if (terms.length === 0 || store.info.languages.length === 1 || filter.lang !== undefined) return [...terms];
  const query = await store.prepare(terms, { ...filter, lang: code });
  const candidates = await query.best(samplePassages);
  const present = new Set(candidates.flatMap(({ matches }) => matches.map(({ term }) => term)));
  return terms.filter((_, index) => present.has(index));
}
