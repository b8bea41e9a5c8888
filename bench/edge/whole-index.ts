/** A Worker as one writes it first: the whole MiniSearch index is an asset, loaded with the first question. */
import { Hono } from "hono/tiny";
import MiniSearch from "minisearch";

interface Environment {
  readonly ASSETS: Fetcher;
}

let opened: Promise<MiniSearch> | undefined;

async function open({ ASSETS }: Environment): Promise<MiniSearch> {
  const response = await ASSETS.fetch("https://assets.invalid/index.json");
  return MiniSearch.loadJSON(await response.text(), {
    fields: ["title", "text"],
    storeFields: ["title", "text"],
  });
}

export default new Hono<{ Bindings: Environment }>().get("/api/ask", async (context) => {
  opened ??= open(context.env);
  return context.json((await opened).search(context.req.query("q") ?? "").slice(0, 5));
});
