import { isAbsolute, join, relative } from "node:path";
import { assetFolder } from "./output.ts";

/** What a configuration of wrangler is made for. */
export interface ServiceConfiguration {
  /** Name of the Worker, which is part of its address on workers.dev. */
  readonly name: string;
  /** Folder of the built service. */
  readonly out: string;
  /** Folder of the configuration, from which its paths go. */
  readonly folder: string;
  /** Folder of the articles. */
  readonly corpus: string;
  /** The command line that builds, run in the folder of the configuration. */
  readonly build: string;
}

/** Paths that the Worker answers; all others are files. */
export const workerPaths = [
  "/ask",
  "/api",
  "/api/*",
  "/mcp",
  "/mcp/*",
  "/.well-known/mcp/*",
  "/insights",
  "/insights/*",
  "/healthz",
  "/healthz/*",
  "/sitemap.xml",
  "/opensearch.xml",
  "/robots.txt",
  "/llms.txt",
];

const pathFrom = (folder: string, path: string): string =>
  isAbsolute(path) ? path : relative(folder, path).replaceAll("\\", "/") || ".";

/**
 * The configuration under which wrangler runs and deploys a built service: wrangler.toml of this project, without its
 * comments and with the paths of another.
 */
export function wranglerConfiguration({ name, out, folder, corpus, build }: ServiceConfiguration) {
  return {
    name,
    main: pathFrom(folder, join(out, "worker.ts")),
    compatibility_date: "2026-11-01",
    minify: true,
    keep_names: false,
    upload_source_maps: true,
    build: { command: build, watch_dir: pathFrom(folder, corpus) },
    assets: {
      directory: pathFrom(folder, assetFolder(out)),
      binding: "ASSETS",
      not_found_handling: "404-page",
      run_worker_first: workerPaths,
    },
    version_metadata: { binding: "VERSION" },
    triggers: { crons: ["17 3 * * *"] },
    observability: { enabled: true, logs: { invocation_logs: false } },
    ratelimits: [{ name: "RATE_LIMIT", namespace_id: "1001", simple: { limit: 300, period: 60 } }],
    vars: { ALLOWED_ORIGINS: "*", RATE_LIMIT_POLICY: "300/60" },
  };
}
