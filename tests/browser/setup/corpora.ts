import { kindsConfiguration, testConfiguration } from "../../setup/output.ts";
import type { Corpus } from "../looks.ts";
import { type Service, startService } from "./start-service.ts";

const configurations: Readonly<Record<Corpus, string>> = {
  english: testConfiguration,
  arabic: kindsConfiguration,
};

/** Starts the service of a corpus that was built for the tests. */
export function startCorpus(corpus: Corpus): Promise<Service> {
  return startService(configurations[corpus]);
}
