import { lazyRegExp } from "../shared/lazy-reg-exp.ts";

/** A question mark of any script at the end, closing quotation marks and brackets aside. A Greek one looks like a semicolon. */
const questionMark = lazyRegExp(String.raw`(?:[?？؟⁇\u037E]|\p{Script=Greek};)["'”’»）)\]]*$`, "u");

/** Whether a text asks: a question mark ends it. */
export const asks = (text: string): boolean => questionMark().test(text);
