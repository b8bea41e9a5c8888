import { Hono } from "hono/tiny";
import type { Health } from "../../model/index.ts";
import type { AppEnv, OpenAnswerer } from "../env.ts";
import { noStore } from "../http/headers.ts";
import { refuseQuery } from "../http/request.ts";

/** `GET /healthz`: which index is served; 503 when it cannot be opened, as for every route that needs it. */
export function healthRoutes(open: OpenAnswerer): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/", async (context) => {
    refuseQuery(context.req.url);
    const { version, articles, passages, languages } = (await open(context)).store.info;
    const health: Health = { status: "ok", index: { version, articles, passages }, languages };
    return context.json(health, 200, noStore);
  });
}
