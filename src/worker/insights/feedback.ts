import { Hono } from "hono/tiny";
import { checkFeedback } from "../../api/inputs.ts";
import { readConfiguration } from "../config.ts";
import type { AppEnv } from "../env.ts";
import { noStore } from "../http/headers.ts";
import { ProblemError, toProblem } from "../http/problem.ts";
import { checkInput, maximumBodyLength, readJson, refuseQuery } from "../http/request.ts";

/** `POST /api/feedback`: whether an answer helped. One vote per answer; a later one replaces it. */
export function feedbackRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>().post("/", async (context) => {
    refuseQuery(context.req.url);
    const { insights } = readConfiguration(context.env);
    if (insights === undefined) throw new ProblemError(404, "This service takes no feedback.");
    const vote = checkInput(checkFeedback, readJson(context, maximumBodyLength));
    const { verifyAnswerId } = await import("./answer-id.ts");
    const uuid = await verifyAnswerId(insights.signingKey, vote.answer, Date.now());
    if (uuid === undefined) {
      const message = "is not the id of an answer of the last 24 hours; send the header of the answer";
      throw new ProblemError(400, `answer: ${message}`, { errors: [{ field: "answer", message }] });
    }
    try {
      await insights.database
        .prepare("INSERT OR REPLACE INTO votes SELECT id, ?, ? FROM questions WHERE id = ?")
        .bind(Number(vote.helpful), vote.passage ?? null, uuid)
        .run();
    } catch (error) {
      throw new ProblemError(503, "The vote cannot be kept at the moment. Try again later.", {
        instance: toProblem(error, context).options.instance ?? "",
        headers: { "Retry-After": "30" },
      });
    }
    return context.body(null, 204, noStore);
  });
}
