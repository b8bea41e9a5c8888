import { lazy } from "../shared/lazy.ts";

/**
 * Characters that nobody sees or types on purpose: controls but white space, zero-width spaces, soft hyphens, marks of
 * direction, tags. The joiners U+200C and U+200D are letters' own in some scripts, and parts of emoji.
 */
const invisible = lazy(
  () =>
    /[^\P{Cc}\s]|[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu,
);

/**
 * What is left when a text has nothing to see: joiners, selectors of variants, fillers of Hangul and whatever else Unicode says is not
 * shown by itself, and the pattern of Braille without dots.
 */
const isBlank = (text: string): boolean => /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u.test(text);

/**
 * A question as it is answered: in NFC, trimmed, without what nobody sees, and with U+FFFD for half a character, which strict readers of
 * JSON refuse. Empty when nothing of it can be seen.
 */
export function cleanQuestion(text: string): string {
  const seen = text.toWellFormed().normalize("NFC").replace(invisible(), "").trim();
  return isBlank(seen) ? "" : seen;
}
