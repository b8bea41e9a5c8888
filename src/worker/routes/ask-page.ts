import type { Context } from "hono";
import { Hono } from "hono/tiny";
import { type AskPageTemplate, askPageFile } from "../../api/ask-page.ts";
import { pageHeaders } from "../../api/headers.ts";
import { askQuerySchema } from "../../api/parameters.ts";
import { readAsset } from "../engines/assets.ts";
import type { AppEnv, OpenAnswerer } from "../env.ts";
import { noStore } from "../http/headers.ts";
import { readQuery, validateInput } from "../http/request.ts";
import { recordWithHeader } from "../insights/record.ts";
import { waitUntil } from "../platform.ts";
import type { OpenAgents } from "./mcp.ts";
import { answerNlweb, isNlwebQuery } from "./nlweb.ts";
import { answerTimed } from "./timed-answer.ts";

/** `GET /ask?q=`: the answer as a page, for browsers without JavaScript. The other requests to `/ask` are those of NLWeb. */
export function askPageRoutes(open: OpenAnswerer, agents: OpenAgents): Hono<AppEnv> {
  const app = new Hono<AppEnv>().post("/", (context) => answerNlweb(context, open, agents));
  return app.get("/", async (context) => {
    if (isNlwebQuery(context.req.url)) return answerNlweb(context, open, agents);
    if ((new URL(context.req.url).searchParams.get("q") ?? "").trim() === "")
      return context.redirect("./", 303);
    const { q, ...others } = validateInput(askQuerySchema, readQuery(context.req.url));
    // Few readers come without JavaScript: what makes their page is loaded when one does.
    const [answerer, template, { askPage }] = await Promise.all([
      open(context),
      readTemplate(context),
      import("./ask-page-markup.ts"),
    ]);
    const timed = await answerTimed(answerer, { question: q, ...others });
    await recordWithHeader(context, timed);
    return context.html(askPage(q, timed.answer, template), 200, { ...pageHeaders, ...noStore });
  });
}

async function readTemplate(context: Context<AppEnv>): Promise<AskPageTemplate> {
  const bytes = await readAsset(context.env, askPageFile, {
    waitUntil: (work) => waitUntil(context, work),
  });
  return JSON.parse(new TextDecoder().decode(bytes)) as AskPageTemplate;
}
