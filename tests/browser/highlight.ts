import type { Page } from "playwright-core";
import sharp from "sharp";
import type { Range } from "../../src/model/index.ts";

/** A rectangle of the whole page, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Where each range of the article's canonical text stands on its page. The page's own text differs in white space, so
 * that places are found by counting what is not white space.
 */
export function boxesOf(page: Page, text: string, ranges: readonly Range[]): Promise<Box[][]> {
  const solid = (end: number): number => text.slice(0, end).replace(/\s/g, "").length;
  const counted = ranges.map(({ start, end }) => ({ start: solid(start), end: solid(end) }));
  return page.evaluate((wanted) => {
    const places: { node: Node; offset: number }[] = [];
    const content = document.querySelector(".text");
    if (content === null) return [];
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      (node.nodeValue ?? "").split("").forEach((character, offset) => {
        // Nor does it have what nobody sees: control characters, and hints where a line may break.
        if (!/[\s\p{Cc}\u00AD\u200B\u2060\uFEFF]/u.test(character)) places.push({ node, offset });
      });
    }
    return wanted.map(({ start, end }) =>
      places.slice(start, end).flatMap(({ node, offset }) => {
        const range = document.createRange();
        range.setStart(node, offset);
        range.setEnd(node, offset + 1);
        const { left, top, right, bottom } = range.getBoundingClientRect();
        // Code that is wider than its box is seen between its sides, and the browser scrolls it.
        const box = node.parentElement?.closest("pre")?.getBoundingClientRect();
        if (box !== undefined && (left < box.left + 8 || right > box.right - 8)) return [];
        return [
          { left: left + scrollX, top: top + scrollY, right: right + scrollX, bottom: bottom + scrollY },
        ];
      }),
    );
  }, counted);
}

/** Which of a range's characters the browser shows as found. */
export function highlighted(boxes: readonly Box[], isMarked: (x: number, y: number) => boolean): boolean[] {
  return boxes.map(({ left, right, top, bottom }) =>
    // The highlight is behind the letters: some of these places are beside their strokes.
    [left + 0.5, (left + right) / 2, right - 0.5].some((x) =>
      [0.06, 0.3, 0.94].some((share) => isMarked(x, top + (bottom - top) * share)),
    ),
  );
}

/** Takes a picture of the window, and tells pixels of the highlight's colour from others by their place in it. */
export async function highlightIn(page: Page): Promise<(x: number, y: number) => boolean> {
  const session = await page.context().newCDPSession(page);
  // Playwright's own pictures are made to be small, which takes longer.
  const { data: image } = await session.send("Page.captureScreenshot", { optimizeForSpeed: true });
  const { data, info } = await sharp(Buffer.from(image, "base64"))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  await session.detach();
  return (x, y) => {
    const pixel = 3 * (Math.floor(y) * info.width + Math.floor(x));
    // rgb(252, 236, 174), the colour of `::target-text` on light pages.
    return (data[pixel] ?? 0) > 245 && Math.abs((data[pixel + 2] ?? 0) - 174) < 12;
  };
}
