const form = document.querySelector<HTMLFormElement>("#options");
const code = document.querySelector("#tag");
const copy = document.querySelector<HTMLButtonElement>("#copy");
const widget = document.querySelector("footnote-ask");

/** Serialises an HTML attribute. */
function attribute([name, value]: readonly [string, string]): string {
  return ` ${name}="${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`;
}

/** Writes the tag for the chosen options, and applies them to the preview. */
function update(): void {
  if (form === null || code === null || widget === null) return;
  const options = Array.from(new FormData(form), ([name, value]) => [name, String(value).trim()] as const);
  for (const [name, value] of options) {
    // The preview is in English by default, like the page around it.
    if (value !== "") widget.setAttribute(name, value);
    else if (name === "lang") widget.setAttribute(name, "en");
    else widget.removeAttribute(name);
  }
  const attributes = options.filter(([, value]) => value !== "").map(attribute);
  const source = new URL("../widget.js", location.href).href;
  code.textContent = `<script type="module" src="${source}"></script>\n<footnote-ask${attributes.join("")}></footnote-ask>`;
}

form?.addEventListener("input", update);
form?.addEventListener("submit", (event) => event.preventDefault());
update();

if (copy !== null && navigator.clipboard !== undefined) {
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(code?.textContent ?? "");
    copy.textContent = "Copied";
  });
}
