import type { IndexInfo, StoredPassage } from "../index/store.ts";
import type { Citation, Range } from "../model.ts";
import { DirectiveFinder } from "../text/directive-finder.ts";
import { makeDirective } from "../text/directive-maker.ts";

/**
 * Where a passage comes from, with a link that lands on one sentence of it.
 *
 * @param sentence offsets in the article's text, inside the passage; the whole passage will do as well
 * @throws RangeError when the sentence is not inside the passage: such a link would lead elsewhere
 */
export function citationOf(stored: StoredPassage, info: IndexInfo, sentence: Range): Citation {
  const { passage, article } = stored;
  if (sentence.start < passage.start || sentence.end > passage.end || sentence.start > sentence.end) {
    throw new RangeError(
      `The sentence ${sentence.start}-${sentence.end} is not inside the passage ${passage.id}, ` +
        `${passage.start}-${passage.end}; give offsets in the article's text.`,
    );
  }
  const url = article.url.startsWith("/") ? info.baseUrl + article.url : article.url;
  const known = passage.directives?.find(
    ({ start, end }) => start === sentence.start && end === sentence.end,
  );
  const directive =
    known?.directive ??
    makeDirective(new DirectiveFinder(passage.text), {
      start: sentence.start - passage.start,
      end: sentence.end - passage.start,
    });
  return {
    article: article.id,
    title: article.title,
    authors: [...article.authors],
    published: article.published,
    updated: article.updated,
    url,
    link: withDirective(url, directive),
    headings: [...passage.headings],
    paragraph: passage.paragraph,
    start: passage.start,
    end: passage.end,
  };
}

function withDirective(url: string, directive: string): string {
  if (directive === "") return url;
  return `${url}${url.includes("#") ? "" : "#"}:~:${directive}`;
}
