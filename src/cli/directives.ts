import type { Article, Passage, Range } from "../model.ts";
import { parseDirective } from "../text/directive.ts";
import { DirectiveFinder } from "../text/directive-finder.ts";
import { makeDirective } from "../text/directive-maker.ts";

/**
 * Passages with the text directives of those sentences that an answer, which has only the passage at hand, would link
 * to wrongly: such as occur elsewhere in the article too. Few articles have any.
 *
 * @param sentences the sentences of a text
 */
export function withDirectives(
  article: Article,
  passages: readonly Passage[],
  sentences: (text: string) => readonly Range[],
): Passage[] {
  // What the article's page shows above its text: a browser finds that first.
  const above = [article.title, article.summary ?? "", ""].join("\n\n");
  const page = new DirectiveFinder(above + article.text);
  const misleading = (passage: Passage): NonNullable<Passage["directives"]> => {
    const own = new DirectiveFinder(passage.text);
    const whole = { start: 0, end: passage.text.length };
    return [whole, ...sentences(passage.text)].flatMap((range) => {
      const start = passage.start + range.start;
      const end = passage.start + range.end;
      const onPage = { start: above.length + start, end: above.length + end };
      const short = makeDirective(own, range);
      if (leadsTo(page, short, onPage)) return [];
      return [{ start, end, directive: makeDirective(page, onPage) }];
    });
  };
  return passages.map((passage) => {
    const directives = misleading(passage);
    return directives.length === 0 ? passage : { ...passage, directives };
  });
}

/** True when a browser comes to a range of a page, its outer white space apart. */
function leadsTo(page: DirectiveFinder, directive: string, target: Range): boolean {
  const parsed = parseDirective(directive);
  const found = parsed && page.find(parsed);
  if (found === undefined) return directive === "";
  const text = page.text.slice(target.start, target.end);
  const start = target.start + text.length - text.trimStart().length;
  return found.start === start && found.end === start + text.trim().length;
}
