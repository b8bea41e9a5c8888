import { mkdirSync } from "node:fs";
import sharp from "sharp";
import { settle } from "../tests/browser/looks.ts";
import { launchBrowser } from "../tests/browser/setup/launch.ts";
import { startService } from "../tests/browser/setup/start-service.ts";

/** Takes the picture in the README: an answer on the home page, in colours few enough for a small file. */
const service = await startService("wrangler.toml");
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 960, height: 760 }, deviceScaleFactor: 1.5 });
  await page.goto(`${service.url}/?ask=${encodeURIComponent("Why was the R2 model delayed?")}`);
  await page.locator("footnote-ask [part=passages]").waitFor();
  await settle(page);
  mkdirSync("docs", { recursive: true });
  await sharp(await page.screenshot())
    .png({ palette: true, colours: 64, effort: 10 })
    .toFile("corpus/docs/answer.png");
} finally {
  await browser.close();
  await service.stop();
}
