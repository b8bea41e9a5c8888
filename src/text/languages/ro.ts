import { stemmer } from "@orama/stemmers/romanian";
import type { Language } from "../language.ts";
import { wordList } from "./word-list.ts";

/** The stemmer knows `ş` and `ţ` with the cedilla of old keyboards, not the comma below that is right today. */
const cedillas = (word: string): string => word.replace(/ș/g, "ş").replace(/ț/g, "ţ");

/** Romanian: Snowball. */
const romanian: Language = {
  code: "ro",
  script: "Latin",
  letters: "ăâîșțşţ",
  stem: (word) => stemmer(cedillas(word)),
  prefixLength: 5,
  recency: [
    "ultimul",
    "ultima",
    "ultimele",
    "ultimii",
    "actual",
    "actuală",
    "actuala",
    "actuale",
    "actualmente",
    "acum",
    "astăzi",
    "azi",
    "recent",
    "recentă",
    "recente",
  ],
  stopWords: wordList(`
    un o unei unui unor niște al a ai ale lui cel cea cei cele celui celei celor
    eu tu el ea noi voi ei ele mă te se ne vă îl îi le mi ți i își îmi îți l m s n c d v mie ție lui ei nouă vouă lor
    meu mea mei mele tău ta tăi tale său sa săi sale nostru noastră noștri noastre vostru voastră voștri voastre
    acest această acești aceste acestei acestui acestor acesta aceasta aceștia acestea acel acea acei acele acelei
    acelui acelor acela aceea aceia același aceeași aceiași aceleași alt altă alți alte altul alta alții altele
    fiecare fiecărei fiecărui tot toată toți toate tuturor ambele ambii orice oricare câțiva câteva unii unele unul una
    niciun nicio nimic nimeni ceva cineva mult multă mulți multe puțin puțină puțini puține mai foarte prea atât așa
    sunt ești este e suntem sunteți eram era erau fost fusese fi fie fiind va vor voi vom ar aș am ai are avem aveți au
    avea aveau avut având aibă avusese
    poate pot putea puteau putut putem trebuie trebuia face fac făcea făcut făcea facă
    la de din în întru într dintr printr prin pe cu fără pentru spre sub peste asupra către după până între dintre lângă
    contra împotriva datorită conform față înainte înaintea înapoi despre timpul timp cursul
    și sau ori dar iar însă ci deci că să dacă deși ca fiindcă pentru căci încât când unde cum precum
    nu nici da doar numai chiar deja încă mereu niciodată aici acolo acum atunci apoi astfel totuși aproape aproximativ
    cine cui ce care căror cărui cărei pe cât câtă câți câte
    rog explică explicați descrie descrieți numește numit numită numiți numite numesc
  `),
  stressed: wordList("nu niciodată doar toți toate mereu cine ce când unde cum și sau dar foarte"),
  months: wordList("mai"),
  abbreviations: wordList(`
    dl d-l dna d-na dra dr prof ing av acad col cpt sf str nr bd bl sc ap jud mun com pag p pp vol art alin fig
    ex ș.a i.hr d.hr î.hr î.e.n e.n cca aprox max min tel resp
    ian feb mar apr iun iul aug sept oct nov dec
    sec loc
  `),
  obligations: ["trebuie", "poate", "pot"],
  questionWords: {
    person: ["cine", "cui", "pe cine", "de către cine", "al cui"],
    time: ["când", "de când", "în ce an", "în ce zi", "la ce dată", "în ce lună", "în care an"],
    place: ["unde", "de unde", "în ce oraș", "în ce țară"],
    quantity: ["cât", "câtă", "câți", "câte", "ce procent", "ce număr", "cât de mult", "cât timp"],
    reason: ["de ce", "din ce motiv", "din ce cauză", "pentru ce motiv"],
    manner: ["cum", "în ce mod", "în ce fel"],
    thing: ["ce", "care", "la ce", "cu ce", "despre ce"],
  },
};

export default romanian;
