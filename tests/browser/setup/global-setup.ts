import type { TestProject } from "vitest/node";
import { testConfiguration } from "../../setup/output.ts";
import { serveBrowser } from "./launch.ts";
import { startService } from "./start-service.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the service of all browser tests listens. */
    readonly serviceUrl: string;
    /** Where the browser of all browser tests listens. */
    readonly browserUrl: string;
  }
}

/** Starts a browser and the service, once for all files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = await serveBrowser();
  project.provide("browserUrl", browser.wsEndpoint());
  try {
    const service = await startService(testConfiguration);
    project.provide("serviceUrl", service.url);
    return async () => {
      await service.stop();
      await browser.close();
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
