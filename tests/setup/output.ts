import { join } from "node:path";

/** The articles that tests ask about. What an owner has in corpus/ is no matter to them. */
export const fixtureCorpus = join("tests", "fixtures", "corpus");

/** Where the tests' own service is built, beside what an owner builds. */
export const testOutput = join(".footnote", "tests");

/** The configuration of wrangler under which the tests run that service. */
export const testConfiguration = join(testOutput, "wrangler.json");

/** The same without the limit of how often it is asked: all browser tests ask it from one address. */
export const unlimitedConfiguration = join(testOutput, "wrangler-unlimited.json");

/** A corpus in Arabic with articles that are answered by code, tables and lists; where it is built; and its configuration. */
export const kindsCorpus = join("tests", "fixtures", "kinds");
export const kindsOutput = join(".footnote", "tests-kinds");
export const kindsConfiguration = join(kindsOutput, "wrangler-unlimited.json");
