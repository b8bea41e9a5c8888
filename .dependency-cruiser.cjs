/** The rooms of src/ and who may import whom: model <- text <- index <- answer <- worker | cli. */
const rooms = {
  model: [],
  text: ["model"],
  corpus: ["model", "text"],
  index: ["model", "text"],
  answer: ["model", "text", "index"],
  evaluation: ["model", "text", "index", "answer"],
  worker: ["model", "text", "index", "answer"],
  cli: ["model", "text", "corpus", "index", "answer", "evaluation"],
};

const pathOf = (room) => (room === "model" ? "^src/model\\.ts$" : `^src/${room}/`);

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "no-orphans", severity: "error", from: { orphan: true, path: "^src/" }, to: {} },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
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
      from: { path: "^src/(model\\.ts|(text|index|answer|worker)/)" },
      to: { dependencyTypes: ["core"] },
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
    exclude: { path: "^dist/" },
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
