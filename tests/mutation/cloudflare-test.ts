/**
 * Stands in for `cloudflare:test` where mutants are tried, in Node: to start workerd for each of two thousand would take a day.
 * What the tests of the Worker need of the platform is here; that they pass on the platform itself is `npm test`'s to say.
 */
import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { testOutput } from "../setup/output.ts";
import { d1Over } from "./d1.ts";

interface Migration {
  readonly name: string;
  readonly queries: readonly string[];
}

function migrationsIn(folder: string): Migration[] {
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, queries: [readFileSync(join(folder, name), "utf8")] }));
}

async function asset(input: RequestInfo | URL): Promise<Response> {
  const { pathname } = new URL(input instanceof Request ? input.url : input);
  try {
    return new Response(await readFile(join(testOutput, "assets", decodeURIComponent(pathname))));
  } catch {
    return new Response("Not found", { status: 404 });
  }
}

/** Counts as the platform does: so many a minute for a key. */
function rateLimit(most: number) {
  const counts = new Map<string, number>();
  return {
    async limit({ key }: { readonly key: string }): Promise<{ readonly success: boolean }> {
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return { success: count <= most };
    },
  };
}

export const env = {
  ASSETS: { fetch: asset },
  CORPUS: d1Over(new DatabaseSync(":memory:")),
  CORPUS_MIGRATIONS: migrationsIn(join("migrations", "corpus")),
  INSIGHTS: d1Over(new DatabaseSync(":memory:")),
  INSIGHTS_MIGRATIONS: migrationsIn(join("migrations", "insights")),
  RATE_LIMIT: rateLimit(300),
};

export async function applyD1Migrations(
  database: ReturnType<typeof d1Over>,
  migrations: readonly Migration[],
): Promise<void> {
  await database.exec("CREATE TABLE IF NOT EXISTS d1_migrations (name TEXT PRIMARY KEY)");
  for (const { name, queries } of migrations) {
    if ((await database.prepare("SELECT 1 FROM d1_migrations WHERE name = ?").bind(name).first()) !== null)
      continue;
    for (const query of queries) await database.exec(query);
    await database.prepare("INSERT INTO d1_migrations VALUES (?)").bind(name).run();
  }
}

export const createScheduledController = ({
  scheduledTime,
  cron,
}: {
  scheduledTime: Date;
  cron: string;
}) => ({
  scheduledTime: scheduledTime.getTime(),
  cron,
  noRetry: () => undefined,
});
