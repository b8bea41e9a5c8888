import type { Element } from "hast";
import { h } from "hastscript";
import { renderPage, type Site } from "./shell.ts";

/** Placeholder for the service's origin in the tag, until the page's script fills in the real one. */
const exampleOrigin = "https://footnote.example.com";

function select(name: string, label: string, options: readonly (readonly [string, string])[]): Element {
  return h("label", [
    label,
    h(
      "select",
      { name },
      options.map(([value, text]) => h("option", { value }, text)),
    ),
  ]);
}

function field(name: string, label: string, placeholder: string): Element {
  return h("label", [label, h("input", { name, placeholder, autoComplete: "off" })]);
}

/** `/embed/`: the tag to copy, and what its options do. `languages` are those of the widget. */
export function embedPage(site: Site, languages: readonly string[]): string {
  const names = new Intl.DisplayNames("en", { type: "language" });
  const origin = (URL.parse(site.baseUrl)?.origin ?? exampleOrigin) + site.base;
  const tag = `<script type="module" src="${origin}/widget.js"></script>\n<footnote-ask></footnote-ask>`;
  return renderPage(site, {
    title: "Embed",
    description: `Put the search of ${site.title} on your own page with one tag.`,
    canonical: "/embed/",
    script: "embed.js",
    search: false,
    main: [
      h("section", { className: "embed" }, [
        h("h1", "Put it on your page"),
        h(
          "p",
          { className: "lede" },
          "One script, one element. It works under a strict content security policy and leaves your styles alone.",
        ),
        h("pre", { className: "tag", tabIndex: 0 }, h("code", { id: "tag" }, tag)),
        h("button", { id: "copy", type: "button", hidden: true }, "Copy"),
        h("div", { className: "builder" }, [
          h("form", { id: "options", ariaLabel: "Options" }, [
            select("mode", "Mode", [
              ["", "Box in the page"],
              ["dialog", "Button and dialog"],
            ]),
            select("theme", "Theme", [
              ["", "As the page"],
              ["light", "Light"],
              ["dark", "Dark"],
            ]),
            select("lang", "Language", [
              ["", "As the page"],
              ...languages.map((code) => [code, names.of(code) ?? code] as const),
            ]),
            field("placeholder", "Placeholder", "Ask a question"),
            field("limit", "Passages", "5"),
            field("filters", "Filters", "tag=docs"),
          ]),
          h("section", { className: "preview", ariaLabel: "Preview" }, h("footnote-ask", { lang: "en" })),
        ]),
        h("noscript", h("p", "The preview needs JavaScript; the tag above works as it stands.")),
        h("h2", "Style it"),
        h("p", [
          "Set custom properties on the element, or reach its parts with ",
          h("code", "::part()"),
          ":",
        ]),
        h(
          "pre",
          { tabIndex: 0 },
          h(
            "code",
            "footnote-ask {\n  --footnote-accent: #0b57d0;\n  --footnote-radius: 4px;\n}\nfootnote-ask::part(quote) {\n  font-style: italic;\n}",
          ),
        ),
        h("p", [
          "The properties are ",
          ...[
            "accent",
            "background",
            "text",
            "muted",
            "border",
            "match",
            "radius",
            "font",
            "quote-font",
          ].flatMap((name, index) => [index === 0 ? "" : ", ", h("code", `--footnote-${name}`)]),
          ".",
        ]),
      ]),
    ],
  });
}
