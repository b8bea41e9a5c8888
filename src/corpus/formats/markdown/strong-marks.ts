import { codeRanges, isWithin } from "./code-ranges.ts";

/** Two pairs of stars with a short text between them. */
const pair = /(?<![\w*\\/])\*\*(?=[^\s*/.])([^*\n]{1,200})\*\*(?!\*)/gu;

const isMark = (character: string): boolean => /^[\p{P}\p{S}]$/u.test(character);
const isLetter = (character: string): boolean => /^[\p{L}\p{N}]$/u.test(character);

/**
 * Whether stars around a text are meant to be strong and no emphasis by the rules of Markdown: they close between a mark and a letter,
 * as in languages without spaces, or behind a space.
 */
function isMisread(before: string, content: string, next: string): boolean {
  const [first = "", last = ""] = [content.charAt(0), content.slice(-1)];
  // A name that two stars stand before may end a text like that too: `**a and **b`.
  if (last === " ") return !isLetter(next) || /[:.!?：。！？] $/.test(content);
  return (isMark(last) && isLetter(next)) || (isMark(first) && isLetter(before));
}

/** A text without the stars of strong texts that Markdown would not take for them: their readers do. */
export function withoutMisreadStrong(text: string): string {
  if (!text.includes("**")) return text;
  const isCode = isWithin(codeRanges(text));
  return text.replace(pair, (whole, content: string, offset: number) => {
    if (isCode(offset)) return whole;
    const behind = offset + whole.length;
    return isMisread(text.slice(offset - 1, offset), content, text.slice(behind, behind + 1))
      ? content
      : whole;
  });
}
