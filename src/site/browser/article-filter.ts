/** Articles that are shown before "Show more". */
const pageLength = 40;

const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Filters the list of articles by words and by a tag, which is in the page's address, and shows it page by page. */
export function filterArticles(): void {
  const form = document.querySelector<HTMLFormElement>("#filter");
  const words = form?.querySelector<HTMLInputElement>("input");
  const tags = document.querySelector<HTMLElement>("#tags");
  const nothing = document.querySelector<HTMLElement>("#nothing");
  const items = Array.from(document.querySelectorAll<HTMLElement>(".index > li"), (element) => ({
    element,
    text: folded(element.textContent ?? ""),
    tags: element.dataset["tags"]?.split("\n") ?? [],
  }));
  if (!form || !words || tags === null || nothing === null) return;
  let shown = pageLength;
  const chosen = (): string => new URL(location.href).searchParams.get("tag") ?? "";
  const more = document.createElement("button");
  more.type = "button";
  more.className = "more-articles";
  more.textContent = form.dataset["more"] ?? "";

  const update = (): void => {
    const typed = folded(words.value).split(/\s+/);
    const tag = chosen();
    const found = items.filter(
      (item) => (tag === "" || item.tags.includes(tag)) && typed.every((word) => item.text.includes(word)),
    );
    const visible = new Set(found.slice(0, shown));
    for (const item of items) item.element.hidden = !visible.has(item);
    nothing.textContent = found.length === 0 ? (nothing.dataset["nothing"] ?? "") : "";
    more.hidden = found.length <= shown;
    for (const link of tags.querySelectorAll("a")) {
      link.toggleAttribute("aria-current", link.dataset["tag"] === tag);
    }
  };
  const choose = (tag: string): void => {
    const url = new URL(location.href);
    if (tag === "" || tag === chosen()) url.searchParams.delete("tag");
    else url.searchParams.set("tag", tag);
    history.replaceState(history.state, "", url);
    update();
  };

  // A tag of few articles is offered where it is the chosen one.
  const isOffered = Array.from(tags.querySelectorAll("a")).some((link) => link.dataset["tag"] === chosen());
  if (chosen() !== "" && !isOffered) tags.append(tagItem(chosen()));
  document.addEventListener("click", (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(".articles .tags a") : null;
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(link.dataset["tag"] ?? link.textContent ?? "");
  });
  more.addEventListener("click", () => {
    shown += pageLength;
    update();
  });
  words.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  nothing.after(more);
  form.hidden = false;
  update();
}

function tagItem(tag: string): HTMLElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `?tag=${encodeURIComponent(tag)}`;
  link.textContent = tag;
  link.dataset["tag"] = tag;
  item.append(link);
  return item;
}
