import { eld } from "eld/small";

/** How much of a text is used for detection; more does not change the outcome and costs time. */
const sampleLength = 1000;

/** The language that a text is written in: an ISO 639-1 code, or `und` (undetermined) when it cannot be told. */
export function detectLanguage(text: string): string {
  const { language } = eld.detect(text.slice(0, sampleLength));
  return language === "" ? "und" : language;
}
