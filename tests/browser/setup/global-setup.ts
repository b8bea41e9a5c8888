import type { TestProject } from "vitest/node";
import { testConfiguration } from "../../setup/output.ts";
import { requireBrowser } from "./find-browser.ts";
import { startService } from "./start-service.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the service of all browser tests listens. */
    readonly serviceUrl: string;
  }
}

/** Sees to a browser and starts the service, once for all files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  requireBrowser();
  const service = await startService(testConfiguration);
  project.provide("serviceUrl", service.url);
  return service.stop;
}
