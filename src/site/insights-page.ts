import { h } from "hastscript";
import { renderPage, type Site } from "./shell.ts";

/** `/insights`: the owner's page. It contains no data; its script fetches the report with the owner's credentials. */
export function insightsPage(site: Site, files: { readonly script: string; readonly style: string }): string {
  const section = (id: string, title: string, empty: string) =>
    h("section", { ariaLabelledBy: `${id}-title` }, [
      h("h2", { id: `${id}-title` }, title),
      h("ol", { id, dataEmpty: empty }),
    ]);
  const periods = [7, 30, 90, 365] as const;
  return renderPage(site, {
    title: "Insights",
    description: `What readers asked ${site.title}.`,
    script: "article.js",
    search: false,
    lang: "en",
    head: [
      h("link", { rel: "stylesheet", href: files.style }),
      h("script", { type: "module", src: files.script }),
    ],
    main: [
      h("section", { className: "insights" }, [
        h("h1", "Insights"),
        h("form", { id: "period" }, [
          h("label", [
            "Period ",
            h(
              "select",
              { name: "days" },
              periods.map((days) =>
                h("option", { value: String(days), selected: days === 30 }, `${days} days`),
              ),
            ),
          ]),
          h("a", { id: "csv", href: "/insights/questions.csv", download: true }, "CSV"),
          h("a", { id: "json", href: "/insights/questions.json", download: true }, "JSON"),
        ]),
        h("p", { id: "status", role: "status" }),
        h("div", { id: "report", hidden: true }, [
          h("div", { id: "chart", role: "img", ariaLabel: "Questions asked and answered, by day" }),
          h("details", { id: "days" }, [
            h("summary", "Figures by day"),
            h("table", [
              h("thead", h("tr", [h("th", "Day (UTC)"), h("th", "Asked"), h("th", "Answered")])),
              h("tbody"),
            ]),
          ]),
          section("asked", "Asked most", "Nobody asked anything."),
          section("unanswered", "Not answered", "Every question was answered."),
          section("worst", "Rated badly", "No answer has more votes against it than for it."),
          section("neverCited", "Never cited", "Every article was cited."),
        ]),
      ]),
    ],
  });
}
