/** Has a command of Footnote done by the process of the tests: `node tests/cli/footnote-client.ts ADDRESS COMMAND…`. See `serveFootnote`. */
import type { Outcome } from "./command.ts";

const [address = "", command, ...parameters] = process.argv.slice(2);
const body = JSON.stringify({ folder: process.cwd(), command, parameters });
const response = await fetch(address, { method: "POST", body });
const { code, stdout, stderr } = (await response.json()) as Outcome;
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = code;
