import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../tests/browser/setup/launch.ts";
import { startService } from "../tests/browser/setup/start-service.ts";
import { measuredOn } from "./environment.ts";
import { median } from "./median.ts";
import { replaceSection } from "./results.ts";
import { commandOf } from "./run.ts";
import { slow4G } from "./slow-line.ts";

const runs = 5;

/** What one visit to the home page with an empty cache cost. */
interface Visit {
  /** Milliseconds from the start of the navigation. */
  readonly firstPaint: number;
  readonly loaded: number;
  /** Bytes over the network, headers and all. */
  readonly transfer: number;
  /** Cumulative layout shift, without a unit. */
  readonly shift: number;
}

async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", slow4G);
  let transfer = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    transfer += encodedDataLength;
  });
  await page.goto(url, { waitUntil: "networkidle" });
  const timing = await page.evaluate(async () => {
    const { promise, resolve } = Promise.withResolvers<number>();
    new PerformanceObserver((list) => {
      resolve(
        list.getEntries().reduce((sum, entry) => sum + ("value" in entry ? Number(entry.value) : 0), 0),
      );
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(0), 500);
    const [navigation] = performance.getEntriesByType("navigation");
    return {
      firstPaint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
      loaded: navigation === undefined ? Number.NaN : navigation.duration,
      shift: await promise,
    };
  });
  await context.close();
  return { ...timing, transfer };
}

const service = await startService("wrangler.toml");
const browser = await launchBrowser();
try {
  const visits: Visit[] = [];
  for (let run = 0; run < runs; run++) visits.push(await visit(browser, service.url));
  const of = (name: keyof Visit): number[] => visits.map((one) => one[name]);
  const milliseconds = (name: "firstPaint" | "loaded"): string =>
    `${Math.round(median(of(name)))} ms (${Math.round(Math.min(...of(name)))}-${Math.round(Math.max(...of(name)))})`;
  const scripts = ["widget", "widget-session", "widget-answers"].map(
    (name) => gzipSync(readFileSync(`dist/assets/${name}.js`)).length,
  );
  const untilThen = scripts.map((_, index) =>
    scripts.slice(0, index + 1).reduce((sum, bytes) => sum + bytes, 0),
  );
  replaceSection(
    "Page",
    `The home page over the demo corpus, opened in Chromium with an empty cache, on slow 4G as Lighthouse has it (1.6 Mbit/s,
150 ms there and back). Median of ${runs} visits, lowest and highest in brackets.

| | |
| --- | --- |
| First contentful paint | ${milliseconds("firstPaint")} |
| Loaded | ${milliseconds("loaded")} |
| Transfer, all files and headers | ${(median(of("transfer")) / 1000).toFixed(1)} kB |
| Cumulative layout shift | ${Math.max(...of("shift"))} |
| Widget, gzip, with its styles: on the page, once a reader comes to the field, once one types | ${untilThen.map((bytes) => (bytes / 1000).toFixed(2)).join(", ")} kB |

${measuredOn(commandOf("page"))}`,
  );
} finally {
  await browser.close();
  await service.stop();
}
