import type { PlanName } from "../corpus/names.ts";
import { usualPages } from "../index/compiled/write/file-lengths.ts";

/** Cloudflare's limits: bytes per static asset, and assets per Worker by the account's plan. */
export const maximumAssetBytes = 25 * 1024 * 1024;
export const maximumAssets: Readonly<Record<PlanName, number>> = { free: 20_000, paid: 100_000 };

/** Maximum number of articles with a page of their own; the remaining assets are for the index and all other files. */
export const maximumArticlePages: Readonly<Record<PlanName, number>> = { free: 7_500, paid: 37_500 };

/** The build warns above this share of a limit. Pages of an index become fewer as other files become more, so that a corpus that grows comes near it late. */
const nearShare = 0.95;

/** Files of an index besides those of its pages, and others that do not grow with the articles, roughly. */
const otherFiles = 4_800;

/**
 * Files of pages that an index may have, roughly: what the others leave of the assets, without a warning.
 * @param files of articles and of images
 */
export const mostPagesBeside = (files: number, plan: PlanName): number =>
  Math.max(usualPages, nearShare * maximumAssets[plan] - otherFiles - files);

const count = (number: number): string => number.toLocaleString("en");

const morePlan = (plan: PlanName): string =>
  plan === "free" ? "set plan: paid in corpus.yaml, if your account has it, " : "";

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
export function pagesProblem(own: number, plan: PlanName): string | undefined {
  const most = maximumArticlePages[plan];
  if (own <= most) return undefined;
  return `${count(own)} articles are more than the ${count(most)} that can have a file each among the ${count(maximumAssets[plan])} assets of a Worker, so they get no pages here: ${morePlan(plan)}set engine: d1 in corpus.yaml, which serves pages from a database, or say where the pages are, by baseUrl in corpus.yaml or url in each article`;
}

/**
 * Checks assets against Cloudflare's limits.
 *
 * @param assets size in bytes by path
 */
export function assetProblems(assets: ReadonlyMap<string, number>, plan: PlanName): AssetProblems {
  const errors = [...assets]
    .filter(([, bytes]) => bytes > maximumAssetBytes)
    .map(
      ([path, bytes]) =>
        `${path}: has ${count(bytes)} bytes, over the ${count(maximumAssetBytes)} that one asset may have; make the articles that it holds smaller or fewer`,
    );
  const most = maximumAssets[plan];
  const total = `${count(assets.size)} assets of the ${count(most)} that a Worker may have`;
  const remedy = `${morePlan(plan)}set engine: d1 in corpus.yaml, which keeps articles in a database, or leave articles out`;
  if (assets.size > most) errors.push(`${total}: ${remedy}`);
  const near = assets.size <= most && assets.size > nearShare * most;
  return { errors, warnings: near ? [`${total}: before the corpus grows on, ${remedy}`] : [] };
}
