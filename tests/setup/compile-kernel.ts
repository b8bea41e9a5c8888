import { readKernel } from "../../src/build/engines/compiled/kernel.ts";

/** Compiles the kernel where its source has changed, once for all processes that run tests: each would take ten seconds for it. */
export default function setup(): void {
  readKernel(process.cwd());
}
