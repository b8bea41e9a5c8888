import type { Context } from "hono";
import { Hono } from "hono/tiny";
import { type AskPageTemplate, askPageFile } from "../../api/ask-page.ts";
import { pageHeaders } from "../../api/headers.ts";
import { checkAskQuery } from "../../model/question.ts";
import { readAsset } from "../engines/assets.ts";
import type { AppEnv, OpenAnswerer } from "../env.ts";
import { noStore } from "../http/headers.ts";
import { checkInput, readQuery } from "../http/request.ts";
import { recordWithHeader } from "../insights/record.ts";
import { waitUntil } from "../platform.ts";
import type { OpenAgents } from "./mcp.ts";
import { answerTimed } from "./timed-answer.ts";

/** `GET /ask?q=`: the answer as a page, for browsers without JavaScript. The other requests to `/ask` are those of NLWeb. */
export function askPageRoutes(open: OpenAnswerer, agents: OpenAgents): Hono<AppEnv> {
  // Few ask by that protocol: what answers them is loaded when one does.
  const nlweb = async (context: Context<AppEnv>): Promise<Response> =>
    (await import("./nlweb.ts")).answerNlweb(context, open, agents);
  const app = new Hono<AppEnv>().post("/", nlweb);
  return app.get("/", async (context) => {
    const { searchParams } = new URL(context.req.url);
    // A request of NLWeb's has `query`, where a reader's page has `q`.
    if (searchParams.has("query")) return nlweb(context);
    if ((searchParams.get("q") ?? "").trim() === "") return context.redirect("./", 303);
    const request = checkInput(checkAskQuery, readQuery(context.req.url));
    // Few readers come without JavaScript: what makes their page is loaded when one does.
    const [answerer, template, { askPage }] = await Promise.all([
      open(context),
      readTemplate(context),
      import("./ask-page-markup.ts"),
    ]);
    const timed = await answerTimed(answerer, request);
    await recordWithHeader(context, timed);
    return context.html(askPage(request.question, timed.answer, template), 200, {
      ...pageHeaders,
      ...noStore,
    });
  });
}

async function readTemplate(context: Context<AppEnv>): Promise<AskPageTemplate> {
  const bytes = await readAsset(context.env, askPageFile, {
    waitUntil: (work) => waitUntil(context, work),
  });
  return JSON.parse(new TextDecoder().decode(bytes)) as AskPageTemplate;
}
