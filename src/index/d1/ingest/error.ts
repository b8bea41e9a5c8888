/** Thrown when an ingest fails. `message` says why and what to do; readers still see the previous generation. */
export class IngestError extends Error {
  override name = "IngestError";
}
