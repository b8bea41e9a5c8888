/**
 * The method and path of each operation; the names of path parameters are in braces, as OpenAPI writes them.
 * In a file of their own so that a client can import them without the schemas.
 */
export const routes = {
  ask: ["GET", "/api/ask"],
  askInBody: ["POST", "/api/ask"],
  askMany: ["POST", "/api/ask/batch"],
  listArticles: ["GET", "/api/articles"],
  readArticle: ["GET", "/api/articles/{id}"],
  readPassage: ["GET", "/api/passages/{id}"],
  suggest: ["GET", "/api/suggest"],
  sendFeedback: ["POST", "/api/feedback"],
  health: ["GET", "/healthz"],
} as const satisfies Readonly<Record<string, readonly ["GET" | "POST", string]>>;

export type OperationId = keyof typeof routes;
