/**
 * Takes a picture of every state at every width in light and dark, to be looked at: `node tests/browser/take-looks.ts [name...]`.
 * Pictures go to .footnote/looks.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { kindsConfiguration, testConfiguration } from "../setup/output.ts";
import { looks, schemes, settle, widths } from "./looks.ts";
import { launchBrowser } from "./setup/launch.ts";
import { startService } from "./setup/start-service.ts";

const folder = join(".footnote", "looks");
const wanted = process.argv.slice(2);
const chosen = looks.filter(({ name }) => wanted.length === 0 || wanted.includes(name));

mkdirSync(folder, { recursive: true });
execFileSync(process.execPath, [join("tests", "setup", "build-kinds.ts")], { stdio: "inherit" });
const services = {
  english: await startService(testConfiguration),
  arabic: await startService(kindsConfiguration),
};
const browser = await launchBrowser();
try {
  for (const { name, corpus, path, prepare } of chosen) {
    for (const colorScheme of schemes) {
      for (const width of widths) {
        const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
        const page = await context.newPage();
        await page.goto(new URL(path, services[corpus].url).href);
        await prepare?.(page);
        await settle(page);
        await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
        await context.close();
      }
    }
    console.log(name);
  }
} finally {
  await browser.close();
  for (const service of Object.values(services)) await service.stop();
}
