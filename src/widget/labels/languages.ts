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
import type { Labels } from "./labels.ts";
import nl from "./nl.ts";
import no from "./no.ts";
import pt from "./pt.ts";
import ro from "./ro.ts";
import ru from "./ru.ts";
import sv from "./sv.ts";
import th from "./th.ts";
import tr from "./tr.ts";
import vi from "./vi.ts";
import zh from "./zh.ts";

/** The labels of every language that the widget speaks: those that the analyser knows. The types hold that each is complete. */
export const languages: Readonly<Record<string, Labels>> & { readonly en: Labels } = {
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
