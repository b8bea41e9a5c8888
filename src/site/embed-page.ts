import type { Element } from "hast";
import { h } from "hastscript";
import { description, type Entry } from "../widget/description.ts";
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

function field(name: string, label: string, placeholder: string, attributes = {}): Element {
  return h("label", [label, h("input", { name, placeholder, autoComplete: "off", ...attributes })]);
}

function entryTable(heading: string, entries: readonly Entry[]): Element[] {
  return [
    h("h3", heading),
    h("div", { className: "wide", role: "group", ariaLabel: heading, tabIndex: 0 }, [
      h("table", [
        h(
          "tbody",
          entries.map(({ name, description: about }) =>
            h("tr", [
              h(
                "td",
                name.split(", ").flatMap((one, index) => [index === 0 ? "" : " ", h("code", one)]),
              ),
              h("td", about),
            ]),
          ),
        ),
      ]),
    ]),
  ];
}

const code = (text: string): Element => h("pre", { className: "copied", tabIndex: 0 }, h("code", text));

const react = `import { register } from "footnote-ask/widget";
register();

export const Ask = () => <footnote-ask endpoint="ORIGIN" />;`;

const router = `document.querySelector("footnote-ask").addEventListener("footnote-select", (event) => {
  const url = new URL(event.detail.url);
  if (url.origin !== location.origin) return;
  event.preventDefault();
  router.push(url.pathname + url.hash);
});`;

const style = `footnote-ask {
  --footnote-accent: #0b57d0;
  --footnote-radius: 4px;
}
footnote-ask::part(quote) {
  font-style: italic;
}`;

/** `/embed/`: the tag to copy, and what its options do. `languages` are those of the widget. */
export function embedPage(site: Site, languages: readonly string[]): string {
  const names = new Intl.DisplayNames("en", { type: "language" });
  const origin = (URL.parse(site.baseUrl)?.origin ?? exampleOrigin) + site.base;
  const tag = `<script type="module" src="${origin}/widget.js"></script>\n<footnote-ask></footnote-ask>`;
  const policy = `script-src ${origin}; connect-src ${origin}`;
  return renderPage(site, {
    title: "Embed",
    description: `Put the search of ${site.title} on your own page with one tag.`,
    canonical: "/embed/",
    script: "embed.js",
    search: false,
    lang: "en",
    main: [
      h("section", { className: "embed" }, [
        h("h1", "Put it on your page"),
        h(
          "p",
          { className: "lede" },
          "One script, one element. It works under a strict content security policy and leaves your styles alone.",
        ),
        h("pre", { className: "tag copied", tabIndex: 0 }, h("code", { id: "tag" }, tag)),
        h("div", { className: "builder" }, [
          h("form", { id: "options", ariaLabel: "Options" }, [
            select("mode", "Mode", [
              ["", "Field in the page"],
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
            field("limit", "Passages", "5", { type: "number", min: 1, max: 20 }),
            field("filters", "Filters", "tag=docs"),
            field("history", "Name in the address", "ask"),
            field("no-answer-url", "Without an answer, lead to", "mailto:help@example.com"),
            h("label", [
              "Accent",
              h("input", { name: "--footnote-accent", type: "color", value: "#a23018" }),
            ]),
          ]),
          h("section", { className: "preview", ariaLabel: "Preview" }, [
            h("p", { className: "byline" }, "Preview: ask it something."),
            h("footnote-ask", { lang: "en" }),
          ]),
        ]),
        h("noscript", h("p", "The preview needs JavaScript; the tag above works as it stands.")),
        h("h2", "Content security policy"),
        h(
          "p",
          "A page with a policy allows the service's script and its answers; no style and no eval are needed:",
        ),
        code(policy),
        h("h2", "With a framework"),
        h("p", [
          "The package is typed for React, Vue, Svelte and Lit, and can be imported on a server. In a bundle, ",
          h("code", "endpoint"),
          " says where the answers come from.",
        ]),
        code(react.replace("ORIGIN", origin)),
        h("p", "Links can be followed by your own router:"),
        code(router),
        h("h2", "Style it"),
        h("p", [
          "Set custom properties on the element, or reach its parts with ",
          h("code", "::part()"),
          ":",
        ]),
        code(style),
        h("h2", "All it takes and tells"),
        ...entryTable("Attributes", description.attributes),
        ...entryTable("Methods and properties", [...description.methods, ...description.properties]),
        ...entryTable("Events", description.events),
        ...entryTable("Slots", description.slots),
        ...entryTable("Custom properties", description.cssProperties),
        ...entryTable("Parts", description.cssParts),
        ...entryTable("States", description.states),
      ]),
    ],
  });
}
