import type { Article, Passage, PassageBlock, Range } from "../model/index.ts";
import { parseDirective } from "./directive.ts";
import { DirectiveFinder, workPerDirective } from "./find.ts";
import { bestDirective, makeDirective } from "./make.ts";
import { Work } from "./work.ts";

/** Steps of `Work` for one article, and for each UTF-16 unit of it. What is left then links to the same words elsewhere. */
const workPerArticle = 2 ** 19;
const workPerUnit = 4;

/** Steps that one directive may cost in the text of the whole page. */
const workOnPage = 4 * workPerDirective;

/** What it takes to cut a target and its surroundings into words, in steps: once, and in all the ways that name it. */
const stepsToMake = 128;
const stepsToChoose = 1024;

/**
 * Adds to passages the text directives of sentences that occur more than once on the page: an answer sees only the passage, and
 * the directive it would make leads to the wrong occurrence. Few articles have any.
 *
 * @param above the text above the article's own on its page, in lines
 * @param sentences the sentences of a text
 */
export function withDirectives(
  article: Article,
  passages: readonly Passage[],
  above: string,
  sentences: (text: string) => readonly Range[],
): Passage[] {
  const page = new DirectiveFinder(`${above}\n\n${article.text}`);
  const offset = page.text.length - article.text.length;
  let left = workPerArticle + workPerUnit * page.text.length;
  const misleading = (passage: Passage): NonNullable<Passage["directives"]> => {
    const own = new DirectiveFinder(passage.text);
    return quotable(passage, sentences(passage.text)).flatMap((range) => {
      if (left <= 0) return [];
      const start = passage.start + range.start;
      const end = passage.start + range.end;
      const onPage = { start: offset + start, end: offset + end };
      const ownWork = new Work(workPerDirective);
      const work = new Work(Math.min(left, workOnPage));
      const steps = work.left;
      if (leadsTo(page, makeDirective(own, range, ownWork), onPage, work)) {
        left -= stepsToMake + steps - work.left + workPerDirective - ownWork.left;
        return [];
      }
      const { directive, isFound } = bestDirective(page, onPage, work);
      left -= stepsToChoose + steps - work.left + workPerDirective - ownWork.left;
      return isFound ? [{ start, end, directive }] : [];
    });
  };
  return passages.map((passage) => {
    const directives = misleading(passage);
    return directives.length === 0 ? passage : { ...passage, directives };
  });
}

/** Code of at most this many lines is led to as a whole; of more, the line that answers might not be in the window. */
const wholeLines = 20;

const isShortCode = (text: string, { kind, start, end }: PassageBlock): boolean =>
  kind === "code" && text.slice(start, end).split("\n", wholeLines + 1).length <= wholeLines;

/** Ranges that answers link to: each sentence, lists, tables and short code as a whole, the whole passage. */
function quotable({ text, blocks }: Passage, sentences: readonly Range[]): Range[] {
  const code = blocks.filter((block) => isShortCode(text, block));
  const prose = sentences.filter(
    ({ start, end }) => !code.some((block) => block.start <= start && end <= block.end),
  );
  const whole = [...code, ...blocks.filter(({ kind }) => kind === "list" || kind === "table")];
  return [{ start: 0, end: text.length }, ...prose, ...whole.map(({ start, end }) => ({ start, end }))];
}

/**
 * What a link to a range of a passage leads to: a line of code says little alone, and repeats others, so all of the code
 * that it stands in, if that is short.
 */
export function linkTarget({ start, text, blocks }: Passage, range: Range): Range {
  const within = blocks.find(
    (block) =>
      isShortCode(text, block) && start + block.start <= range.start && range.end <= start + block.end,
  );
  return within === undefined ? range : { start: start + within.start, end: start + within.end };
}

/** Whether a directive leads a browser to a range of a page, ignoring outer white space. */
function leadsTo(page: DirectiveFinder, directive: string, target: Range, work: Work): boolean {
  const parsed = parseDirective(directive);
  const found = parsed && page.find(parsed, work);
  if (found === undefined) return directive === "";
  const text = page.text.slice(target.start, target.end);
  const start = target.start + text.length - text.trimStart().length;
  return found.start === start && found.end === start + text.trim().length;
}
