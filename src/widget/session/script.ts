/** The session of a page's script, which finds the scripts that it loads beside it, by names with a hash. */
export { startSession } from "./index.ts";
