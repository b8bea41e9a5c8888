import type { FormFeatures } from "./form-features.ts";
import type { PlaceFeatures } from "./place-features.ts";
import type { ReplyFeatures } from "./reply-features.ts";

/** What a unit holds of the question and tells of what is asked. Shares are of the question's idf, 0 to 1; what is true or not is 1 or 0. */
interface ContentFeatures {
  /** Share that the unit holds, its lead included. */
  readonly held: number;
  /** Share that the one sentence of it, or of its lead, holds that holds most. */
  readonly focusHeld: number;
  /** Share that it lacks and the title, the headings or a question of the author's above it hold. */
  readonly context: number;
  /** Share that those hold, whether it lacks it or not. */
  readonly trail: number;
  /** Neighbours in the question that are neighbours in a sentence of it or of its lead, as a share. */
  readonly neighbours: number;
  /** How far a sentence of it or of its lead is worded as the question is. See `wordingJudge`. */
  readonly wording: number;
  /** Score of the passage, as a share of the best one's. */
  readonly passageScore: number;
  /** For a question after what something is: whether a sentence of it says so. */
  readonly definition: number;
  /** The same, in the very name that is asked for. */
  readonly introducing: number;
  /** For a question of few words after what something is: what its focus holds, where no sentence of it says so. */
  readonly noDefinition: number;
  /** Whether it shows the person, place, time or number that the question asks for. A half when that cannot be told. */
  readonly answerType: number;
  /** The same, times what the one sentence holds. */
  readonly focusAnswers: number;
  /** For a question after a number: whether its focus tells one that the question does not have. */
  readonly amountTold: number;
  /** For a question after how many: whether a number stands right before what it counts. */
  readonly countTold: number;
  /** Whether it shows none for a question after a person, a time or a number. */
  readonly answerTypeAbsent: number;
  /** Whether it is of an article in another language than the question, which is sure of its own. */
  readonly otherLanguage: number;
  /** Whether it stands below a title or heading that the question names by its number. */
  readonly numbered: number;
  /** How far one of the questions that the article says it answers is the one that is asked, else 0. */
  readonly declared: number;
  /** Whether it is of a question that its article declares; or, where no unit there is, the summary or the opening. See `isTreated`. */
  readonly declaredOpening: number;
}

/** What a unit is judged by. */
export interface QuoteFeatures extends ContentFeatures, PlaceFeatures, FormFeatures, ReplyFeatures {}
