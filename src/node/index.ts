/** `footnote-ask/node`: a build served in Node, or opened to be mounted in a Hono app there. */
export { folderAssets } from "./folder-assets.ts";
export { openService } from "./open-service.ts";
export { createNodeApp, type ServeOptions, type Server, serve } from "./serve.ts";
