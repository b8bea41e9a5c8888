import type { StoredPassage } from "../index/store.ts";
import { memoizeByObject } from "../shared/memoize.ts";
import { analyseTitle, type Token } from "../text/analyser.ts";
import type { Language } from "../text/language.ts";
import { lowerWords } from "../text/words.ts";
import { type WordMatcher, wordTerms } from "./word-matches.ts";

/** What stands around the units of a passage. */
export interface Surroundings {
  readonly title: readonly Token[];
  /** The innermost heading; no words where the article has none before. */
  readonly heading: readonly Token[];
  readonly outerHeadings: readonly Token[];
  /** The questions that its article declares. */
  readonly questions: readonly { readonly tokens: readonly Token[]; readonly words: ReadonlySet<string> }[];
}

const analyses = memoizeByObject((language: Language) =>
  memoizeByObject(
    ({ passage, article }: StoredPassage): Surroundings => ({
      title: analyseTitle(article.title, language),
      heading: analyseTitle(passage.headings.at(-1) ?? "", language),
      outerHeadings: passage.headings.slice(0, -1).flatMap((heading) => analyseTitle(heading, language)),
      questions: article.questions.map((question) => ({
        tokens: analyseTitle(question, language),
        words: new Set(lowerWords(question, language.lowerCase)),
      })),
    }),
  ),
);

/** Analyses what stands around a passage, once for as long as it is in memory. */
export const surroundingsOf = (stored: StoredPassage, language: Language): Surroundings =>
  analyses(language)(stored);

/** How many words of a title or a heading the question lacks. */
export const newWords = (tokens: readonly Token[], { asked }: WordMatcher): number =>
  [...wordTerms(tokens)].filter((term) => !asked.has(term)).length;

/** A question that an article declares: how far it is the one that is asked, 1 for word for word, and words of that one it has. */
export interface DeclaredQuestion {
  readonly share: number;
  readonly matched: readonly number[];
}

/** Of the questions that an article declares, the one nearest to what is asked; a share of 0 when there is none. */
export function declaredQuestion(
  { questions }: Surroundings,
  matcher: WordMatcher,
  asked: ReadonlySet<string>,
): DeclaredQuestion {
  let best: DeclaredQuestion = { share: 0, matched: [] };
  for (const { tokens, words } of questions) {
    const { matched } = matcher.match(tokens);
    const size = wordTerms(tokens).size;
    const isSame = words.size === asked.size && [...words].every((word) => asked.has(word));
    const alike = size === 0 ? 0 : matcher.share(matched) * (1 - newWords(tokens, matcher) / size);
    const share = isSame ? 1 : 0.9 * alike;
    if (share > best.share) best = { share, matched: [...matched.keys()] };
  }
  return best;
}
