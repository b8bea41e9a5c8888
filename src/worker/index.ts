import { createApp } from "./app.ts";
import { openBuilt } from "./open.ts";

export default createApp(openBuilt());
