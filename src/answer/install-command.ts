import { lazyRegExp } from "../shared/lazy-reg-exp.ts";
import type { Question } from "./question.ts";

/** A question after how something is installed, in the words of most languages. */
const asked = lazyRegExp("instal|安装|安裝|インストール|설치|установ|εγκατ|تثبيت|ติดตั้ง|asenn|telepít", "iu");

/** A command of the usual managers of packages, up to the end of its line or the next command. */
const command = lazyRegExp(
  String.raw`(?<![\p{L}\p{N}-])(?:p?npm|yarn|bun|deno|pip[3x]?|uv|poetry|conda|brew|scoop|choco|winget|snap|apk|dnf|yum|port|gem|opam|cabal|go|cargo|composer|apt(?:-get)?|helm|docker)(?: (?:pip|tool|global|package|-[\w-]+))* (?:install|add|i|get|require|pull)((?: [^\s;&|\x60]+)+)`,
  "gu",
);

/** What of an argument is no part of a name: quotes, versions, extras, what a path begins with. */
const nameOf = (argument: string): string =>
  argument
    .replace(/^["']|["']$/g, "")
    .replace(/(?:\[|[=<>~^!]=?|(?!^)@|:).*$/, "")
    .replace(/^.*\//, "")
    .toLowerCase();

/**
 * Makes a function that tells how far the commands in a text install what a question asks how to install: the share of what they install
 * that is called by words of the question alone, 0 to 1.
 *
 * @returns undefined for any other question
 */
export function installJudge({
  answerType,
  text: question,
  words,
}: Pick<Question, "answerType" | "text" | "words">): ((text: string) => number) | undefined {
  const mayBe = answerType === undefined || answerType === "manner" || answerType === "thing";
  if (!mayBe || !asked().test(question)) return undefined;
  const isNamed = (name: string): boolean =>
    name !== "" && name.split(/[-_.]/).every((part) => words.has(part));
  return (text) => {
    const shares = Array.from(text.matchAll(command()), ([, rest = ""]) => {
      const names = rest.split(" ").filter((argument) => argument !== "" && !argument.startsWith("-"));
      return names.length === 0 ? 0 : names.filter((name) => isNamed(nameOf(name))).length / names.length;
    });
    return Math.max(0, ...shares);
  };
}
