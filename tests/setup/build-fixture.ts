import type { TestProject } from "vitest/node";
import { buildCorpus } from "./build-corpus.ts";
import { fixtureCorpus, testOutput } from "./output.ts";

const buildFixture = (): Promise<void> => buildCorpus(fixtureCorpus, testOutput);

/** Builds the service that the tests of a project run, and again before they are run again. */
export default async function setup(project: TestProject): Promise<void> {
  await buildFixture();
  project.onTestsRerun(buildFixture);
}
