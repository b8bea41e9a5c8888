import { stemmer } from "@orama/stemmers/danish";
import { lazyRegExp } from "../../shared/lazy-reg-exp.ts";
import type { Language } from "../language.ts";
import { danoNorwegianLetters } from "./dano-norwegian-letters.ts";
import { wordList } from "./word-list.ts";

/** Danish: Snowball. */
const danish: Language = {
  code: "da",
  script: "Latin",
  letters: "æøå",
  stem: (word) => stemmer(danoNorwegianLetters(word)),
  prefixLength: 5,
  recency: ["nyeste", "seneste", "aktuel", "aktuelle", "aktuelt", "nuværende", "nu", "i dag"],
  alternatives: wordList("eller"),
  stopWords: wordList(`
    en et den det de
    jeg du han hun vi i man mig dig ham hende os jer dem sig
    min mit mine din dit dine hans hendes dens dets vores jeres deres sin sit sine
    denne dette disse samme anden andet andre sådan sådant sådanne selv hver hvert alle alt al begge
    nogen noget nogle ingen intet ingenting mange meget mere mest få færre mindre flere flest
    er var været være bliver blive blev blevet har havde haft have kan kunne kunnet skal skulle vil ville må måtte
    bør burde gør gjorde gjort gøre lader lod lade får fik fået
    ad af bag blandt efter for foran forbi fra før gennem hos i ifølge inden med mellem mod om omkring op over på
    siden til trods under uden ud ved via per
    og eller men samt dog så at som der hvis når mens fordi da skønt både hverken enten end
    ikke også kun bare allerede endnu altid aldrig ofte her der nu da dengang hen ned ind bort
    meget ret ganske jo vel nok måske
    hvem hvis hvad hvilken hvilket hvilke hvornår hvor hvorfra hvorhen hvorfor hvordan hvorledes
    venligst forklar beskriv nævn kaldes hedder hed
  `),
  stressed: wordList("ikke aldrig kun alle altid skal hvem hvad hvornår hvor hvorfor hvordan og eller men"),
  abbreviations: wordList(`
    bl.a ca d.v.s dvs dr e.kr eks evt f.eks f.kr fig fhv hhv inkl ekskl jf kap kl m.fl m.m mia mio mht nr o.l pct
    prof red resp s.k sml st str tlf vol jr sr
    feb mar apr jun jul aug sep sept okt nov dec
  `),
  ordinals: lazyRegExp(String.raw`^(?:\p{Nd}{1,3}|[IVXL]{1,6})$`, "u"),
  obligations: ["skal", "bør", "kan", "må"],
  counting: ["hvor mange"],
  questionWords: {
    person: ["hvem", "af hvem"],
    time: ["hvornår", "hvilket år", "hvilken dag", "hvilken dato"],
    place: ["hvor", "hvorfra", "hvorhen", "i hvilken by", "i hvilket land"],
    quantity: [
      "hvor mange",
      "hvor meget",
      "hvor længe",
      "hvor ofte",
      "hvor gammel",
      "hvor stor",
      "hvor lang",
      "hvor høj",
      "hvor langt",
    ],
    reason: ["hvorfor", "af hvilken grund"],
    manner: ["hvordan", "hvorledes", "på hvilken måde"],
    thing: ["hvad", "hvilken", "hvilket", "hvilke"],
  },
};

export default danish;
