/**
 * Sees to it that there is a browser to test in: `npm test` runs it first. One is installed with `--install`, and on machines
 * of continuous integration (`CI`), which are thrown away; anywhere else, where there is none, one line says what to do.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findBrowser, noBrowser } from "./find-browser.ts";

/** A Chromium in the user's own cache. */
const ofPlaywright = "npx playwright-core install chromium --no-shell";
/** Brings the libraries that a browser needs, too. */
const ofDebian = "apt-get update -q && apt-get install -q -y --no-install-recommends chromium";

function commands(): readonly string[] {
  const isDebianRoot = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  return isDebianRoot ? [ofDebian, ofPlaywright] : [ofPlaywright];
}

function isInstalled(): boolean {
  return commands().some((command) => {
    console.error(`No Chrome or Chromium on this machine. Installing one: ${command}`);
    const { status } = spawnSync(command, { shell: true, stdio: ["ignore", "ignore", "inherit"] });
    return status === 0 && findBrowser() !== undefined;
  });
}

if (findBrowser() === undefined) {
  const isAsked = process.argv.includes("--install") || (process.env["CI"] ?? "") !== "";
  if (!isAsked || !isInstalled()) {
    console.error(
      isAsked ? "No browser could be installed: install Chromium, or let CHROMIUM_PATH name one." : noBrowser,
    );
    process.exitCode = 1;
  }
}
