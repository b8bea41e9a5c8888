/** A document of a judged set, as a peer is given it. */
export interface PeerDocument {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** Ids of at most `limit` documents that match a question, best first. */
export type Search = (question: string, limit: number) => Promise<readonly string[]> | readonly string[];

/**
 * Indexes documents the way the users of an engine do.
 * @param lang ISO 639-1 code of the documents' language.
 */
export type Peer = (documents: readonly PeerDocument[], lang: string) => Promise<Search> | Search;
