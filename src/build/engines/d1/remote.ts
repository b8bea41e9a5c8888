import * as z from "zod/mini";
import { IngestError } from "../../../index/d1/ingest/error.ts";
import { loadWrangler } from "../../wrangler.ts";
import { httpDatabase } from "./http.ts";
import { missingBinding, type OpenDatabase } from "./local.ts";

/** The part of wrangler's configuration that is needed here. */
const configSchema = z.object({
  account_id: z.optional(z.string()),
  d1_databases: z.array(z.object({ binding: z.string(), database_id: z.optional(z.string()) })),
});

/**
 * The D1 database that the deployed Worker reads: its id from wrangler.toml, and wrangler's own credentials:
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
  const database = binding.database_id;
  if (database === undefined || database === "") {
    throw new IngestError(
      `${configPath} has no database_id for CORPUS; create the database with npx wrangler d1 create footnote-corpus and copy the id that it prints`,
    );
  }
  const token = env["CLOUDFLARE_API_TOKEN"];
  const account = env["CLOUDFLARE_ACCOUNT_ID"] ?? config.account_id;
  if (token === undefined || account === undefined) {
    throw new IngestError(
      "set CLOUDFLARE_API_TOKEN, with the permission D1 Edit, and CLOUDFLARE_ACCOUNT_ID in the environment",
    );
  }
  const baseUrl = env["CLOUDFLARE_API_BASE_URL"];
  return {
    database: httpDatabase({ account, database, token, baseUrl }),
    close: async () => {},
  };
}
