/**
 * Code that only agents need. The build makes it a separate bundle, `agents.js`, with its own copy of zod: a shared copy
 * could not be tree-shaken, and every new isolate would run it whole.
 */
import {
  type CallToolResult,
  createMcpHandler,
  McpServer,
  ProtocolError,
  ResourceTemplate,
} from "@modelcontextprotocol/server";
import * as z from "zod/mini";
import { listQuerySchema } from "../../api/parameters.ts";
import type { PassageStore } from "../../index/store.ts";
import {
  type Answer,
  type AnswerWithId,
  type AskRequest,
  answerWithIdSchema,
  articleListSchema,
  askRequestSchema,
  type PassageResponse,
  passageResponseSchema,
} from "../../model/index.ts";

/** What an MCP server needs of the service. */
export interface AgentService {
  readonly store: PassageStore;
  ask(request: AskRequest): Promise<AnswerWithId>;
  /** A passage by its id. Rejects when none has it. */
  passage(id: string): Promise<PassageResponse>;
  /** A message that is safe to show a client. Internal failures are logged. */
  explain(error: unknown): string;
}

/**
 * Answers one request of an agent. Stateless: there is no session.
 *
 * @param maximumLength of the body, in bytes
 */
export function answerAgent(
  request: Request,
  service: AgentService,
  maximumLength: number,
): Promise<Response> {
  const handler = createMcpHandler(() => createMcpServer(service), {
    responseMode: "json",
    maxRequestBodySize: maximumLength,
  });
  return handler.fetch(request);
}

const instructions =
  "Answers questions in the words of a fixed collection of articles. Quotes are verbatim; cite the `link` of the " +
  "citation beside each. When `answered` is false, the articles do not answer the question: say so.";

/** Hints for tools that read a closed collection and change nothing. */
const annotations = { readOnlyHint: true, idempotentHint: true, openWorldHint: false } as const;

/** JSON-RPC error code for valid parameters that refer to nothing. */
const invalidParameters = -32602;

/** JSON-RPC error code for a failure of the service. */
const internalError = -32603;

/** Maximum number of articles in a list of resources; `list_articles` lists all. */
const listedResources = 100;

/** A server for one request. */
function createMcpServer(service: AgentService): McpServer {
  const { store } = service;
  const server = new McpServer({ name: "footnote", title: store.info.title, version: "1" }, { instructions });

  server.registerTool(
    "ask",
    {
      title: "Ask a question",
      description: "Answers a question with quotes, ranked passages and a citation for each.",
      inputSchema: standard(askRequestSchema),
      outputSchema: standard(answerWithIdSchema),
      annotations,
    },
    (request) => result(service, () => service.ask(request), answerInWords),
  );
  server.registerTool(
    "read_passage",
    {
      title: "Read a passage",
      description: "Returns the passage with an id from an answer, to check a quote against.",
      inputSchema: standard(idSchema),
      outputSchema: standard(passageResponseSchema),
      annotations,
    },
    ({ id }) =>
      result(
        service,
        () => service.passage(id),
        ({ text }) => text,
      ),
  );
  server.registerTool(
    "list_articles",
    {
      title: "List articles",
      description: "Lists the articles' metadata in pages, ordered by id.",
      inputSchema: standard(listQuerySchema()),
      outputSchema: standard(articleListSchema),
      annotations,
    },
    ({ offset, limit, ...filter }) =>
      result(
        service,
        async () => ({ ...(await store.articles(filter, offset, limit)), offset, limit }),
        ({ articles }) => articles.map(({ id, title }) => `${id}: ${title}`).join("\n"),
      ),
  );
  server.registerResource(
    "article",
    new ResourceTemplate("footnote://articles/{+id}", {
      list: async () => {
        const { articles } = await guarded(service, () => store.articles({}, 0, listedResources));
        return {
          resources: articles.map(({ id, title, summary }) => ({
            uri: uriOf(id),
            name: id,
            title,
            mimeType: "text/plain",
            ...(summary !== undefined && { description: summary }),
          })),
        };
      },
    }),
    {
      title: "Article",
      description: "The plain text that quotes and offsets point into.",
      mimeType: "text/plain",
    },
    async (uri, { id }) => {
      const article = await guarded(service, () => store.article(decodeURIComponent(String(id))));
      if (article === undefined) throw new ProtocolError(invalidParameters, "No article has this address.");
      return { contents: [{ uri: uri.href, mimeType: "text/plain", text: article.text }] };
    },
  );
  return server;
}

const idSchema = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(1000), z.meta({ description: "Id of a passage." })),
});

const uriOf = (id: string): string =>
  `footnote://articles/${id.split("/").map(encodeURIComponent).join("/")}`;

/** A schema in the form that the MCP library takes (https://standardschema.dev). */
function standard<Schema extends z.ZodMiniType>(schema: Schema) {
  return { "~standard": z.toJSONSchema(schema)["~standard"] };
}

/** The result of a tool: the same JSON as over HTTP, and text for agents that read only text. */
async function result<Output extends object>(
  service: AgentService,
  make: () => Promise<Output>,
  inWords: (output: Output) => string,
): Promise<CallToolResult> {
  try {
    const output = await make();
    return { content: [{ type: "text", text: inWords(output) }], structuredContent: { ...output } };
  } catch (error) {
    return { isError: true, content: [{ type: "text", text: service.explain(error) }] };
  }
}

/** Reads a resource. Internal failures are logged, and the agent learns no more of them than a client over HTTP. */
async function guarded<Output>(service: AgentService, read: () => Promise<Output>): Promise<Output> {
  try {
    return await read();
  } catch (error) {
    throw new ProtocolError(internalError, service.explain(error));
  }
}

function answerInWords({ answered, answer, passages }: Answer): string {
  const cited = (text: string, passage: number): string => {
    const citation = passages[passage - 1]?.citation;
    return `> ${text.replaceAll("\n", "\n> ")}\n\n— ${citation?.title}, ${citation?.link}`;
  };
  if (answered) return answer.map(({ quote, passage }) => cited(quote, passage)).join("\n\n");
  const nearest = passages.map(({ text, rank }) => cited(text, rank)).join("\n\n");
  return `The articles do not answer this question. The nearest passages:\n\n${nearest}`;
}
