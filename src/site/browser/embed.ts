import { addCopyButtons } from "./code-copy.ts";

const form = document.querySelector<HTMLFormElement>("#options");
const code = document.querySelector("#tag");
const widget = document.querySelector<HTMLElement>("main footnote-ask");

/** The accent that needs not be said. */
const accentProperty = "--footnote-accent";

/** Serialises an HTML attribute. */
function attribute([name, value]: readonly [string, string]): string {
  return ` ${name}="${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`;
}

/** Writes the tag for the chosen options, and applies them to the preview. */
function update(): void {
  if (form === null || code === null || widget === null) return;
  const options = Array.from(new FormData(form), ([name, value]) => [name, String(value).trim()] as const);
  const accent = form.querySelector<HTMLInputElement>("[type=color]");
  const attributes: (readonly [string, string])[] = [];
  for (const [name, value] of options) {
    if (name === accentProperty) {
      if (value === accent?.defaultValue) widget.style.removeProperty(name);
      else {
        widget.style.setProperty(name, value);
        attributes.push(["style", `${name}: ${value}`]);
      }
      continue;
    }
    // The preview is in English by default, like the page around it, and leaves this page's address alone.
    if (value !== "" && name !== "history") widget.setAttribute(name, value);
    else if (name === "lang") widget.setAttribute(name, "en");
    else widget.removeAttribute(name);
    if (value !== "") attributes.push([name, value]);
  }
  const source = new URL("../widget.js", location.href).href;
  code.textContent = `<script type="module" src="${source}"></script>\n<footnote-ask${attributes.map(attribute).join("")}></footnote-ask>`;
}

form?.addEventListener("input", update);
form?.addEventListener("submit", (event) => event.preventDefault());
update();
addCopyButtons();
