import { isModified, isThisPage } from "../dom.ts";
import type { FootnoteEventDetails } from "../events.ts";
import { emit } from "../kit.ts";

/** What following links needs of the widget around. */
interface LinkPorts {
  readonly host: HTMLElement;
  /** Where links open; empty for this page. */
  target(): string;
  /** Called before the reader leaves. */
  leave(): void;
  /** Uncovers the page. */
  close(): void;
}

/** Follows the links of a widget, unless the page goes there by itself. */
export class Links {
  readonly #ports: LinkPorts;

  constructor(ports: LinkPorts) {
    this.#ports = ports;
  }

  /** A click on a link in the results; the browser follows it unless the page cancels the event. */
  click(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link === null || event.defaultPrevented || isModified(event)) return;
    const part = link.getAttribute("part");
    const kind = part === "citation" || part === "contact" ? part : "passage";
    if (!this.#mayFollow(link.href, kind)) event.preventDefault();
  }

  /** Goes to where a suggestion leads. */
  follow(url: string): void {
    if (!this.#mayFollow(url, "suggestion")) return;
    const target = this.#ports.target();
    if (target === "") location.assign(url);
    else window.open(url, target, "noopener");
  }

  /** Lets links open where the page wants them. */
  retarget(links: Iterable<HTMLAnchorElement>): void {
    const target = this.#ports.target();
    if (target === "") return;
    for (const link of links) {
      link.target = target;
      link.rel = "noopener";
    }
  }

  #mayFollow(url: string, kind: FootnoteEventDetails["footnote-select"]["kind"]): boolean {
    const { host, leave, close } = this.#ports;
    leave();
    const isAllowed = emit(host, "footnote-select", { url, kind });
    // What the dialog covers is where the link leads.
    if (!isAllowed || isThisPage(url)) close();
    return isAllowed;
  }
}
