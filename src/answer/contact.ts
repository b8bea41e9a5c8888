import { lazyRegExp } from "../shared/lazy-reg-exp.ts";
import type { Question } from "./question.ts";

const number = lazyRegExp(String.raw`\p{Nd}(?:[\s()./–-]{0,3}\p{Nd}){4}`, "u");
const address = lazyRegExp(String.raw`\S@\S|\S\s?[[(]at[\])]\s?\S`, "iu");

/**
 * What a text shows that tells the phone number or e-mail address that a question asks for; undefined for any other question, such as
 * one after how it is changed.
 */
export function contactAsked({
  text,
  language: { contacts },
}: Pick<Question, "text" | "language">): (() => RegExp) | undefined {
  if (contacts?.number().test(text)) return number;
  return contacts?.address().test(text) ? address : undefined;
}
