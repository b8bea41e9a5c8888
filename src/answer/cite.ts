import { DirectiveFinder } from "../fragments/find.ts";
import { makeDirective } from "../fragments/make.ts";
import { linkTarget } from "../fragments/repeated.ts";
import type { IndexInfo, StoredPassage } from "../index/store.ts";
import type { Citation, Passage, Range } from "../model/index.ts";
import { memoizeByObject } from "../shared/memoize.ts";

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
  return {
    article: article.id,
    title: article.title,
    authors: [...article.authors],
    published: article.published,
    updated: article.updated,
    lang: article.lang,
    url,
    link: linkTo(url, passage.anchor, directiveOf(passage, sentence)),
    headings: [...passage.headings],
    paragraph: passage.paragraph,
    start: passage.start,
    end: passage.end,
  };
}

/** Directives that were made for ranges of a passage: readers of one question after another are led to the same ones. */
const madeOf = memoizeByObject((_: Passage) => new Map<string, string>());

function directiveOf(passage: Passage, range: Range): string {
  const { start, end } = linkTarget(passage, range);
  const known = passage.directives?.find((given) => given.start === start && given.end === end);
  if (known !== undefined) return known.directive;
  const made = madeOf(passage);
  const name = `${start}-${end}`;
  let directive = made.get(name);
  if (directive === undefined) {
    const within = { start: start - passage.start, end: end - passage.start };
    directive = makeDirective(new DirectiveFinder(passage.text), within);
    made.set(name, directive);
  }
  return directive;
}

/** The address of a place on a page: a browser that does not find the words, or knows no directives, goes to the heading. */
function linkTo(url: string, anchor: string | undefined, directive: string): string {
  const isOpen = !url.includes("#");
  const place = isOpen && anchor !== undefined ? `${url}#${encodeURIComponent(anchor)}` : url;
  if (directive === "") return place;
  return `${place}${place.includes("#") ? "" : "#"}:~:${directive}`;
}
