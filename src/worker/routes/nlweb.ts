import type { Context } from "hono";
import type { AppEnv, OpenAnswerer } from "../env.ts";
import { noStore } from "../http/headers.ts";
import { maximumBodyLength, readJson, readQuery, refuseQuery } from "../http/request.ts";
import { validateInput } from "../http/validate.ts";
import { recordWithHeader } from "../insights/record.ts";
import type { OpenAgents } from "./mcp.ts";
import { answerTimed } from "./timed-answer.ts";

/** `GET /ask?query=` and `POST /ask`: the answer as clients of NLWeb expect it. */
export async function answerNlweb(
  context: Context<AppEnv>,
  open: OpenAnswerer,
  agents: OpenAgents,
): Promise<Response> {
  const { nlweb } = await agents();
  const { method, url } = context.req;
  const isPosted = method === "POST";
  if (isPosted) refuseQuery(url);
  const { request, isStreamed } = isPosted
    ? nlweb.questionOfBody(validateInput(nlweb.nlwebRequestSchema, readJson(context, maximumBodyLength)))
    : nlweb.questionOfQuery(validateInput(nlweb.nlwebQuerySchema, readQuery(url)));
  const timed = await answerTimed(await open(context), request);
  await recordWithHeader(context, timed);
  const response = nlweb.nlwebResponse(timed.answer, new URL(url).origin);
  if (isStreamed || takesEvents(context)) {
    return context.body(nlweb.nlwebEvents(response), 200, {
      "Content-Type": "text/event-stream; charset=utf-8",
      ...noStore,
    });
  }
  return context.json(response, 200, noStore);
}

const takesEvents = ({ req }: Context<AppEnv>): boolean =>
  /^\s*text\/event-stream\b/i.test(req.header("Accept") ?? "");
