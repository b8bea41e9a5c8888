import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { styleText } from "node:util";
import {
  type Choices,
  collectionText,
  questionsText,
  widgetLines,
  wranglerText,
} from "../build/init/files.ts";
import { examineFolder, type Generator, type Project, scriptAfterBuild } from "../build/init/generators.ts";
import { writeAtomically } from "../build/output.ts";
import { collectionFile } from "../corpus/names.ts";
import { workerName } from "./run-wrangler.ts";

/** What was typed, so that it is not asked. */
export interface SetUpOptions {
  /** Ask nothing. */
  readonly yes?: true;
  readonly title?: string;
  readonly url?: string;
  /** A service of its own, in place of static files. */
  readonly worker?: true;
}

const style = (format: Parameters<typeof styleText>[0], text: string): string =>
  styleText(format, text, { stream: process.stdout });

/** Asks in the terminal, or takes what is offered. */
type Ask = (question: string, offered: string) => Promise<string>;

function asker(isQuiet: boolean): { ask: Ask; close: () => void } {
  if (isQuiet || !process.stdin.isTTY) return { ask: async (_, offered) => offered, close: () => {} };
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  return {
    ask: async (question, offered) => {
      const answer = await terminal.question(`${question} ${style("dim", `(${offered || "none"})`)} `);
      return answer.trim() || offered;
    },
    close: () => terminal.close(),
  };
}

/** Writes a file that is not there yet. */
function write(path: string, content: string): void {
  if (existsSync(path)) {
    console.log(`${style("dim", "–")} ${path} is there already, and stays as it is`);
    return;
  }
  writeAtomically(path, content);
  console.log(`${style("green", "+")} ${path}`);
}

/** Adds a script to package.json, laid out as the file is, unless it has one of that name. */
function addScript(folder: string, name: string, line: string): void {
  const path = join(folder, "package.json");
  const text = readFileSync(path, "utf8");
  const manifest = JSON.parse(text) as { scripts?: Record<string, string> };
  const before = manifest.scripts?.[name];
  if (before !== undefined) {
    const told = before.includes("footnote") ? "has it already" : `is there already: add "${line}" to it`;
    console.log(`${style("dim", "–")} package.json: script ${name} ${told}`);
    return;
  }
  manifest.scripts = { ...manifest.scripts, [name]: line };
  const indent = /^([ \t]+)"/m.exec(text)?.[1] ?? "  ";
  writeFileSync(path, JSON.stringify(manifest, undefined, indent) + (text.endsWith("\n") ? "\n" : ""));
  console.log(`${style("green", "+")} package.json: script ${name}`);
}

const baseOf = (url: string): string => url.trim().replace(/\/+$/, "");

/** What remains to be done where a plugin of the generator does the rest. */
function tellPlugin({ place, plugin = "" }: Generator): void {
  console.log(`\n${style("bold", "What remains")}`);
  console.log(`npm install footnote-ask, unless it is there. Then in ${place}:\n\n${plugin}\n`);
  console.log("Then build the site as ever: the plugin builds the files that answer with it.");
}

/** What remains to be done with static files beside a site. @param builds what is typed to build the site, where that is a script */
function tellStatic(project: Project, corpus: string, line: string, builds: string | undefined): void {
  const { generator } = project;
  console.log(`\n${style("bold", "What remains")}`);
  if (builds === undefined)
    console.log(`After each build of the site${generator ? ` (${generator.command})` : ""}: npx ${line}`);
  const where = generator === undefined ? "every page that has the question field" : generator.place;
  console.log(`These two lines go into ${where}:\n\n${widgetLines("/footnote/")}\n`);
  const build = builds === undefined ? "Then build the site" : `Then build the site by ${builds}`;
  console.log(`${build}, and look at it: the files are in ${join(corpus, "footnote")}.`);
}

/**
 * Sets up a folder: what describes the articles, what builds them with the site, and for a service what deploys it.
 * @param given the articles or the built site
 */
export async function setUp(given: string | undefined, options: SetUpOptions): Promise<void> {
  const project = examineFolder(".");
  const { generator, output } = project;
  if (generator !== undefined) console.log(`This is a site of ${style("bold", generator.name)}.`);
  const { ask, close } = asker(options.yes === true);
  try {
    const isStatic = options.worker !== true && (output !== undefined || given !== undefined);
    const corpus =
      given ??
      (await ask(isStatic ? "Folder of the built site?" : "Folder of the articles?", output ?? "docs"));
    const title =
      options.title ?? (await ask("What are the articles called?", project.title ?? basename(resolve("."))));
    const baseUrl = baseOf(
      options.url ?? (await ask("Where is the site, such as https://docs.example.org?", "")),
    );
    const choices: Choices = { title, baseUrl, corpus, worker: workerName(".") };
    // A generator empties the folder that it writes to: what describes the articles stands beside it.
    write(isStatic && generator ? collectionFile : join(corpus, collectionFile), collectionText(choices));
    write("questions.yaml", questionsText);
    if (!isStatic) {
      write("wrangler.jsonc", wranglerText(choices));
      console.log(
        `\n${style("bold", "What remains")}\nnpx footnote-ask dev ${corpus}\nnpm install --save-dev wrangler && npx wrangler login && npx footnote-ask deploy ${corpus}`,
      );
      return;
    }
    if (generator?.plugin !== undefined) {
      tellPlugin(generator);
      return;
    }
    const line = `footnote-ask build --site ${corpus}`;
    const script = project.scripts && scriptAfterBuild(project, line);
    if (script !== undefined) addScript(".", script.name, script.line);
    tellStatic(project, corpus, line, script?.builds);
  } finally {
    close();
  }
}
