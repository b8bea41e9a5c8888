import type { TestProject } from "vitest/node";
import { buildCorpus } from "./build-corpus.ts";
import { fixtureCorpus, kindsCorpus, kindsOutput, testOutput } from "./output.ts";

const buildKinds = (): Promise<void> => buildCorpus(kindsCorpus, kindsOutput);

/** Builds the corpus in Arabic, with code, tables and lists, that browser tests look at. */
export default async function setup(project: TestProject): Promise<void> {
  await buildKinds();
  project.onTestsRerun(buildKinds);
}

// By itself, for pictures of both.
if (import.meta.main) {
  await buildCorpus(fixtureCorpus, testOutput);
  await buildKinds();
}
