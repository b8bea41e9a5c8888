/** Attributes by which pages switch between light and dark. */
const switches = ["class", "style", "data-theme", "data-bs-theme", "data-color-mode", "data-mode"];

/**
 * The colour scheme of what stands behind an element: of the first colour among its ancestors' backgrounds. Undefined where there is
 * none, so that the page's own `color-scheme` holds.
 */
export function schemeBehind(element: Element): "light" | "dark" | undefined {
  for (let node: Element | null = element; node !== null; node = parentOf(node)) {
    const [red, green, blue, alpha = 1] = channels(getComputedStyle(node).backgroundColor);
    if (red === undefined || green === undefined || blue === undefined || alpha < 0.5) continue;
    // Relative luminance is over .18 where black text is easier to read than white.
    const linear = (channel: number): number => (channel / 255) ** 2.2;
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) > 0.18 ? "light" : "dark";
  }
  return undefined;
}

const parentOf = ({ parentElement, assignedSlot, parentNode }: Element): Element | null =>
  assignedSlot ?? parentElement ?? (parentNode instanceof ShadowRoot ? parentNode.host : null);

/** Red, green and blue from 0 to 255, and alpha from 0 to 1, of a colour in any notation. */
function channels(colour: string): number[] {
  const numbers = colour.match(/[\d.]+/g)?.map(Number) ?? [];
  if (colour.startsWith("rgb")) return numbers;
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (context === null) return [];
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

/** Calls a function whenever the page may have switched between light and dark. @returns what ends it */
export function watchGround(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  for (const element of [document.documentElement, document.body]) {
    observer.observe(element, { attributes: true, attributeFilter: switches });
  }
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", changed);
  return () => {
    observer.disconnect();
    dark.removeEventListener("change", changed);
  };
}
