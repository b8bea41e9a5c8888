import { stemmer } from "@orama/stemmers/french";
import type { Language } from "../language.ts";
import { officesOf } from "./offices.ts";
import { wordList } from "./word-list.ts";

/** What people are called who hold an office or made a thing. */
const holders = String.raw`direct(?:eur|rice)|président\p{L}*|ministre|maire|roi|reine|pape|chef\p{L}*|fondat(?:eur|rice)s?|créat(?:eur|rice)s?|invent(?:eur|rice)|auteure?|propriétaire|pdg|responsable`;

/** French: Snowball. */
const french: Language = {
  code: "fr",
  script: "Latin",
  letters: "àâçèéêëîïôùûœ",
  stem: stemmer,
  recency: [
    "actuel",
    "actuelle",
    "actuels",
    "actuelles",
    "actuellement",
    "maintenant",
    "aujourd",
    "récent",
    "récente",
    "récents",
    "récentes",
    "récemment",
    "dernier",
    "dernière",
    "derniers",
    "dernières",
    "derniere",
    "dernieres",
  ],
  alternatives: wordList("ou"),
  stopWords: wordList(`
    le la les l un une des du de d au aux
    je j tu il elle on nous vous ils elles me m te t se s lui leur leurs y en moi toi soi eux ce c ça cela ceci
    cet cette ces celui celle ceux celles ci là même mêmes autre autres tel telle tels telles
    mon ma mes ton ta tes son sa ses notre nos votre vos
    chaque tout toute tous toutes quelque quelques plusieurs certain certaine certains certaines aucun aucune nul nulle
    rien personne chacun chacune beaucoup peu plus moins très trop assez aussi autant tant si
    suis es est sommes êtes sont étais était étions étiez étaient fus fut furent fût sera seront serait seraient soit
    soient été étant être
    ai as a avons avez ont avais avait avions aviez avaient eut eurent aura auront aurait auraient ait aient eu eue
    ayant avoir
    fait fais font faisait faisaient fit firent faire faite faites faits
    peut peux peuvent pouvait pouvaient pourra pourrait pourraient pu pouvoir doit doivent devait devaient devrait
    devraient dû devoir va vont allait allaient aller
    à après avant avec chez contre dans depuis derrière dès devant durant entre envers hors jusque jusqu malgré par
    parmi pendant pour sans sauf selon sous sur vers via lors lorsque lorsqu
    et ou où ni mais or car donc que qu qui quoi dont comme quand puisque puisqu quoique quoiqu parce afin alors ainsi
    ne n pas point jamais toujours non oui déjà encore ici là-bas puis ensuite cependant toutefois pourtant surtout
    quel quelle quels quelles lequel laquelle lesquels lesquelles auquel auxquels auxquelles duquel desquels desquelles
    comment combien pourquoi
    aujourd hui plaît expliquez explique décrivez décris appelle appelé appelée nomme nommé donnez donne
  `),
  stressed: wordList(
    "pas jamais tous tout toutes toujours qui que quoi quand où pourquoi comment et ou mais très",
  ),
  numberWords: wordList(
    "deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante soixante cent cents mille million millions milliard milliards douzaine moitié tiers quart",
  ),
  abbreviations: wordList(`
    m mm mme mmes mlle mlles dr pr prof me mgr st ste cie ex p.ex p pp cf chap fig éd éds env av apr n° no
    tél bd boul av ap j.-c max min réf resp jr sr vs
    janv févr avr juil oct nov déc
  `),
  obligations: ["faut", "doit", "dois", "doivent", "devrait", "devrais", "peut", "puis", "peuvent"],
  counting: ["combien de", "combien d'", "combien d’"],
  offices: officesOf(
    "qui (?:est|était|sont|fut)",
    "le|la|les|l['’]|notre|nouveau|nouvelle|premier|première|actuel|actuelle|ancien|ancienne",
    holders,
  ),
  introducing: {
    indefinite: "une?",
    articles: "une?|les?|la",
    does: String.raw`(?:définit|décrit|contient|permet|représente)\b`,
    verbs: String.raw`(?:est|sont)\s+(?:une?\b|les?\b|la\b|des\b|l['’])|désigne\b|signifie\b`,
    behind: String.raw`d['’]une?|du|de\s+la|de\s+l['’]\w+|des|en|dans`,
    opening: "en|dans|pour|chez",
  },
  questionWords: {
    person: ["qui", "à qui", "de qui", "qui est ce qui"],
    time: ["quand", "depuis quand", "en quelle année", "à quelle date", "quel jour", "à quelle époque"],
    place: ["où", "d où", "dans quelle ville", "dans quel pays", "à quel endroit"],
    quantity: [
      "combien",
      "combien de temps",
      "quel nombre",
      "quelle quantité",
      "quel pourcentage",
      "quel âge",
    ],
    reason: ["pourquoi", "pour quelle raison", "pour quelles raisons"],
    manner: ["comment", "de quelle manière", "de quelle façon"],
    thing: [
      "que",
      "qu",
      "quoi",
      "quel",
      "quelle",
      "quels",
      "quelles",
      "lequel",
      "laquelle",
      "lesquels",
      "lesquelles",
      "qu est ce que",
      "qu est ce qui",
    ],
  },
};

export default french;
