import { questionInAddress } from "../address.ts";

/** The page's address with a question in it, under the name of a parameter. */
export function addressOfQuestion(parameter: string, question: string): string {
  const url = new URL(location.href);
  url.searchParams.set(parameter, question);
  url.hash = "";
  return url.href;
}

/** Puts a question into the page's address and history, unless it is there. */
export function rememberInAddress(parameter: string, question: string): void {
  if (questionInAddress(parameter) === question) return;
  history.pushState(history.state, "", addressOfQuestion(parameter, question));
}
