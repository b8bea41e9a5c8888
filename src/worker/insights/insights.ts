import { Hono } from "hono/tiny";
import { analyseQuestion } from "../../answer/question.ts";
import { checkReportQuery } from "../../api/inputs.ts";
import type { D1Database } from "../../shared/bindings.ts";
import { lazy } from "../../shared/lazy.ts";
import type { Language } from "../../text/language.ts";
import { LanguageSet } from "../../text/language-set.ts";
import { readConfiguration } from "../config.ts";
import type { AppEnv, OpenAnswerer } from "../env.ts";
import { changeHeaders, noStore } from "../http/headers.ts";
import { ProblemError } from "../http/problem.ts";
import { checkInput, readQuery, refuseQuery } from "../http/request.ts";
import { ownerOnly } from "./owner.ts";

/** What makes reports, which owners alone ask for. */
const reporting = lazy(() => import("./report.ts"));

/** The page may load only its own script, style and report. */
const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; " +
  "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const columns = [
  "asked",
  "channel",
  "question",
  "answered",
  "confidence",
  "latency",
  "country",
  "helpful",
] as const;

/** `/insights`: reports for owners on what readers asked and got. */
export function insightsRoutes(open: OpenAnswerer, languages: readonly Language[]): Hono<AppEnv> {
  const set = new LanguageSet(languages);
  const termsOf = (question: string): string[] =>
    analyseQuestion(question, set).terms.map(({ term }) => term);
  const database = (env: AppEnv["Bindings"]): D1Database => {
    const { insights } = readConfiguration(env);
    if (insights === undefined) throw new ProblemError(404, "This service records no questions.");
    return insights.database;
  };
  return new Hono<AppEnv>()
    .use(async (context, next) => {
      await next();
      changeHeaders(context, (headers) => headers.set("Cross-Origin-Resource-Policy", "same-origin"));
    })
    .use(ownerOnly)
    .get("/", async (context) => {
      refuseQuery(context.req.url);
      const page = await context.env.ASSETS.fetch(new URL("/insights", context.req.url));
      return new Response(page.body, {
        status: page.ok ? 200 : 503,
        headers: {
          "Content-Type": "text/html; charset=utf-8",
          "Content-Security-Policy": pagePolicy,
          ...noStore,
        },
      });
    })
    .get("/report.json", async (context) => {
      const { days } = checkInput(checkReportQuery, readQuery(context.req.url));
      const [{ store }, { readReport }] = await Promise.all([open(context), reporting()]);
      const report = await readReport(database(context.env), store, termsOf, days, Date.now());
      return context.json(report, 200, noStore);
    })
    .get("/questions.json", async (context) => {
      const { days } = checkInput(checkReportQuery, readQuery(context.req.url));
      const { exportQuestions } = await reporting();
      return context.json(await exportQuestions(database(context.env), days, Date.now()), 200, noStore);
    })
    .get("/questions.csv", async (context) => {
      const { days } = checkInput(checkReportQuery, readQuery(context.req.url));
      const { exportQuestions, toCsv } = await reporting();
      const rows = await exportQuestions(database(context.env), days, Date.now());
      return context.body(toCsv(columns, rows), 200, {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="questions.csv"',
        ...noStore,
      });
    });
}
