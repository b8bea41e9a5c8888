import type { Context } from "hono";
import { bookmarkHeader, bookmarkPattern } from "../../../api/headers.ts";
import { retrying } from "../../../index/d1/busy.ts";
import { type Database, fromBinding, type Results, type Statement } from "../../../index/d1/database.ts";
import { IndexUnavailableError } from "../../../index/store.ts";
import type { AppEnv } from "../../env.ts";
import { ProblemError } from "../../http/problem.ts";
import { withTimeout } from "../../middleware/deadline.ts";

/** Milliseconds after which a read times out. */
const readTimeout = 1_500;

/** Milliseconds between tries of a read while a writer has the database, at least and at most: readers must not meet again. */
const shortestPause = 10;
const longestPause = 40;

/**
 * The database of a request, read in one session: each read sees at least what the one before has seen, and what the client
 * has seen when it sends the bookmark of an earlier response. Any replica may answer.
 *
 * @throws IndexUnavailableError when the database is not bound; so do reads that fail or take too long.
 * @throws ProblemError 400 when the client's bookmark cannot be one.
 */
export function openSession(context: Context<AppEnv>): Database {
  const { CORPUS } = context.env;
  if (CORPUS === undefined) {
    throw new IndexUnavailableError(
      "the binding CORPUS is missing: bind the D1 database in wrangler's configuration",
    );
  }
  const seen = context.req.header(bookmarkHeader);
  if (seen !== undefined && !bookmarkPattern.test(seen)) {
    throw new ProblemError(400, `The header ${bookmarkHeader} is no bookmark. Leave it out.`);
  }
  const session = CORPUS.withSession(seen ?? "first-unconstrained");
  const database = fromBinding(session);
  const { expired } = context.var;
  return {
    async run<const Statements extends readonly Statement<unknown>[]>(
      statements: Statements,
    ): Promise<Results<Statements>> {
      const results = await withReadTimeout((isOver) => {
        const wait = async (): Promise<boolean> => {
          const pause = shortestPause + Math.random() * (longestPause - shortestPause);
          await new Promise((done) => setTimeout(done, pause));
          return !isOver() && !expired?.aborted;
        };
        return retrying(database, wait).run(statements);
      });
      const bookmark = session.getBookmark();
      if (bookmark !== null) context.header(bookmarkHeader, bookmark);
      return results;
    },
  };
}

/** @param read begins the reading; it is told when its time is over */
async function withReadTimeout<Value>(read: (isOver: () => boolean) => Promise<Value>): Promise<Value> {
  let isOver = false;
  try {
    return await withTimeout(
      readTimeout,
      read(() => isOver),
      () => new Error(`not in ${readTimeout} ms`),
    );
  } catch (cause) {
    isOver = true;
    // A word that D1 quotes in its message could come from the question.
    const reason = cause instanceof Error ? cause.message.replace(/["'`].*$/s, "…") : "";
    throw new IndexUnavailableError(`D1 did not answer: ${reason}`, { cause });
  }
}
