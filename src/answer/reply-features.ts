import type { StoredPassage } from "../index/store.ts";
import { memoizeByObject } from "../shared/memoize.ts";
import type { Language } from "../text/language.ts";
import { installJudge } from "./install-command.ts";
import type { SentenceTokens } from "./passage-tokens.ts";
import { opposedJudge } from "./polarity.ts";
import { opensWithVerb, type Question } from "./question.ts";
import type { QuoteUnit } from "./quote-units.ts";
import { isChronicle, wantsChronicle } from "./timeliness.ts";

/** Whether a unit says what a question of its kind wants to be told, or only speaks of it. What is true or not is 1 or 0. */
export interface ReplyFeatures {
  /** For a question after a reason: whether it gives one. */
  readonly reason: number;
  /** For a question for yes or no: whether it decides it. */
  readonly verdict: number;
  /** For a question after a time that something takes: whether it tells one. */
  readonly duration: number;
  /** For a question after what a thing is for: whether it tells it. */
  readonly purpose: number;
  /** For a question after how much there may be of something: whether it tells of a limit. */
  readonly limit: number;
  /** Whether it has the antonym of a word of the question in its place. See `opposedJudge`. */
  readonly opposed: number;
  /** For a question after how something is installed: how far it has the command that does. See `installJudge`. */
  readonly installs: number;
  /** Whether it adds to what is said before: "Furthermore", "You may also". */
  readonly addition: number;
  /** Share of its sentences that only tell what can be read, there or elsewhere. */
  readonly teaser: number;
  /** Whether it stands below a heading of what is beside the usual way, which the question does not name. */
  readonly aside: number;
  /** Whether it is of a change log, of release notes or of a dated post, when the question does not want one. */
  readonly chronicle: number;
}

/** Letters at the beginning of a word that its other forms share with it. */
const stemLength = 5;

/** What is read of a unit, with its lead. */
const readText = ({ lead, text }: QuoteUnit): string => (lead === undefined ? text : `${lead.text}\n${text}`);

/** Makes a function that tells whether a unit of a passage, of whose sentences some are judged, replies to a question. */
export function replyJudge(
  question: Question,
  stored: StoredPassage,
  language: Language,
): (unit: QuoteUnit, sentences: readonly SentenceTokens[]) => ReplyFeatures {
  const { answerType, text: asked } = question;
  const reason = answerType === "reason" ? language.cues?.reason?.() : undefined;
  const verdict = opensWithVerb(question) ? language.verdicts?.() : undefined;
  const { durations, purposes, limits } = language;
  const duration = durations?.asked().test(asked) ? durations.told() : undefined;
  const purpose = purposes?.asked().test(asked) ? purposes.told() : undefined;
  const limit = limits?.asked().test(asked) ? limits.told() : undefined;
  const isOpposed = opposedJudge(question.words, question.language);
  const isAside = Number(standsAside(asked, stored, language));
  const isOld = Number(isChronicle(stored.article) && !wantsChronicle(question));
  const installed = installJudge(question);
  const isTeaser = teaserJudge(language);
  return (unit, sentences) => ({
    reason: Number(reason?.test(readText(unit)) ?? false),
    verdict: Number(verdict?.test(readText(unit)) ?? false),
    duration: Number(duration?.test(readText(unit)) ?? false),
    purpose: Number(purpose?.test(readText(unit)) ?? false),
    limit: Number(limit?.test(readText(unit)) ?? false),
    opposed: Number(isOpposed?.(readText(unit)) ?? false),
    installs: installed?.(unit.text) ?? 0,
    addition: Number(language.additions?.().test(readText(unit)) ?? false),
    teaser: sentences.filter(isTeaser).length / sentences.length,
    aside: isAside,
    chronicle: isOld,
  });
}

/** Returns a function that tells whether a sentence only tells what can be read, found once for as long as its passage is in memory. */
export const teaserJudge = memoizeByObject(({ teasers }: Language) =>
  memoizeByObject(({ text }: SentenceTokens) => teasers?.().test(text) === true),
);

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
