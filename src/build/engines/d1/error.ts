import { isBusy } from "../../../index/d1/busy.ts";
import { IngestError } from "../../../index/d1/ingest/error.ts";

/** A message that says what to do about an error of the database or its configuration; undefined for any other error. */
export function explainDatabaseError(error: unknown): string | undefined {
  if (error instanceof IngestError) return error.message;
  if (!(error instanceof Error && error.message.includes("D1_ERROR"))) return undefined;
  if (isBusy(error)) {
    return "the database is in use by another process, such as a development server that answers: try again, it goes on where it stopped";
  }
  return /no such (?:table|column)/.test(error.message)
    ? "the database lacks tables or columns of this version: npx wrangler d1 migrations apply footnote-corpus, with --local or --remote"
    : error.message;
}
