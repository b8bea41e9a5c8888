/*
 * What the service uses of the bindings of Cloudflare's platform. The platform's own types are globals, which nobody has who
 * mounts the service in Node; its bindings are assignable to these.
 */

/** Rows of a statement. */
export interface D1Rows<Row> {
  readonly results: Row[];
}

/** A prepared statement of D1. */
export interface D1Statement {
  bind(...values: unknown[]): D1Statement;
  first<Row = Record<string, unknown>>(): Promise<Row | null>;
  run<Row = Record<string, unknown>>(): Promise<D1Rows<Row>>;
  all<Row = Record<string, unknown>>(): Promise<D1Rows<Row>>;
}

/** What runs statements. */
export interface D1Runner {
  prepare(sql: string): D1Statement;
  /** Runs them in one transaction. */
  batch<Row = Record<string, unknown>>(statements: D1Statement[]): Promise<D1Rows<Row>[]>;
}

/** A binding of D1. */
export interface D1Database extends D1Runner {
  /** @param constraint where to read first, or the bookmark of an earlier session */
  withSession(constraint: string): D1Runner & { getBookmark(): string | null };
}

/** A binding that counts requests. */
export interface RateLimit {
  limit(options: { key: string }): Promise<{ success: boolean }>;
}

/** A binding that tells the deployed version. */
export interface VersionMetadata {
  readonly id: string;
}
