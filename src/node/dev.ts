import { Hono } from "hono";
import { withDevScript } from "../worker/dev-worker.ts";
import { createNodeApp, listenTo, type Server } from "./serve.ts";

export { devPath } from "../worker/dev-worker.ts";

/** A development server in Node. */
export interface DevServer extends Server {
  /** Serves the folder's new build from the next request on. @throws as `openService` */
  reopen(): Promise<void>;
}

/**
 * Serves a build, with a script on its pages that tells what is wrong with the articles.
 *
 * @param besides serves what is below `devPath`
 * @throws as `openService`, and when the port is taken
 */
export async function serveDev(
  built: string,
  at: { readonly port: number; readonly hostname: string },
  besides: Hono,
): Promise<DevServer> {
  let app = await createNodeApp(built);
  const around = new Hono();
  around.route("/", besides);
  around.all("*", async ({ req: { raw } }) => {
    const request = new Request(raw);
    // The script goes onto a page as it is.
    request.headers.delete("Accept-Encoding");
    return withDevScript(await app.fetch(request));
  });
  const server = await listenTo(around, at);
  return {
    ...server,
    async reopen() {
      app = await createNodeApp(built);
    },
  };
}

/** Serves an app on any free port of this machine alone. */
export const serveHere = (app: Hono): Promise<Server> => listenTo(app, { port: 0, hostname: "127.0.0.1" });
