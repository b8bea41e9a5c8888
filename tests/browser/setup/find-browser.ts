import { accessSync, constants } from "node:fs";
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

/** What to do where there is no browser. Tests install none by themselves. */
export const noBrowser =
  "The browser tests need Chrome or Chromium, and none was found: npm run browser installs one, CHROMIUM_PATH names one " +
  "that is elsewhere, and npm run test:unit does without.";

/**
 * The path of a browser that is on this machine.
 * @throws Error that says what to do when there is none
 */
export function requireBrowser(): string {
  const found = findBrowser();
  if (found === undefined) throw new Error(noBrowser);
  return found;
}
