import type { TestProject } from "vitest/node";
import { unlimitedConfiguration } from "../../setup/output.ts";
import { serveBrowser } from "./launch.ts";
import { openServiceDesk } from "./service-desk.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the service of all browser tests listens. */
    readonly serviceUrl: string;
    /** Where tests ask for other services. */
    readonly deskUrl: string;
    /** Where the browser of all browser tests listens. */
    readonly browserUrl: string;
  }
}

/** Starts a browser and the service, once for all files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [browser, desk] = await Promise.all([serveBrowser(), openServiceDesk()]);
  const close = async (): Promise<void> => {
    await desk.close();
    await browser.close();
  };
  project.provide("browserUrl", browser.wsEndpoint());
  project.provide("deskUrl", desk.url);
  try {
    const body = JSON.stringify({ config: unlimitedConfiguration });
    const service = await fetch(desk.url, { method: "POST", body });
    if (!service.ok) throw new Error(await service.text());
    project.provide("serviceUrl", await service.text());
    project.onTestsRerun(() => desk.reload());
    return close;
  } catch (error) {
    await close();
    throw error;
  }
}
