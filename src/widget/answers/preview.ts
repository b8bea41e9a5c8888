import { create } from "../kit.ts";
import { placeNear } from "../session/kit.ts";

/** Milliseconds that a pointer rests on a number before the preview comes, and that it may take to move into it. */
const delay = 200;

/**
 * Shows the passage around a quote while its number has the pointer or the focus. It can be pointed at, and Escape closes it
 * (WCAG 1.4.13).
 */
export function addPreview(root: HTMLElement, contentOf: (number: string) => Node | undefined): void {
  const box = create("div", { part: "preview", popover: "manual", "aria-hidden": "true" });
  root.append(box);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop = (): void => undefined;
  const isOpen = (): boolean => box.matches(":popover-open");
  const close = (): void => {
    clearTimeout(timer);
    stop();
    if (isOpen()) box.hidePopover();
  };
  const open = (citation: HTMLElement): void => {
    const content = contentOf(citation.dataset["number"] ?? "");
    if (content === undefined || !citation.isConnected) return;
    box.replaceChildren(content);
    if (!isOpen()) box.showPopover();
    stop();
    stop = placeNear(box, citation, false);
  };
  const over = (event: Event, act: (citation: HTMLElement) => void): void => {
    const citation =
      event.target instanceof Element ? event.target.closest<HTMLElement>("a[part=citation]") : null;
    if (citation !== null) act(citation);
  };
  const later = (act: () => void): void => {
    clearTimeout(timer);
    timer = setTimeout(act, delay);
  };
  root.addEventListener("mouseover", (event) => {
    if (event.target instanceof Node && box.contains(event.target)) clearTimeout(timer);
    else over(event, (citation) => later(() => open(citation)));
  });
  root.addEventListener("mouseout", (event) => {
    if (isOpen()) later(close);
    else over(event, () => clearTimeout(timer));
  });
  root.addEventListener("focusin", (event) =>
    over(event, (citation) => citation.matches(":focus-visible") && open(citation)),
  );
  root.addEventListener("focusout", close);
  root.addEventListener("click", close);
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    close();
    event.preventDefault();
    event.stopPropagation();
  });
}
