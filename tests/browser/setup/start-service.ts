import { createTestHarness } from "wrangler";

/** The service under wrangler, in workerd, as it is deployed. */
export interface Service {
  readonly url: string;
  /** A binding of the Worker, by its name. */
  binding(name: string): Promise<unknown>;
  /** Takes what was built and configured meanwhile. */
  reload(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a Worker that was built, with storage of its own, in this process: a wrangler for each takes as long as a hundred tests.
 * @param config path of its configuration
 */
export async function startService(config: string): Promise<Service> {
  const harness = createTestHarness({ workers: [{ configPath: config }] });
  const { url } = await harness.listen();
  return {
    url: url.origin,
    binding: async (name) => (await harness.getWorker().getEnv())[name],
    reload: () => harness.update((options) => options),
    stop: () => harness.close(),
  };
}
