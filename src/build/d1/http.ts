import * as z from "zod/mini";
import type { Database, Results, Statement } from "../../index/d1/database.ts";
import { IngestError } from "../../index/d1/ingest/error.ts";

/** Where a database is, and who asks. */
export interface RemoteDatabase {
  readonly account: string;
  /** Id of the database, a UUID. */
  readonly database: string;
  /** An API token with the permission "D1 Edit". */
  readonly token: string;
  readonly baseUrl?: string | undefined;
}

const cloudflare = "https://api.cloudflare.com/client/v4";

/** How often a request that was refused for now is made, and how many seconds apart unless the service says. */
const attempts = 5;
const defaultPause = 2;

const responseSchema = z.object({
  success: z.boolean(),
  errors: z._default(z.array(z.object({ message: z.string() })), []),
  result: z.nullish(z.array(z.object({ results: z.array(z.record(z.string(), z.unknown())) }))),
});

/**
 * A D1 database behind Cloudflare's HTTP API (https://developers.cloudflare.com/api/resources/d1/subresources/database/methods/query/).
 * It runs the statements of one request in one transaction.
 *
 * @throws IngestError that says what was answered. It is not known then whether the statements were run, except when the
 * service says that it was asked too often: those are sent again.
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
