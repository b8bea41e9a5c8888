import type { Labels } from "../../widget/labels/labels.ts";
import { languages as widgetLabels } from "../../widget/labels/languages.ts";
import ar from "./ar.ts";
import da from "./da.ts";
import de from "./de.ts";
import el from "./el.ts";
import en from "./en.ts";
import es from "./es.ts";
import fi from "./fi.ts";
import fr from "./fr.ts";
import hi from "./hi.ts";
import hu from "./hu.ts";
import it from "./it.ts";
import ja from "./ja.ts";
import ko from "./ko.ts";
import nl from "./nl.ts";
import no from "./no.ts";
import type { PageLabels } from "./page-labels.ts";
import pt from "./pt.ts";
import ro from "./ro.ts";
import ru from "./ru.ts";
import sv from "./sv.ts";
import th from "./th.ts";
import tr from "./tr.ts";
import vi from "./vi.ts";
import zh from "./zh.ts";

export type { PageLabels } from "./page-labels.ts";

const pages: Readonly<Record<string, PageLabels>> = {
  ar,
  da,
  de,
  el,
  en,
  es,
  fi,
  fr,
  hi,
  hu,
  it,
  ja,
  ko,
  nl,
  no,
  pt,
  ro,
  ru,
  sv,
  th,
  tr,
  vi,
  zh,
};

/** What is said on the pages of a collection, and in which language. */
export interface SiteLanguage {
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  readonly labels: PageLabels;
  /** The widget's own. */
  readonly widget: Labels;
}

/** The language of a collection's pages; English where the collection names none, or one that the pages do not speak. */
export function siteLanguage(lang = "en"): SiteLanguage {
  const labels = Object.hasOwn(pages, lang) ? pages[lang] : undefined;
  const widget = widgetLabels[lang];
  if (labels === undefined || widget === undefined) return siteLanguage("en");
  return { lang, dir: lang === "ar" ? "rtl" : "ltr", labels, widget };
}
