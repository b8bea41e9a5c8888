import { checkOutline, copyOutline, icon } from "../../widget/icons.ts";

/** Puts a button that copies into each block of code of an article. It has no text: a text fragment would find it. */
export function addCopyButtons(): void {
  for (const pre of document.querySelectorAll<HTMLElement>(".text pre, pre.copied")) {
    const { copy = "Copy", copied = "Copied" } = pre.closest<HTMLElement>("[data-copy]")?.dataset ?? {};
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.title = copy;
    button.ariaLabel = copy;
    button.append(icon(copyOutline));
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(pre.querySelector("code")?.textContent ?? pre.textContent ?? "");
      button.replaceChildren(icon(checkOutline));
      button.ariaLabel = copied;
      button.title = copied;
    });
    const frame = document.createElement("div");
    frame.className = "framed";
    // Shown by the style sheet: text of its own would part what a text fragment looks for.
    const language = /\blanguage-([^\s"]+)/.exec(pre.querySelector("code")?.className ?? "")?.[1];
    if (language !== undefined) frame.dataset["language"] = language;
    pre.replaceWith(frame);
    frame.append(pre, button);
  }
}
