import { stemmer } from "@orama/stemmers/norwegian";
import { lazyRegExp } from "../../shared/lazy-reg-exp.ts";
import type { Language } from "../language.ts";
import { danoNorwegianLetters } from "./dano-norwegian-letters.ts";
import { wordList } from "./word-list.ts";

/** Norwegian, Bokmål with the function words of Nynorsk: Snowball. */
const norwegian: Language = {
  code: "no",
  script: "Latin",
  letters: "æøå",
  stem: (word) => stemmer(danoNorwegianLetters(word)),
  prefixLength: 5,
  recency: ["nyeste", "siste", "nåværende", "gjeldende", "aktuelle", "nå", "nylig", "i dag"],
  alternatives: wordList("eller"),
  stopWords: wordList(`
    en ei et ein eit den det de dei
    jeg eg du han hun ho vi dere dykk man meg deg ham henne oss dem seg
    min mi mitt mine din di ditt dine hans hennes dens dets vår vårt våre deres sin si sitt sine
    denne dette disse desse samme annen annet andre annan anna sånn slik slike selv sjølv hver hvert kvar kvart alle alt
    all begge noen noe nokon noko ingen intet ingenting mange mye mykje mer meir mest få færre mindre flere fleire flest
    er var vært vore være vere blir bli ble blei blitt vert vart har hadde hatt ha kan kunne kunnet skal skulle vil ville
    må måtte bør burde gjør gjorde gjort gjøre gjer lar lot la får fikk fått fekk
    av bak blant etter for foran forbi fra frå før gjennom hos i ifølge innen innenfor med mellom mot om omkring opp over
    på siden sidan til tross under uten utan ut ved via per
    og eller men samt dog så at som hvis når mens fordi da skjønt både verken enten enn
    ikke ikkje også òg kun bare berre allerede ennå alltid aldri ofte her der nå no dengang hen ned inn bort
    svært ganske jo vel nok kanskje
    hvem kven hva kva hvilken hvilket hvilke når hvor kor hvorfra hvorhen hvorfor kvifor hvordan korleis hvis
    vennligst forklar beskriv nevn kalles heter het
  `),
  stressed: wordList("ikke aldri bare alle alltid må hvem hva når hvor hvorfor hvordan og eller men"),
  abbreviations: wordList(`
    bl.a ca d.v.s dvs dr e.kr eks evt f.eks f.kr fig hhv inkl ekskl jf kap kl m.fl m.m mill mrd mht nr o.l pst prof
    red resp s.k st tlf vol jr sr
    feb mar apr jun jul aug sep sept okt nov des
  `),
  ordinals: lazyRegExp(String.raw`^(?:\p{Nd}{1,3}|[IVXL]{1,6})$`, "u"),
  obligations: ["skal", "bør", "kan", "må"],
  counting: ["hvor mange"],
  questionWords: {
    person: ["hvem", "kven", "av hvem"],
    time: ["når", "hvilket år", "hvilken dag", "hvilken dato"],
    place: ["hvor", "kor", "hvorfra", "hvorhen", "i hvilken by", "i hvilket land"],
    quantity: [
      "hvor mange",
      "hvor mye",
      "kor mange",
      "kor mykje",
      "hvor lenge",
      "hvor ofte",
      "hvor gammel",
      "hvor stor",
      "hvor lang",
      "hvor høy",
      "hvor langt",
    ],
    reason: ["hvorfor", "kvifor", "av hvilken grunn"],
    manner: ["hvordan", "korleis", "på hvilken måte"],
    thing: ["hva", "kva", "hvilken", "hvilket", "hvilke"],
  },
};

export default norwegian;
