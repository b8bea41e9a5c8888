import { type Browser, type BrowserServer, chromium } from "playwright-core";
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

const options = () => ({ executablePath: requireBrowser(), args: flags });

/** Starts a browser. @param more flags */
export const launchBrowser = (...more: readonly string[]): Promise<Browser> =>
  chromium.launch({ ...options(), args: [...flags, ...more] });

/** Starts a browser that several processes use at its address, each with pages that the others do not see. */
export const serveBrowser = (): Promise<BrowserServer> => chromium.launchServer(options());
