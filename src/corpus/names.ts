/** Name of the file at the root of the corpus folder that describes the collection. */
export const collectionFile = "corpus.yaml";

/** Engines by the names that corpus.yaml has for them; the first is the default. */
export const engineNames = ["compiled", "d1"] as const;

/** Cloudflare's plans of Workers, by which the number of their files is limited; the first is the default. */
export const planNames = ["free", "paid"] as const;

/** The name of a plan. */
export type PlanName = (typeof planNames)[number];

/** The name of an engine: where answers come from. */
export type EngineName = (typeof engineNames)[number];
