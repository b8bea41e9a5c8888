/** What offers a question to the agent of the reader's browser, in a script of its own: few browsers have one. */
export { offerTool } from "./page-tool.ts";
