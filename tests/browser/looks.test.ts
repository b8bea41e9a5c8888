import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { open, serviceUrl, useBrowser } from "./fixture.ts";
import { looks, settle } from "./looks.ts";
import { configurations, serviceOf } from "./setup/services.ts";

useBrowser();

/** How the states looked when somebody last looked at them. `UPDATE_LOOKS=1` takes them anew. */
const folder = join("tests", "fixtures", "looks");
const isUpdate = process.env["UPDATE_LOOKS"] !== undefined;

/** Pictures are held against one another as drafts: a draft has no edges of letters, which differ from machine to machine. */
const draftWidth = 96;
/** Levels of 255 by which a dot of a draft has changed. */
const changedBy = 24;
/** Share of a draft's dots that may have changed. */
const mostChanged = 0.02;

let arabic = "";
beforeAll(async () => {
  arabic = await serviceOf({ config: configurations.arabic });
});

async function draft(picture: Buffer): Promise<{ data: Buffer; width: number; height: number }> {
  const { data, info } = await sharp(picture)
    .greyscale()
    .resize({ width: draftWidth })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Widths of a text in the fonts of this machine. Where they are others, lines break elsewhere. */
async function fontsOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const context = document.createElement("canvas").getContext("2d");
    if (context === null) return "";
    const style = getComputedStyle(document.body);
    const fonts = [
      style.getPropertyValue("--sans"),
      style.getPropertyValue("--serif"),
      style.getPropertyValue("--mono"),
    ];
    return fonts
      .map((font) => {
        context.font = `16px ${font}`;
        return context.measureText("Why was R2 delayed? اسأل المقالات 酸面包").width.toFixed(1);
      })
      .join(" ");
  });
}

/**
 * Answers as they were when somebody last looked: how answers are chosen is no matter of looks. An update records them.
 */
async function replayAnswers(page: Page, name: string): Promise<void> {
  const path = join(folder, `${name}.json`);
  const answers: Record<string, unknown> = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
  await page.route(/\/api\/ask\?/, async (route) => {
    const question = new URL(route.request().url()).searchParams.get("q") ?? "";
    if (isUpdate) {
      answers[question] = await (await route.fetch()).json();
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, `${JSON.stringify(answers, undefined, 2)}\n`);
    }
    await route.fulfill({ json: answers[question] });
  });
}

/** Links, buttons and fields that cover one another. */
async function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const trees = [
      document,
      ...Array.from(document.querySelectorAll("*"), ({ shadowRoot }) => shadowRoot ?? []).flat(),
    ];
    const isModal = trees.some((tree) => tree.querySelector("dialog:modal, :popover-open") !== null);
    if (isModal) return [];
    const all = trees.flatMap((tree) =>
      Array.from(tree.querySelectorAll<HTMLElement>("a, button, input, select")),
    );
    const floating = "#came-from, .to-contents, .skip, .cards a, .copy, .tools button";
    const shown = all.filter((element) => element.checkVisibility() && !element.matches(floating));
    const boxes = shown.map((element) => ({ element, rects: Array.from(element.getClientRects()) }));
    return boxes.flatMap(({ element, rects }, index) =>
      boxes.slice(index + 1).flatMap((other) => {
        if (element.contains(other.element) || other.element.contains(element)) return [];
        const covers = rects.some((a) =>
          other.rects.some(
            (b) =>
              Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
              Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4,
          ),
        );
        return covers
          ? [`${element.outerHTML.slice(0, 80)} and ${other.element.outerHTML.slice(0, 80)}`]
          : [];
      }),
    );
  });
}

test.each(looks.map((look) => [look.name, look] as const))("%s looks as it did", async (name, look) => {
  const base = look.corpus === "arabic" ? arabic : serviceUrl;
  const page = await open("about:blank", {
    width: look.width,
    height: 900,
    colorScheme: look.scheme,
  });
  await replayAnswers(page, name);
  await page.goto(new URL(look.path, base).href);
  await look.prepare?.(page);
  await settle(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(look.width);
  expect(await overlaps(page)).toEqual([]);

  if (look.isWritten) return;
  const path = join(folder, `${name}.png`);
  const fonts = await fontsOf(page);
  const now = await draft(await page.screenshot({ caret: "hide" }));
  if (isUpdate) {
    mkdirSync(folder, { recursive: true });
    const { width, height } = now;
    await sharp(now.data, { raw: { width, height, channels: 1 } })
      .png({ palette: true, effort: 10 })
      .toFile(path);
    writeFileSync(join(folder, "fonts.txt"), `${fonts}\n`);
    return;
  }
  expect(existsSync(path)).toBe(true);
  // With other fonts, lines break elsewhere: what is above holds all the same.
  if (readFileSync(join(folder, "fonts.txt"), "utf8").trim() !== fonts) return;
  const before = await draft(readFileSync(path));
  expect([now.width, now.height]).toEqual([before.width, before.height]);
  const changed = now.data.filter((level, index) => Math.abs(level - (before.data[index] ?? 0)) > changedBy);
  expect(changed.length / now.data.length).toBeLessThanOrEqual(mostChanged);
});
