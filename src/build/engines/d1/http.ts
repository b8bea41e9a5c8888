import * as z from "zod/mini";
import type { Database, Results, Statement } from "../../../index/d1/database.ts";
import { IngestError } from "../../../index/d1/ingest/error.ts";

/** Address and credentials of a database. */
export interface RemoteDatabase {
  readonly account: string;
  /** Id of the database, a UUID. */
  readonly database: string;
  /** An API token with the permission "D1 Edit". */
  readonly token: string;
  readonly baseUrl?: string | undefined;
}

const cloudflare = "https://api.cloudflare.com/client/v4";

/** Attempts for a request that gets 429, and the default pause between them in seconds. */
const attempts = 5;
const defaultPause = 2;

const responseSchema = z.object({
  success: z.boolean(),
  errors: z._default(z.array(z.object({ message: z.string() })), []),
  result: z.nullish(z.array(z.object({ results: z.array(z.record(z.string(), z.unknown())) }))),
});

/**
 * A D1 database behind Cloudflare's HTTP API (https://developers.cloudflare.com/api/resources/d1/subresources/database/methods/query/).
 * The statements of one request run in one transaction.
 *
 * @throws IngestError with the response. Whether the statements ran is unknown then. Requests that get 429 did not run, and are
 * retried.
 */
export function httpDatabase({ account, database, token, baseUrl = cloudflare }: RemoteDatabase): Database {
  const url = `${baseUrl}/accounts/${account}/d1/database/${database}/query`;

  async function post(body: string): Promise<Response> {
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
    for (let attempt = 1; ; attempt++) {
      const response = await fetch(url, { method: "POST", headers, body }).catch((cause: unknown) => {
        throw new IngestError(`${url} cannot be reached; try again`, { cause });
      });
      if (response.status !== 429 || attempt === attempts) return response;
      const pause = Number(response.headers.get("Retry-After") ?? defaultPause);
      await new Promise((resolve) => setTimeout(resolve, 1000 * pause));
    }
  }

  return {
    async run<const Statements extends readonly Statement<unknown>[]>(
      statements: Statements,
    ): Promise<Results<Statements>> {
      const batch = statements.map(({ sql, parameters }) => ({ sql, params: parameters.map(String) }));
      const response = await post(JSON.stringify({ batch }));
      const parsed = responseSchema.safeParse(await response.json().catch(() => undefined));
      if (!parsed.success) {
        throw new IngestError(`D1 answered ${response.status} and no JSON that can be read; try again`);
      }
      const { success, errors, result } = parsed.data;
      if (!success || result?.length !== statements.length) {
        const messages = errors.map(({ message }) => message).join("; ");
        const remedy =
          response.status === 401 || response.status === 403
            ? "; give CLOUDFLARE_API_TOKEN the permission D1 Edit for this account"
            : "";
        throw new IngestError(`D1 answered ${response.status}: ${messages || "nothing"}${remedy}`);
      }
      return result.map(({ results }) => results) as unknown as Results<Statements>;
    },
  };
}

const listSchema = z.object({ result: z.array(z.object({ uuid: z.string(), name: z.string() })) });

/**
 * The id of the database of that name
 * (https://developers.cloudflare.com/api/resources/d1/subresources/database/methods/list/).
 *
 * @throws IngestError when the account has none, or Cloudflare does not say
 */
export async function findDatabase(
  name: string,
  { account, token, baseUrl = cloudflare }: Omit<RemoteDatabase, "database">,
): Promise<string> {
  const url = `${baseUrl}/accounts/${account}/d1/database?name=${encodeURIComponent(name)}`;
  const response = await fetch(url, { headers: { Authorization: `Bearer ${token}` } }).catch(
    (cause: unknown) => {
      throw new IngestError(`${url} cannot be reached; try again`, { cause });
    },
  );
  const list = listSchema.safeParse(await response.json().catch(() => undefined));
  if (!response.ok || !list.success) {
    throw new IngestError(
      `${url} answered ${response.status}: the token needs the permission D1 Edit in this account, or set database_id in wrangler's configuration`,
    );
  }
  // The API finds names that begin so, too.
  const found = list.data.result.find((database) => database.name === name);
  if (found !== undefined) return found.uuid;
  throw new IngestError(
    `the account has no D1 database ${name}; deploy once, which creates it, or create it with npx wrangler d1 create ${name}`,
  );
}
