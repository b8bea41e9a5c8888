import { applyD1Migrations, env } from "cloudflare:test";
import type { Env, OpenAnswerer } from "../../src/worker/env.ts";
import { type Fetch, serve } from "./fixture.ts";

export const token = "an owner's long token";

/** Variables of a service that records questions into the test's own database. */
export async function recording(): Promise<Partial<Env>> {
  await applyD1Migrations(env.INSIGHTS, env.INSIGHTS_MIGRATIONS);
  return { INSIGHTS: env.INSIGHTS, SIGNING_KEY: "k".repeat(32), INSIGHTS_TOKEN: token };
}

/** A service that records, emptied of what earlier tests recorded. */
export async function serveRecording(open?: OpenAnswerer): Promise<Fetch> {
  const variables = await recording();
  await env.INSIGHTS.batch([
    env.INSIGHTS.prepare("DELETE FROM votes"),
    env.INSIGHTS.prepare("DELETE FROM questions"),
    env.INSIGHTS.prepare("DELETE FROM days"),
  ]);
  return serve(variables, open);
}

/** Waits until what runs after a response has been written. */
export async function recorded(count: number): Promise<Record<string, unknown>[]> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const { results } = await env.INSIGHTS.prepare("SELECT * FROM questions ORDER BY asked, question").all();
    if (results.length >= count) return results;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`fewer than ${count} questions were recorded`);
}

export const asOwner = { headers: { Authorization: `Bearer ${token}` } };
