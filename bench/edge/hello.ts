/** The least that a Worker with Hono does. */
import { Hono } from "hono/tiny";

export default new Hono().get("/api/ask", (context) => context.json({ hello: "world" }));
