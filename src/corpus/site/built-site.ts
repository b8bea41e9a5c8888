import { note, type Problem } from "../problem.ts";

const isPage = (path: string): boolean => /\.html?$/i.test(path);

/** Share of pages among the files from which on a folder with an index page is a built site. */
const mostlyPages = 0.5;

/** Pages of generators that hold no text of their own: of errors, searches, indexes, and copies for the printer. */
const machinePage =
  /(?:^|\/)(?:404|500|offline|genindex[^/]*|py-modindex|modindex|print|print_page|print-page)(?:\/index)?\.html?$/i;

/** The same, where a folder of that name deeper in a site may well hold articles. */
const machinePageAbove =
  /^(?:[^/]+\/)?(?:blog|posts?|news|search|searchresults|toc|sitemap|archives?|tags?|categories|authors?)(?:\/index)?\.html?$/i;

/** Folders of lists of pages, and of copies and parts of pages. */
const machineFolder =
  /(?:^|\/)(?:tags?|category|categories|page\/\d+|_sources|_static|_modules|_pagefind|pagefind)\/|(?:^|\/)(?:blog|posts?|news)\/(?:archives?|authors?)(?:\/|\.html?$)/i;

/** Pages beside the descriptions of a program's parts, which Javadoc, Doxygen and rustdoc make: of names, trees and sources. */
const referenceList =
  /(?:^|\/)(?:index-all|all(?:classes|packages)(?:-index|-frame|-noframe)?|overview-(?:tree|frame)|package-(?:tree|frame|use)|deprecated-list|serialized-form|constant-values|help-doc|graph_legend|[\w-]+-members|\w+_8\w+_source|dir_[\da-f]{32}|(?:functions|globals|namespacemembers)_\w+)\.html?$|(?:^|\/)(?:class-use|index-files|src-html)\//;

/** A page that only such a program makes, and none of its names is another's. */
const referenceMark = /(?:^|\/)(?:index-all|allclasses(?:-index|-frame)?|overview-tree|graph_legend)\.html?$/;

/** A corpus without the lists that programs make which describe other programs. */
export function withoutReferenceLists(paths: readonly string[]): {
  paths: readonly string[];
  problems: Problem[];
} {
  if (!paths.some((path) => referenceMark.test(path))) return { paths, problems: [] };
  const problems = paths
    .filter((path) => referenceList.test(path))
    .map((path) => note(path, 1, "lists the names of other pages, and is left out"));
  return { paths: paths.filter((path) => !referenceList.test(path)), problems };
}

const isFolderPage = (path: string): boolean => /\/index\.html?$/i.test(path);

/**
 * Whether a corpus is the output of a generator of sites: pages below an index page, or most of them the index of a folder
 * of their own, and few other articles.
 */
export function isBuiltSite(paths: readonly string[]): boolean {
  const pages = paths.filter(isPage).length;
  return (
    pages > 1 &&
    pages >= mostlyPages * paths.length &&
    (paths.some((path) => /^index\.html?$/i.test(path)) || paths.filter(isFolderPage).length * 2 >= pages)
  );
}

/** The articles of a built site: its pages, without those that list, search or repeat others. */
export function articlePages(paths: readonly string[]): { paths: string[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const taken = paths.filter((path) => {
    const reason = !isPage(path)
      ? "is no page of the built site, and is left out"
      : machinePage.test(path) || machinePageAbove.test(path) || machineFolder.test(path)
        ? "lists, searches or repeats other pages of the built site by its name, and is left out"
        : undefined;
    if (reason !== undefined) problems.push(note(path, 1, reason));
    return reason === undefined;
  });
  return { paths: taken, problems };
}
