import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

/** Names that Chromium and browsers made of it go by. */
const names = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
];

const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of a browser that is on this machine. `CHROMIUM_PATH` comes before all others. */
export function findBrowser(): string | undefined {
  const chosen = process.env["CHROMIUM_PATH"];
  if (chosen !== undefined && chosen !== "") {
    if (isExecutable(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH is ${chosen}, which cannot be run; let it name a Chromium, or unset it.`);
  }
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...applications, chromium.executablePath()].find(isExecutable);
}

/** Commands that install a browser here, the one to try first first. */
function installers(): (readonly [command: string, ...args: string[]])[] {
  const isDebianRoot = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  const playwright = ["npx", "playwright-core", "install", "chromium", "--only-shell"] as const;
  return isDebianRoot
    ? [
        ["sh", "-c", "apt-get update -q && apt-get install -q -y --no-install-recommends chromium"],
        playwright,
      ]
    : [playwright];
}

/**
 * The path of a browser, installed if there was none.
 *
 * @throws Error that says what to do when none can be installed.
 */
export function findOrInstallBrowser(): string {
  const found = findBrowser();
  if (found !== undefined) return found;
  for (const [command, ...args] of installers()) {
    console.error(`No Chromium on this machine. Installing one: ${[command, ...args].join(" ")}`);
    try {
      execFileSync(command, args, { stdio: ["ignore", "ignore", "inherit"] });
    } catch {
      continue;
    }
    const installed = findBrowser();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    "The browser tests need Chromium, and it could not be installed. Install it (Debian: apt-get install chromium; " +
      "elsewhere: npx playwright-core install --with-deps chromium) or let CHROMIUM_PATH name one.",
  );
}
