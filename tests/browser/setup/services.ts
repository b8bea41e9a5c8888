import { inject } from "vitest";
import { kindsConfiguration, unlimitedConfiguration } from "../../setup/output.ts";
import type { Corpus } from "../looks.ts";
import type { Wanted } from "./service-desk.ts";

/** The address of a service, which runs until all browser tests have ended. */
export async function serviceOf(wanted: Wanted): Promise<string> {
  const response = await fetch(inject("deskUrl"), { method: "POST", body: JSON.stringify(wanted) });
  const said = await response.text();
  if (!response.ok) throw new Error(said);
  return said;
}

/** Configurations of the corpora that are built for the tests. */
export const configurations: Readonly<Record<Corpus, string>> = {
  english: unlimitedConfiguration,
  arabic: kindsConfiguration,
};
