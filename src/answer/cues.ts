import type { Language, QuestionKind } from "../text/language.ts";

/** A capital amid a sentence. */
const name = /[\p{L}\p{Nd},;:]\s+\p{Lu}\p{L}/u;

/** What holds for every language: dates and amounts have digits, names begin with a capital amid a sentence. */
const common: Readonly<Partial<Record<QuestionKind, RegExp>>> = {
  time: /\p{Nd}/u,
  quantity: /\p{N}/u,
  person: name,
  place: name,
};
/** Scripts that have capitals to tell names by. */
const cased = /\p{Ll}/u;

/** 1 when a sentence gives the kind of thing a question asks for, 0 when it does not, a half when that cannot be told. */
export function givesKind(sentence: string, kind: QuestionKind | undefined, language: Language): number {
  if (kind === undefined) return 0.5;
  const cue = language.cues?.[kind] ?? common[kind];
  if (cue === undefined) return 0.5;
  if ((kind === "person" || kind === "place") && !cased.test(sentence)) return 0.5;
  return cue.test(sentence) ? 1 : 0;
}
