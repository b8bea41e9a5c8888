import { questionInAddress } from "../address.ts";
import { addressOfQuestion } from "../answers/question-address.ts";

/** Puts a question into the page's address and history, unless it is there. */
export function rememberInAddress(parameter: string, question: string): void {
  if (questionInAddress(parameter) === question) return;
  history.pushState(history.state, "", addressOfQuestion(parameter, question));
}
