import { stemmer } from "@orama/stemmers/swedish";
import type { Language } from "../language.ts";
import { wordList } from "./word-list.ts";

/** Swedish: Snowball. */
const swedish: Language = {
  code: "sv",
  script: "Latin",
  letters: "åäö",
  stem: stemmer,
  prefixLength: 5,
  recency: ["senaste", "nyaste", "nuvarande", "aktuell", "aktuella", "aktuellt", "nu", "idag", "i dag"],
  alternatives: wordList("eller"),
  stopWords: wordList(`
    en ett den det de
    jag du han hon vi ni man mig dig honom henne oss er dem sig
    min mitt mina din ditt dina hans hennes dess vår vårt våra ert era deras sin sitt sina
    denna detta dessa samma annan annat andra sådan sådant sådana själv själva varje var vart alla allt all båda
    någon något några ingen inget inga ingenting många mycket mer mera mest få färre mindre flera fler flest
    är var varit vara vore blir bli blev blivit har hade haft ha kan kunde kunnat kunna ska skall skulle vill ville
    måste får fick fått få bör borde gör gjorde gjort göra låter lät låta brukar
    av efter enligt från för före genom hos i inom innan inför inte med mellan mot mellan om på sedan under upp ur utan
    utanför utöver vid vidare till trots över åt bland bakom bredvid kring omkring per
    och eller men utan samt dock så att som om när medan eftersom därför fast ifall både varken antingen än
    ej icke inte också även bara endast redan ännu alltid aldrig ofta här där då nu sen dit hit ut in ner bort
    mycket ganska väldigt just ju väl nog kanske
    vem vems vilka vilken vilket vad när var varifrån vart varför hur
    snälla förklara beskriv nämn kallas heter hette
  `),
  stressed: wordList("inte aldrig bara alla alltid måste vem vad när var varför hur och eller men"),
  abbreviations: wordList(`
    t.ex bl.a d.v.s dvs f.d e.kr f.kr m.m m.fl s.k resp ca dr prof st nr tel kap fig sid s jfr max 
    inkl exkl kl obs red uppl vol jr sr
    feb mar apr jun jul aug sep sept okt nov dec
  `),
  obligations: ["ska", "bör", "kan", "måste"],
  counting: ["hur många"],
  questionWords: {
    person: ["vem", "vems", "av vem"],
    time: ["när", "sedan när", "vilket år", "vilken dag", "vilket datum"],
    place: ["var", "vart", "varifrån", "i vilken stad", "i vilket land"],
    quantity: [
      "hur många",
      "hur mycket",
      "hur länge",
      "hur ofta",
      "hur gammal",
      "hur stor",
      "hur lång",
      "hur hög",
      "hur långt",
    ],
    reason: ["varför", "av vilken anledning"],
    manner: ["hur", "på vilket sätt"],
    thing: ["vad", "vilken", "vilket", "vilka"],
  },
};

export default swedish;
