import { h } from "hastscript";
import type { AskPageTemplate } from "../api/ask-page.ts";
import { siteLanguage } from "./labels/index.ts";
import { plainForm, renderPage, type Site } from "./shell.ts";

/** Stands in the page for the question, escaped as an attribute's value. */
const questionMark = "\u{E000}";
/** Stands in the page for the answer. */
const answerMark = "\u{E001}";

/** The page that the Worker fills in with an answer. */
export function askPageTemplate(site: Site): AskPageTemplate {
  const language = siteLanguage(site.lang);
  const { lang, labels, widget } = language;
  const form = plainForm(language);
  const [field, button] = form.children;
  if (field?.type !== "element" || button === undefined) throw new Error("The form has no field.");
  const filled = h("form", form.properties, [
    { ...field, properties: { ...field.properties, dir: "auto", value: questionMark } },
    button,
  ]);
  const html = renderPage(site, {
    title: labels.heading,
    description: labels.lede,
    script: "article.js",
    search: false,
    main: [
      h("section", { className: "hero asked" }, [h("h1", labels.heading), filled]),
      h("section", { className: "printed-answer" }, answerMark),
    ],
  });
  const [before = "", rest = ""] = html.split(questionMark);
  const [between = "", after = ""] = rest.split(answerMark);
  const { answer, passages, nearest, refused, related, guessed, partial } = widget;
  return {
    parts: [before, between, after],
    lang,
    labels: { answer, passages, nearest, refused, related, guessed, partial },
  };
}
