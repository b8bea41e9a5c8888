/** Thrown when an ingest cannot go on. `message` says why and what to do; nothing that readers see has changed. */
export class IngestError extends Error {
  override name = "IngestError";
}
