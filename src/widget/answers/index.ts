import { type Kit, take } from "../kit.ts";
import { type SessionKit, take as takeOfSession } from "../session/kit.ts";
import { type Answers, type AnswersPorts, WidgetAnswers } from "./answers.ts";

/**
 * Makes a widget ready for answers: the build makes a script of its own of this file and what it imports.
 */
export function startAnswers(kit: Kit, ofSession: SessionKit, ports: AnswersPorts): Answers {
  take(kit);
  takeOfSession(ofSession);
  return new WidgetAnswers(ports);
}
