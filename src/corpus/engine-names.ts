/** Engines by the names that corpus.yaml has for them; the first is the default. */
export const engineNames = ["compiled", "d1"] as const;

/** The name of an engine: where answers come from. */
export type EngineName = (typeof engineNames)[number];
