/** Pixels between a popover and what it belongs to, and between it and the edge of the window. */
const gap = 6;

/**
 * Keeps a popover at an element while the page scrolls or changes size: below it, or above where there is more room. Popovers are
 * in the top layer, so that no box of the page clips them.
 *
 * @param isAsWide whether it is as wide as the element
 * @returns what ends it
 */
export function placeNear(popover: HTMLElement, anchor: Element, isAsWide: boolean): () => void {
  const place = (): void => {
    const { left, right, top, bottom, width } = anchor.getBoundingClientRect();
    const { innerHeight: height } = window;
    const below = (visualViewport?.height ?? height) - bottom - 2 * gap;
    const above = top - 2 * gap;
    const isBelow = below >= Math.min(popover.scrollHeight, 200) || below >= above;
    const { style } = popover;
    if (isAsWide) style.width = `${width}px`;
    style.maxHeight = `${Math.max(isBelow ? below : above, 80)}px`;
    style.top = isBelow ? `${bottom + gap}px` : "auto";
    style.bottom = isBelow ? "auto" : `${height - top + gap}px`;
    const isRightToLeft = getComputedStyle(popover).direction === "rtl";
    const wanted = isRightToLeft ? right - popover.offsetWidth : left;
    const most = document.documentElement.clientWidth - popover.offsetWidth - gap;
    style.left = `${isAsWide ? left : Math.max(gap, Math.min(wanted, most))}px`;
  };
  place();
  const controller = new AbortController();
  const { signal } = controller;
  addEventListener("scroll", place, { capture: true, signal });
  addEventListener("resize", place, { signal });
  visualViewport?.addEventListener("resize", place, { signal });
  return () => controller.abort();
}
