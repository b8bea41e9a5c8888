import ignore from "ignore";

/**
 * What is no article although its name says so, as lines of a .gitignore: dependencies, what generators put pages together
 * from, drafts, licences and files for machines. A low line before a name says so to most generators; Jekyll's collections have it too.
 */
const leftOutByDefault = `
node_modules/
bower_components/
__pycache__/
site-packages/
_*/
!_posts/
!_pages/
!_docs/
!_articles/
!_guides/
!_tutorials/
!_faq/
!_faqs/
!_help/
!_news/
drafts/
include/
includes/
partials/
archetypes/
layouts/_default/
layouts/partials/
layouts/shortcodes/
themes/*/layouts/
_*.*
!_index.*
LICENSE*
*.LICENSE
*.LICENSE.txt
THIRD*PARTY*
LICENCE*
COPYING*
NOTICE.*
SUMMARY.md
CMakeLists.txt
requirements*.txt
constraints*.txt
404.html
404.md
404.mdx
robots.txt
humans.txt
ads.txt
app-ads.txt
llms.txt
llms-*.txt
**/llms/*.txt
/llms/
public/llms/
static/llms/
_redirects
CNAME
`;

/** As git has it: a page about a licence is `license.md`, and the project's own is `LICENSE.md`. */
const caseSensitive = { ignorecase: false };

/** What a corpus takes of the files below its folder. */
export interface Selection {
  /** Whether a file may be an article, by its path below the corpus folder. */
  takes(path: string): boolean;
  /** Whether a folder may hold articles. */
  enters(path: string): boolean;
}

/**
 * The files that `include` and `exclude` of corpus.yaml choose, both in the syntax of a .gitignore. What the project leaves
 * out by itself is taken with an exclamation mark in `exclude`: `!drafts/`.
 *
 * @param include when empty, all
 * @param conventions further lines that the generator of the folder stands for
 */
export function selection(
  include: readonly string[],
  exclude: readonly string[],
  conventions: readonly string[] = [],
): Selection {
  const leftOut = ignore(caseSensitive).add(leftOutByDefault).add(conventions).add(exclude);
  const chosen = ignore(caseSensitive).add(include);
  return {
    takes: (path) => !leftOut.ignores(path) && (include.length === 0 || chosen.ignores(path)),
    enters: (path) => !leftOut.ignores(`${path}/`),
  };
}
