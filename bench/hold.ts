/** Tries what must hold whatever is asked or written at once; writes the section "Hold" of `bench/RESULTS.md`. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readBuilt } from "../src/build/worker-entry.ts";
import type { IndexManifest } from "../src/index/compiled/format/manifest.ts";
import { Server } from "./edge/server.ts";
import { measuredOn } from "./environment.ts";
import { missingAfterBuilds } from "./hold/builds.ts";
import { ingestBesideServer, ingestMany, ingestPairs } from "./hold/ingests.ts";
import { turnedAway, waitDuringBatch } from "./hold/service.ts";
import { soak } from "./hold/soak.ts";
import { hostileQuestions } from "./limits/hostile.ts";
import { termsOfIndex } from "./limits/index-terms.ts";
import { bundleWorkers } from "./load/worker.ts";
import { replaceSection } from "./results.ts";
import { commandOf, runBench } from "./run.ts";
import { markdownTable } from "./table.ts";

const usage = "usage: npm run bench -- hold [--builds 20] [--ingests 10] [--soak MINUTES] [--articles 10000]";
const batches = 5;
const readers = 20;

async function ofService(folder: string, minutes: number): Promise<string[][]> {
  const built = readBuilt("dist");
  if (built?.engine !== "compiled") throw new Error("build the articles with the compiled engine first");
  const terms = termsOfIndex(".", built.settings as IndexManifest);
  const hostile = Object.values(hostileQuestions(terms));
  const worst = hostile[0] ?? "";
  const ordinary = terms
    .slice(0, 400)
    .map(({ term }, index) => `What is ${term} of ${terms[index + 7]?.term}?`);
  const { service } = await bundleWorkers(folder);
  const server = await Server.start(service);
  try {
    const { waits, late } = await waitDuringBatch(server, worst, batches);
    const refused = await turnedAway(server, readers);
    const rows = [
      [
        `longest wait of a health check during each of ${batches} batches of 20 worst questions, the first right after the start`,
        `${waits.map((wait) => wait.toFixed(0)).join(", ")} ms`,
      ],
      ["batches of those that ended at the deadline", `${late}`],
      [`readers turned away by 64 half-sent bodies`, `${refused} of ${readers}`],
    ];
    if (minutes > 0) {
      const { requests, errors, megabytes, descriptors, same, compared } = await soak(
        server,
        ordinary,
        hostile,
        minutes,
      );
      rows.push(
        [`${minutes} minutes of four clients: requests, and errors of the service`, `${requests}, ${errors}`],
        [
          "memory after a fifth of that, and at its end",
          megabytes.map((size) => `${size.toFixed(0)} MB`).join(", "),
        ],
        ["descriptors then", descriptors.join(", ")],
        ["answers that are the same after it", `${same} of ${compared}`],
      );
    }
    return rows;
  } finally {
    await server.stop();
  }
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      builds: { type: "string", default: "20" },
      ingests: { type: "string", default: "10" },
      soak: { type: "string", default: "0" },
      articles: { type: "string", default: "10000" },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), "footnote-hold-"));
  const sub = (name: string): string => {
    const path = join(folder, name);
    mkdirSync(path);
    return path;
  };
  try {
    const builds = Number(values.builds);
    const ingests = Number(values.ingests);
    const rows = await ofService(sub("worker"), Number(values.soak));
    console.error("two builds at once");
    const missing = await missingAfterBuilds(sub("builds"), builds);
    rows.push([`${builds} rounds of two builds at once: files missing`, `${missing}`]);
    console.error("ingests beside a server");
    const { succeeded, answers, refused, mixed } = await ingestBesideServer(sub("ingests"), ingests);
    rows.push(
      ["ingests beside a development server that answers: succeeded", `${succeeded} of ${ingests}`],
      [
        "answers meanwhile, requests refused (any status but 200), answers of two states",
        `${answers}, ${refused}, ${mixed}`,
      ],
    );
    const pairs = await ingestPairs(sub("pairs"), ingests);
    const many = await ingestMany(sub("many"), Number(values.articles));
    rows.push(
      [
        `${ingests} times two ingests at once: succeeded, refused in a line that says what to do, failed otherwise`,
        `${pairs.succeeded}, ${pairs.refused}, ${pairs.failed}`,
      ],
      ["databases after that which hold a part of one and a part of the other", `${pairs.torn}`],
      [
        `a database of ${values.articles} articles: seconds to store them, and questions after one whose passage was first`,
        `${many.seconds.toFixed(0)}, ${many.right} of ${many.asked}`,
      ],
    );
    replaceSection(
      "Hold",
      `The Worker of corpus/ in workerd, builds and ingests as an owner runs them.

${markdownTable(["what", "measured"], rows)}

${measuredOn(commandOf("hold"))}`,
    );
    console.error("bench/RESULTS.md: section Hold written");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await runBench(usage, run);
