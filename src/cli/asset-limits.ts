/** Bytes of one static asset, and number of them, that Cloudflare takes at most. */
export const maximumAssetBytes = 25 * 1024 * 1024;
export const maximumAssets = 20_000;

/** Share of a limit from which on the build warns. */
const nearShare = 0.8;

const count = (number: number): string => number.toLocaleString("en");

/** What is wrong with the assets of a build. */
export interface AssetProblems {
  /** Cloudflare would refuse the deploy. */
  readonly errors: readonly string[];
  /** A corpus that grows on will meet a limit. */
  readonly warnings: readonly string[];
}

/**
 * Compares assets with what Cloudflare takes.
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
  const remedy = "leave articles out, or serve them from two Workers";
  if (assets.size > maximumAssets) errors.push(`${total}: ${remedy}`);
  const near = assets.size <= maximumAssets && assets.size > nearShare * maximumAssets;
  return { errors, warnings: near ? [`${total}: before the corpus grows on, ${remedy}`] : [] };
}
