import type { StoredPassage } from "../index/store.ts";
import { memoizeByObject } from "../shared/memoize.ts";
import type { Language } from "../text/language.ts";
import { opensWithVerb, type Question } from "./question.ts";
import { isChronicle, wantsChronicle } from "./timeliness.ts";

/** Whether a unit says what a question of its kind wants to be told, or only speaks of it. What is true or not is 1 or 0. */
export interface ReplyFeatures {
  /** For a question after a reason: whether it gives one. */
  readonly reason: number;
  /** For a question for yes or no: whether it decides it. */
  readonly verdict: number;
  /** For a question after a time that something takes: whether it tells one. */
  readonly duration: number;
  /** Share of its sentences that only tell what can be read, there or elsewhere. */
  readonly teaser: number;
  /** Whether it stands below a heading of what is beside the usual way, which the question does not name. */
  readonly aside: number;
  /** Whether it is of a change log, of release notes or of a dated post, when the question does not want one. */
  readonly chronicle: number;
}

/** Letters at the beginning of a word that its other forms share with it. */
const stemLength = 5;

/** Makes a function that tells whether units of a passage reply to a question. It takes what is read of a unit, with its lead, and its sentences. */
export function replyJudge(
  question: Question,
  stored: StoredPassage,
  language: Language,
): (text: string, sentences: readonly string[]) => ReplyFeatures {
  const { answerType, text: asked } = question;
  const reason = answerType === "reason" ? language.cues?.reason?.() : undefined;
  const verdict = opensWithVerb(question) ? language.verdicts?.() : undefined;
  const { durations } = language;
  const duration = durations?.asked().test(asked) ? durations.told() : undefined;
  const isAside = Number(standsAside(asked, stored, language));
  const isOld = Number(isChronicle(stored.article) && !wantsChronicle(question));
  return (text, sentences) => ({
    reason: Number(reason?.test(text) ?? false),
    verdict: Number(verdict?.test(text) ?? false),
    duration: Number(duration?.test(text) ?? false),
    teaser: teaserShare(sentences, language),
    aside: isAside,
    chronicle: isOld,
  });
}

function teaserShare(sentences: readonly string[], { teasers }: Language): number {
  if (teasers === undefined) return 0;
  return sentences.filter((sentence) => teasers().test(sentence)).length / sentences.length;
}

const asidesOf = memoizeByObject(({ asides }: Language) =>
  memoizeByObject(({ passage, article }: StoredPassage): readonly string[] => {
    const above = [article.title, ...passage.headings].join("\n");
    return asides === undefined ? [] : Array.from(above.matchAll(asides()), ([word]) => word.toLowerCase());
  }),
);

/** Whether a heading above a passage is of a special matter that the question does not name. */
function standsAside(asked: string, stored: StoredPassage, language: Language): boolean {
  const named = asked.toLowerCase();
  return asidesOf(language)(stored).some((word) => !named.includes(word.slice(0, stemLength)));
}
