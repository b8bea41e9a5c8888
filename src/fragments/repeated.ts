import type { Article, Passage, Range } from "../model/index.ts";
import { parseDirective } from "./directive.ts";
import { DirectiveFinder } from "./find.ts";
import { makeDirective } from "./make.ts";

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
  const misleading = (passage: Passage): NonNullable<Passage["directives"]> => {
    const own = new DirectiveFinder(passage.text);
    return quotable(passage.text, sentences(passage.text)).flatMap((range) => {
      const start = passage.start + range.start;
      const end = passage.start + range.end;
      const onPage = { start: offset + start, end: offset + end };
      if (leadsTo(page, makeDirective(own, range), onPage)) return [];
      return [{ start, end, directive: makeDirective(page, onPage) }];
    });
  };
  return passages.map((passage) => {
    const directives = misleading(passage);
    return directives.length === 0 ? passage : { ...passage, directives };
  });
}

/** Ranges that answers link to: each sentence, each pair of sentences, the whole passage. */
function quotable(text: string, sentences: readonly Range[]): Range[] {
  const pairs = sentences.slice(1).map(({ end }, index) => ({ start: sentences[index]?.start ?? 0, end }));
  return [{ start: 0, end: text.length }, ...sentences, ...pairs];
}

/** Whether a directive leads a browser to a range of a page, ignoring outer white space. */
function leadsTo(page: DirectiveFinder, directive: string, target: Range): boolean {
  const parsed = parseDirective(directive);
  const found = parsed && page.find(parsed);
  if (found === undefined) return directive === "";
  const text = page.text.slice(target.start, target.end);
  const start = target.start + text.length - text.trimStart().length;
  return found.start === start && found.end === start + text.trim().length;
}
