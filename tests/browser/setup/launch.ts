import { type Browser, chromium } from "playwright-core";
import { requireBrowser } from "./find-browser.ts";

/** Flags for a browser that talks to nobody but the page, on machines without a screen or a graphics card. */
const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts a browser. */
export function launchBrowser(...more: string[]): Promise<Browser> {
  return chromium.launch({ executablePath: requireBrowser(), args: [...flags, ...more] });
}
