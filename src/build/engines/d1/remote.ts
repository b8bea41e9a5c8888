import * as z from "zod/mini";
import { IngestError } from "../../../index/d1/ingest/error.ts";
import { loadWrangler } from "../../wrangler.ts";
import { findDatabase, httpDatabase } from "./http.ts";
import { missingBinding, type OpenDatabase } from "./local.ts";

/** The part of wrangler's configuration that is needed here. */
const configSchema = z.object({
  account_id: z.optional(z.string()),
  d1_databases: z.array(
    z.object({
      binding: z.string(),
      database_id: z.optional(z.string()),
      database_name: z.optional(z.string()),
    }),
  ),
  name: z.optional(z.string()),
});

/**
 * The D1 database that the deployed Worker reads: its id from wrangler.toml, or found by its name, and wrangler's own credentials:
 * `CLOUDFLARE_API_TOKEN` and `CLOUDFLARE_ACCOUNT_ID`.
 *
 * @param configPath of wrangler.toml
 * @throws IngestError when one of these is missing
 */
export async function openRemoteDatabase(configPath: string, env: NodeJS.ProcessEnv): Promise<OpenDatabase> {
  const { unstable_readConfig } = await loadWrangler("Reading the configuration of wrangler");
  const config = configSchema.parse(unstable_readConfig({ config: configPath }));
  const binding = config.d1_databases.find(({ binding }) => binding === "CORPUS");
  if (binding === undefined) throw new IngestError(missingBinding(configPath));
  // A secret that a repository lacks is there as nothing.
  const token = env["CLOUDFLARE_API_TOKEN"] || undefined;
  const account = env["CLOUDFLARE_ACCOUNT_ID"] || config.account_id;
  if (token === undefined || account === undefined) {
    throw new IngestError(
      "set CLOUDFLARE_API_TOKEN, with the permission D1 Edit, and CLOUDFLARE_ACCOUNT_ID in the environment",
    );
  }
  const baseUrl = env["CLOUDFLARE_API_BASE_URL"] || undefined;
  // Wrangler creates a database that has no id when it deploys, and names it after the Worker and the binding unless told.
  const name = binding.database_name ?? `${config.name ?? ""}-corpus`;
  const database = binding.database_id || (await findDatabase(name, { account, token, baseUrl }));
  return {
    database: httpDatabase({ account, database, token, baseUrl }),
    close: async () => {},
  };
}
