const namespace = "http://www.w3.org/2000/svg";

/** Outlines on a grid of 24 by 24. */
const outlines = {
  search: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm5 12 4 4",
  close: "M6 6l12 12M18 6 6 18",
  thumb: "M7 11v9H4v-9h3Zm0 0 4-8c2 0 3 1 2.5 3L13 9h6c1 0 2 1 1.5 2.5l-2 7c-.3 1-1 1.5-2 1.5H7",
} as const;

/** A decorative icon, hidden from screen readers. */
export function icon(name: keyof typeof outlines): SVGSVGElement {
  const svg = document.createElementNS(namespace, "svg");
  const path = document.createElementNS(namespace, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", outlines[name]);
  svg.append(path);
  return svg;
}
