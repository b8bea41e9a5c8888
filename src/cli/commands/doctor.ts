import { styleText } from "node:util";
import type { Command } from "commander";
import type { Finding } from "../../build/doctor/finding.ts";
import { command, corpusFolder, outOption } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { address } from "../read-address.ts";

interface DoctorOptions {
  readonly out: string;
  readonly live?: string;
  readonly service?: string;
  readonly origin?: string;
}

const marks = {
  fine: ["green", "✓"],
  note: ["yellow", "!"],
  fault: ["red", "✗"],
  skipped: ["dim", "–"],
} as const;

function print({ about, state, message }: Finding): void {
  const [colour, mark] = marks[state];
  console.log(`${styleText(colour, mark, { stream: process.stdout })} ${about}: ${message}`);
}

async function examine(folder: string | undefined, options: DoctorOptions): Promise<void> {
  const corpus = corpusFolder(folder);
  const { examineProject } = await import("../examine-project.ts");
  let faults = 0;
  for await (const finding of examineProject({ ...options, corpus })) {
    print(finding);
    if (finding.state === "fault") faults += 1;
  }
  console.log(
    faults === 0 ? "Nothing is wrong." : `${faults} ${faults === 1 ? "thing is" : "things are"} wrong.`,
  );
  if (faults > 0) process.exitCode = exitCodes.faults;
}

/** `footnote doctor` */
export function doctorCommand(): Command {
  return command("doctor", "Find what is wrong: versions, articles, limits, configuration, citations, CORS", [
    ["footnote doctor ./docs", "this machine"],
    ["footnote doctor ./docs --live https://docs.example.org", "and every page that answers link to"],
    [
      "footnote doctor ./docs --service https://ask.example.org --origin https://docs.example.org",
      "and the service, asked from that site",
    ],
  ])
    .argument("[folder]", "the articles (default: CORPUS_DIR, else corpus)")
    .option("--live <address>", "the site that answers link to", address)
    .option("--service <address>", "the deployed service", address)
    .option("--origin <address>", "the site whose pages ask it", address)
    .addOption(outOption())
    .action(examine);
}
