const namespace = "http://www.w3.org/2000/svg";

/*
 * Outlines on a grid of 24 by 24. Each is a constant of its own, so that a script has only those it shows.
 */
export const searchOutline = "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm5 12 4 4";
export const closeOutline = "M6 6l12 12M18 6 6 18";
export const thumbOutline =
  "M7 11v9H4v-9h3Zm0 0 4-8c2 0 3 1 2.5 3L13 9h6c1 0 2 1 1.5 2.5l-2 7c-.3 1-1 1.5-2 1.5H7";
export const copyOutline = "M9 9h11v11H9zM5 15H4V4h11v1";
export const checkOutline = "M4 13l5 5L20 6";
export const linkOutline =
  "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1m2 4a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1";
export const shareOutline = "M12 15V4m0 0L8 8m4-4 4 4M6 12H5v8h14v-8h-1";
export const questionOutline =
  "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm-2.5 7a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7m0 3v.1";
export const pageOutline = "M6 3h8l4 4v14H6zM9 11h6M9 15h6";
export const headingOutline = "M9 4 7 20M17 4l-2 16M4 9h16M4 15h16";
export const clockOutline = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4v5l3.5 2";

/** A decorative icon of one outline, hidden from screen readers. */
export function icon(outline: string): SVGSVGElement {
  const svg = document.createElementNS(namespace, "svg");
  const path = document.createElementNS(namespace, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", outline);
  svg.append(path);
  return svg;
}
