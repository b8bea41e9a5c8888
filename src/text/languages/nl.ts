import { stemmer } from "@orama/stemmers/dutch";
import type { Language } from "../language.ts";
import { officesOf } from "./offices.ts";
import { wordList } from "./word-list.ts";

/** What people are called who hold an office or made a thing. */
const holders = String.raw`directeur|president|minister\p{L}*|burgemeester|koning|koningin|paus|baas|hoofd|oprichters?|bedenkers?|makers?|uitvinder|auteurs?|schrijver|eigenaar|voorzitter|ceo`;

/** Dutch: Snowball. */
const dutch: Language = {
  code: "nl",
  script: "Latin",
  letters: "ĳëï",
  stem: stemmer,
  prefixLength: 5,
  recency: [
    "nieuwste",
    "laatste",
    "huidige",
    "actuele",
    "momenteel",
    "nu",
    "vandaag",
    "recente",
    "recentste",
  ],
  alternatives: wordList("of"),
  stopWords: wordList(`
    de het een t n s
    ik jij je u hij zij ze wij we jullie mij me jou hem haar hen hun ons zich men er
    mijn jouw uw zijn haar onze hun zelf elkaar
    deze dit die dat zulke zulk zo'n dezelfde hetzelfde andere ander elk elke ieder iedere iedereen alle alles allen
    beide enkele enige sommige verschillende geen niets niemand iets iemand veel vele weinig meer minder meest meeste
    heel erg zeer te zo
    ben bent is was waren geweest wees zijnde word wordt worden werd werden geworden
    heb hebt heeft hebben had hadden gehad
    kan kun kunt kunnen kon konden gekund mag mogen mocht mochten moet moeten moest moesten wil wilt willen wilde wilden
    zal zult zullen zou zouden doe doet doen deed deden gedaan ga gaat gaan ging gingen laat laten liet lieten
    aan achter als bij binnen boven buiten door gedurende in langs met na naar naast om onder ongeveer op over per rond
    sinds te tegen tegenover ten ter tijdens tot tussen uit van vanaf vanuit vanwege via volgens voor voorbij zonder
    en of maar want dus noch dat omdat doordat hoewel indien mits nadat terwijl toen totdat voordat wanneer zodat zoals
    niet ook wel nog al reeds altijd nooit vaak soms hier daar dan nu toch echter dus alleen slechts bijna vooral
    daarna daarom daarvan daarbij daardoor daarin daarmee daarvoor hierbij hierdoor hierin hiermee hiervan ervan erin
    erop eruit ermee ervoor erbij
    wie wat waar welke welk waarom hoe hoeveel hoelang waarin waarmee waarop waarvan waarvoor waardoor waaruit waarbij
    waarheen waarnaar wiens wier
    graag alstublieft leg uitleggen beschrijf noem noemen noemt genoemd heet heten heette
  `),
  stressed: wordList(
    "niet geen nooit alleen alle altijd moet wie wat wanneer waar waarom hoe en of maar heel",
  ),
  numberWords: wordList(
    "twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig veertig vijftig honderd duizend miljoen dozijn helft derde kwart",
  ),
  abbreviations: wordList(`
    bijv bv blz ca d.w.z dhr dr drs ds e.a e.d excl evt fig gem hfst i.p.v i.v.m incl ing ir jhr jl jr m.a.w m.b.t
    mej mevr mgr min mr mw nl nr nrs o.a o.l.v p pag prof resp sr st t.a.v t.b.v t.o.v t.w tel vgl vs z.g zgn
    feb mrt apr jun jul aug sep sept okt nov dec
  `),
  obligations: ["moet", "moeten", "mag", "kan", "zou"],
  counting: ["hoeveel"],
  offices: officesOf("wie (?:is|was|zijn|waren)", "de|het|onze|huidige|nieuwe|eerste|vorige", holders),
  introducing: {
    indefinite: "een",
    articles: "een|de|het",
    does: String.raw`(?:definieert|beschrijft|bevat|regelt)\b`,
    verbs: String.raw`(?:is|zijn)\s+(?:een|de|het)\b|betekent\b`,
    behind: String.raw`van\s+(?:een|de|het)|in|voor`,
  },
  questionWords: {
    person: ["wie", "van wie", "door wie", "wiens"],
    time: ["wanneer", "sinds wanneer", "in welk jaar", "op welke dag", "op welke datum"],
    place: ["waar", "waarheen", "waarvandaan", "in welke stad", "in welk land"],
    quantity: [
      "hoeveel",
      "hoe veel",
      "hoelang",
      "hoe lang",
      "hoe vaak",
      "hoe oud",
      "hoe groot",
      "hoe hoog",
      "hoe ver",
    ],
    reason: ["waarom", "om welke reden"],
    manner: ["hoe", "op welke manier", "op welke wijze", "waardoor", "waarmee"],
    thing: ["wat", "welke", "welk", "waarin", "waarop", "waarvan", "waarvoor"],
  },
};

export default dutch;
