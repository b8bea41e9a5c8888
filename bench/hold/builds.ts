/** Two builds into one folder at once. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { engines } from "../../src/build/engines/index.ts";
import { readBuilt } from "../../src/build/worker-entry.ts";
import { outcome, run } from "./command.ts";

const articles = 60;

/** Files of the index and pages that are missing after all rounds of two builds at once. @throws Error when a build fails */
export async function missingAfterBuilds(folder: string, rounds: number): Promise<number> {
  for (const name of ["one", "two"]) {
    mkdirSync(join(folder, name), { recursive: true });
    for (let number = 0; number < articles; number++) {
      const text = `# ${name} ${number}\n\nThe ${name} of town ${number} bakes bread ${number * 7} times.\n`;
      writeFileSync(join(folder, name, `${name}-${number}.md`), text);
    }
  }
  let missing = 0;
  for (let round = 0; round < rounds; round++) {
    const outcomes = await Promise.all(
      ["one", "two"].map(async (name, index) => {
        await setTimeout(index * round * 25);
        return outcome(run(folder, "build", name, "--out", "dist"));
      }),
    );
    for (const { code, said } of outcomes)
      if (code !== 0) throw new Error(`a build ended with ${code}: ${said}`);
    const built = readBuilt(join(folder, "dist"));
    if (built === undefined) throw new Error("two builds wrote no manifest");
    const files = engines[built.engine].indexFiles(built.settings);
    const pages = ["one", "two"].map((name) =>
      Array.from({ length: articles }, (_, number) => `articles/${name}-${number}/index.html`),
    );
    const absent = (names: readonly string[]): number =>
      names.filter((name) => !existsSync(join(folder, "dist", "assets", name))).length;
    missing += absent(files) + Math.min(...pages.map(absent));
  }
  return missing;
}
