import { usualPages } from "../index/compiled/write/file-lengths.ts";

/** Cloudflare's limits: bytes per static asset, and assets per Worker. */
export const maximumAssetBytes = 25 * 1024 * 1024;
export const maximumAssets = 20_000;

/** Maximum number of articles with a page of their own; the remaining assets are for the index and all other files. */
export const maximumArticlePages = 7_500;

/** The build warns above this share of a limit. */
const nearShare = 0.8;

/** Files of an index besides those of its pages, and others that do not grow with the articles, roughly. */
const otherFiles = 4_800;

/** Files that an article has at most: its page, and its Markdown. */
const filesOfArticle = 2;

/** Files of pages that the index of so many articles may have, roughly: what the others leave of the assets, without a warning. */
export const mostPagesBeside = (articles: number): number =>
  Math.max(usualPages, nearShare * maximumAssets - otherFiles - filesOfArticle * articles);

const count = (number: number): string => number.toLocaleString("en");

/** What is wrong with the assets of a build. */
export interface AssetProblems {
  /** Cloudflare would refuse the deploy. */
  readonly errors: readonly string[];
  /** A growing corpus will soon reach a limit. */
  readonly warnings: readonly string[];
}

/**
 * A warning when a corpus has too many articles for a page each; undefined otherwise.
 *
 * @param own how many articles have their page on this site
 */
export function pagesProblem(own: number): string | undefined {
  if (own <= maximumArticlePages) return undefined;
  return `${count(own)} articles are more than the ${count(maximumArticlePages)} that can have a file each among the ${count(maximumAssets)} assets of a Worker, so they get no pages here: set engine: d1 in corpus.yaml, which serves pages from a database, or say where the pages are, by baseUrl in corpus.yaml or url in each article`;
}

/**
 * Checks assets against Cloudflare's limits.
 *
 * @param assets size in bytes by path
 */
export function assetProblems(assets: ReadonlyMap<string, number>): AssetProblems {
  const errors = [...assets]
    .filter(([, bytes]) => bytes > maximumAssetBytes)
    .map(
      ([path, bytes]) =>
        `${path}: has ${count(bytes)} bytes, over the ${count(maximumAssetBytes)} that one asset may have; make the articles that it holds smaller or fewer`,
    );
  const total = `${count(assets.size)} assets of the ${count(maximumAssets)} that a Worker may have`;
  const remedy = "set engine: d1 in corpus.yaml, which keeps articles in a database, or leave articles out";
  if (assets.size > maximumAssets) errors.push(`${total}: ${remedy}`);
  const near = assets.size <= maximumAssets && assets.size > nearShare * maximumAssets;
  return { errors, warnings: near ? [`${total}: before the corpus grows on, ${remedy}`] : [] };
}
