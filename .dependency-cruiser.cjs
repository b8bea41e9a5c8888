/** The rooms of src/ and who may import whom: model <- text <- index <- answer <- worker | cli;
 * model <- api <- worker | cli. */
const rooms = {
  model: [],
  api: ["model"],
  text: ["model"],
  corpus: ["model", "text"],
  index: ["model", "text"],
  answer: ["model", "text", "index"],
  evaluation: ["model", "text", "index", "answer"],
  worker: ["model", "api", "text", "index", "answer"],
  widget: ["model"],
  site: ["model", "api", "text", "corpus", "widget"],
  cli: ["model", "api", "text", "corpus", "index", "answer", "evaluation", "site", "widget"],
};

const pathOf = (room) => (room === "model" ? "^src/(model|request|late)\\.ts$" : `^src/${room}/`);

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-orphans",
      severity: "error",
      from: { orphan: true, path: "^src/", pathNot: ["^src/site/browser/", "\\.d\\.ts$"] },
      to: {},
    },
    {
      name: "resolvable",
      comment: "The platform provides what is called cloudflare:.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^cloudflare:" },
    },
    {
      name: "no-development-packages",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "edge-runs-without-node",
      comment: "These rooms run in workerd as well as in Node.",
      severity: "error",
      from: { path: "^src/((model|request|late)\\.ts|(api|text|index|answer|worker)/)" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "widget-takes-types-alone",
      comment: "The vocabulary's schemas would make the widget many times as large.",
      severity: "error",
      from: { path: "^src/(widget|site/browser)/" },
      to: { path: "^src/(model|request|late)\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    ...Object.entries(rooms).map(([room, allowed]) => ({
      name: `${room}-imports`,
      severity: "error",
      from: { path: pathOf(room) },
      to: { path: "^src/", pathNot: [pathOf(room), ...allowed.map(pathOf)] },
    })),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // The kernel is another language: its compiler resolves its imports.
    exclude: { path: "^(dist|src/index/kernel)/" },
    tsPreCompilationDeps: true,
    parser: "swc",
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      mainFields: ["module", "main", "types"],
      extensions: [".ts", ".js", ".json"],
      conditionNames: ["import", "types", "default"],
    },
  },
};
