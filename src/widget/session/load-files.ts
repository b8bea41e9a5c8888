import type { StaticSource } from "./static-source.ts";

/** Loads what answers from files. The script of a page has another way, as with `loadSession`. */
export const loadFiles = (): Promise<{ StaticSource: typeof StaticSource }> => import("./static-source.ts");
