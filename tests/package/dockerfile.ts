import { spawn } from "node:child_process";
import { copyFileSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { environment, footnote, type Installation } from "./install.ts";

/** A process that prints where it serves. */
export interface Served {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Does in the user's folder what a Dockerfile says, where the package is installed already, and starts its command on a free port.
 * @throws Error when a step fails, or is none that is known here
 */
export async function runDockerfile(path: string, installation: Installation): Promise<Served> {
  const { folder } = installation;
  let command: readonly string[] = [];
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const [step = "", ...rest] = line.split(" ");
    const argument = rest.join(" ");
    if (step === "CMD") command = JSON.parse(argument);
    else if (step === "RUN" && rest[0] === "npx") {
      const { code, stderr } = await footnote(installation, ...rest.slice(2));
      if (code !== 0) throw new Error(`${line}: ${stderr}`);
    } else if (step === "COPY" && rest[1] === ".") {
      copyFileSync(join(dirname(path), rest[0] ?? ""), join(folder, rest[0] ?? ""));
    } else if (!isDone(step, argument)) throw new Error(`${line}: no such step is known here`);
  }
  return serve(command, folder);
}

/** Whether a step needs nothing: comments, what images alone have, and the articles and packages, which are here. */
const isDone = (step: string, argument: string): boolean =>
  ["", "#", "FROM", "WORKDIR", "USER", "EXPOSE"].includes(step) ||
  `${step} ${argument}` === "COPY docs docs" ||
  /^RUN npm install footnote-ask\b/.test(`${step} ${argument}`);

/** Starts a server of the user on a free port, once it has printed its address. */
export async function serve(
  [program = "", ...parameters]: readonly string[],
  folder: string,
): Promise<Served> {
  const started = spawn(program === "node" ? process.execPath : program, parameters, {
    cwd: folder,
    env: { ...environment(), PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = new Promise<void>((resolve) => started.once("exit", () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let text = "";
    started.stdout.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      const [, found] = /(http:\/\/\S+)/.exec(text) ?? [];
      if (found !== undefined) resolve(found);
    });
    started.once("exit", () => reject(new Error(`${program} ended and had printed: ${text}`)));
  });
  return {
    url,
    stop: async () => {
      started.kill();
      await exited;
    },
  };
}
