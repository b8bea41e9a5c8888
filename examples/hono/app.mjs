// Answers in a Hono app in Node: npm install footnote-ask hono @hono/node-server && npx footnote-ask build docs --base /help && node app.mjs
import { serve } from "@hono/node-server";
import { footnote } from "footnote-ask/hono";
import { openService } from "footnote-ask/node";
import { Hono } from "hono";

const app = new Hono();
app.get("/", (context) => context.html('<a href="/help/">Help</a>'));
app.route("/help", footnote(await openService(".footnote/service")));

const port = Number(process.env.PORT ?? 8787);
serve({ fetch: app.fetch, port }, ({ port }) => console.log(`Answers at http://localhost:${port}/help/`));
