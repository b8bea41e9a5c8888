import type { StoredPassage } from "../index/store.ts";
import type { Token } from "../text/analyser.ts";
import { asks } from "../text/asks.ts";
import type { Language } from "../text/language.ts";
import { withoutLabel } from "../text/number-label.ts";
import { asksNumber, type Question } from "./question.ts";
import type { QuoteUnit } from "./quote-units.ts";
import type { SubjectJudge } from "./subject.ts";
import { newWords, type Surroundings } from "./surroundings.ts";
import type { WordMatcher } from "./word-matches.ts";

/** Where a unit stands, and below what. Shares are of the question's idf, 0 to 1. */
export interface PlaceFeatures {
  /** e^(-n / 1500) for n UTF-16 units from the start of the article: the usual way comes first. */
  readonly early: number;
  /** Whether its section begins with it; whether the article does, mostly with an introduction. */
  readonly opensSection: number;
  readonly opensArticle: number;
  /** What the heading of the section that begins with it holds, or the title where there is no heading; for a question after a way 0: a section says first what it is about. */
  readonly opensAsked: number;
  /** The same, times the share of that heading's words that are asked. */
  readonly opensNamed: number;
  /** Distance from the start of its section: 1 from 2,000 UTF-16 units on. */
  readonly deepInSection: number;
  /** ln(1 + n) for n words of the innermost heading, of the title, that the question lacks: what is too special. */
  readonly headingExtra: number;
  readonly titleExtra: number;
  /** Share that the innermost heading contains, and the same for a heading whose every word is asked, else 0. */
  readonly headingHeld: number;
  readonly headingAsked: number;
  /** The same for a heading that asks and holds most of what is asked, however many words it has besides: what stands below it is the reply. */
  readonly headingAsks: number;
  readonly titleHeld: number;
  readonly titleAsked: number;
  /** For a question about what the whole corpus is about: how far the headings above it are of something else. See `asksForSubject`. */
  readonly besides: number;
  /** A quarter of how many headings stand above it. */
  readonly headingDepth: number;
}

/** UTF-16 units after which a unit stands less early by a factor of e. */
const earlyLength = 1500;
/** Share of a question that a heading holds that asks the same. */
const mostlyAsked = 0.75;
/** UTF-16 units from which on a unit stands as deep in its section as counts. */
const deepLength = 2000;

/** What the place of a unit is judged for. */
interface PlaceQuestion {
  readonly question: Question;
  /** Of the article. */
  readonly language: Language;
  readonly subject: SubjectJudge | undefined;
}

/** Where the units of a passage stand. */
interface Place {
  /** How much of the heading above them is asked, 0 to 1; of the title where that heading has no word of the question. */
  readonly named: number;
  of(unit: QuoteUnit): PlaceFeatures;
}

/** Returns what tells where the units of a passage stand. */
export function placeJudge(
  { passage: { start, section, headings }, article }: StoredPassage,
  { title, heading }: Surroundings,
  matcher: WordMatcher,
  { question, language, subject }: PlaceQuestion,
): Place {
  const [titleWords, headingWords] = [matcher.match(title).matched, matcher.match(heading).matched];
  const [titleHeld, headingHeld] = [matcher.share(titleWords), matcher.share(headingWords)];
  const isAboutNumbers = asksNumber(question.terms);
  const others = (tokens: readonly Token[], text: string): number => {
    const start = isAboutNumbers ? 0 : text.length - withoutLabel(text).length;
    return newWords(
      tokens.filter((token) => token.start >= start),
      matcher,
    );
  };
  const titleExtra = others(title, article.title);
  const headingExtra = others(heading, headings.at(-1) ?? "");
  const isTitled = headings.length === 0;
  const asksManner = question.answerType === "manner";
  const opensAsked = isTitled ? titleHeld : headingHeld;
  const named = isTitled
    ? shareAsked(titleWords.size, titleExtra)
    : shareAsked(headingWords.size, headingExtra);
  const titled = { text: article.title, others: titleExtra };
  const headed = isTitled ? titled : { text: headings.at(-1) ?? "", others: headingExtra };
  const above = {
    besides: subject?.besides({ heading: headed, title: titled }, language) ?? 0,
    headingExtra: Math.log1p(headingExtra),
    titleExtra: Math.log1p(titleExtra),
    headingHeld,
    headingAsked: headingExtra === 0 ? headingHeld : 0,
    headingAsks: headingHeld >= mostlyAsked && asks(headed.text) ? headingHeld : 0,
    titleHeld,
    titleAsked: titleExtra === 0 ? titleHeld : 0,
    headingDepth: headings.length / 4,
  };
  const of = (unit: QuoteUnit): PlaceFeatures => {
    const at = start + unit.start;
    const leadStart = unit.leadSentences[0]?.start;
    const opensSection = at === section || (leadStart !== undefined && start + leadStart === section);
    return {
      ...above,
      early: Math.exp(-at / earlyLength),
      opensSection: Number(opensSection),
      opensArticle: Number(at === 0),
      opensAsked: opensSection && !asksManner ? opensAsked : 0,
      opensNamed: opensSection ? opensAsked * named : 0,
      deepInSection: Math.min(1, (at - section) / deepLength),
    };
  };
  const isBelowTitle = isTitled || headingWords.size === 0;
  return { named: isBelowTitle ? shareAsked(titleWords.size, titleExtra) : named, of };
}

/** How much of a heading is asked, by its words that are and its others. */
const shareAsked = (asked: number, others: number): number => (asked === 0 ? 0 : asked / (asked + others));
