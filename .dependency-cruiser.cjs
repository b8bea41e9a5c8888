/** The rooms of src/ and whom each may import: shared <- model <- text <- index <- answer <- worker | cli. */
const rooms = {
  shared: [],
  model: ["shared"],
  api: ["shared", "model"],
  text: ["shared", "model"],
  fragments: ["shared", "model", "text"],
  corpus: ["shared", "model", "text"],
  index: ["shared", "model", "text"],
  answer: ["shared", "model", "text", "fragments", "index"],
  evaluation: ["shared", "model", "text", "index", "answer"],
  worker: ["shared", "model", "api", "text", "fragments", "index", "answer"],
  static: ["shared", "model", "text", "fragments", "index", "answer"],
  widget: ["model", "static"],
  site: ["shared", "model", "api", "text", "fragments", "corpus", "widget"],
  build: [
    "static",
    "shared",
    "model",
    "api",
    "text",
    "fragments",
    "corpus",
    "index",
    "answer",
    "evaluation",
    "site",
    "widget",
  ],
  plugins: [],
  node: ["shared", "model", "text", "corpus", "index", "answer", "build", "worker"],
  cli: ["shared", "model", "text", "corpus", "index", "answer", "evaluation", "site", "build", "node"],
};

const folder = (path) => `^src/${path}/`;

/** One part of a room must know nothing of another. */
const apart = (from, to, comment) => ({
  name: `${from}-not-${to}`.replaceAll("/", "-"),
  comment,
  severity: "error",
  from: { path: folder(from) },
  to: { path: folder(to) },
});

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-orphans",
      severity: "error",
      from: {
        orphan: true,
        path: "^src/",
        pathNot: [
          "^src/site/browser/",
          "^src/static/service-worker",
          "^src/widget/server\\.ts$",
          "\\.d\\.ts$",
        ],
      },
      to: {},
    },
    {
      name: "resolvable",
      comment: "The platform provides what is called cloudflare:.",
      severity: "error",
      from: { path: "^src/" },
      to: { couldNotResolve: true, pathNot: "^cloudflare:" },
    },
    {
      name: "no-development-packages",
      comment: "What is bundled or run when a package is made is not installed with it.",
      severity: "error",
      from: {
        path: "^src/",
        pathNot: [
          "^src/(widget|site/browser|worker/agents|corpus/formats/rst)/",
          "^src/build/(bundler|make-package|ship-parser)\\.ts$",
        ],
      },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "edge-runs-without-node",
      comment: "These rooms run in workerd as well as in Node.",
      severity: "error",
      from: { path: "^src/(shared|model|api|text|fragments|index|answer|static|worker)/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "widget-takes-types-alone",
      comment: "The vocabulary's schemas would make the widget many times as large.",
      severity: "error",
      from: { path: "^src/(widget|site/browser)/" },
      to: { path: "^src/(shared|model|static)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "src-imports-nothing-built",
      comment: "A clean clone type-checks; the build writes modules that import src.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^dist/" },
    },
    {
      name: "agents-know-nothing-of-the-service",
      comment:
        "Their bundle would have copies of its classes: a problem that one throws is none to the other.",
      severity: "error",
      from: { path: "^src/worker/agents/" },
      to: { path: "^src/worker/", pathNot: "^src/worker/(?:agents/|platform\\.ts)" },
    },
    apart("index/compiled/read", "index/compiled/write", "A question never needs what a build needs."),
    apart("index/compiled/format", "index/compiled/write", "What both sides share knows neither."),
    apart("index/compiled/format", "index/compiled/read", "What both sides share knows neither."),
    apart("index/compiled", "index/d1", "Engines share the port and nothing else."),
    apart("index/d1", "index/compiled", "Engines share the port and nothing else."),
    {
      name: "helpers-use-the-build-library",
      comment:
        "Commands are for people; bench and tests call the library that commands call. One helper runs what somebody types.",
      severity: "error",
      from: { path: "^(bench|tests)/", pathNot: "^tests/cli/command\\.ts$" },
      to: { path: "^src/cli/" },
    },
    ...Object.entries(rooms).map(([room, allowed]) => ({
      name: `${room}-imports`,
      severity: "error",
      from: { path: folder(room) },
      to: { path: "^src/", pathNot: [folder(room), ...allowed.map(folder)] },
    })),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // The kernel is another language: its compiler resolves its imports. So are templates.
    exclude: { path: "^(?:src/index/compiled/kernel/(?!shared-constants)|tests/sites/templates/)" },
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
