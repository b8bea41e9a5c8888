import { stemmer } from "@orama/stemmers/spanish";
import type { Language } from "../language.ts";
import { officesOf } from "./offices.ts";
import { wordList } from "./word-list.ts";

/** What people are called who hold an office or made a thing. */
const holders =
  "direct(?:or|ora)|president[ea]|ministr[oa]|alcalde(?:sa)?|rey|reina|papa|jef[ea]|fundador(?:a|es)?|creador(?:a|es)?|inventor(?:a)?|autor(?:a|es)?|dueñ[oa]|ceo";

/** Spanish: Snowball. */
const spanish: Language = {
  code: "es",
  script: "Latin",
  letters: "ñ¿¡áéíóú",
  stem: stemmer,
  recency: [
    "actual",
    "actuales",
    "actualmente",
    "ahora",
    "hoy",
    "reciente",
    "recientes",
    "recientemente",
    "último",
    "última",
    "últimos",
    "últimas",
    "ultimo",
    "ultima",
    "ultimos",
    "ultimas",
  ],
  alternatives: wordList("o u"),
  stopWords: wordList(`
    el la los las lo un una unos unas al del
    yo tú vos usted él ella ello nosotros nosotras vosotros vosotras ustedes ellos ellas me te se nos os le les
    mí ti sí conmigo contigo consigo mi mis tu tus su sus nuestro nuestra nuestros nuestras vuestro vuestra vuestros
    vuestras mío mía míos mías tuyo tuya tuyos tuyas suyo suya suyos suyas
    este esta esto estos estas ese esa eso esos esas aquel aquella aquello aquellos aquellas
    otro otra otros otras mismo misma mismos mismas tal tales cada todo toda todos todas ambos ambas varios varias
    alguno alguna algunos algunas algún ninguno ninguna ningún nada nadie algo alguien cualquier cualquiera
    mucho mucha muchos muchas poco poca pocos pocas más menos muy tan tanto tanta tantos tantas
    soy eres es somos sois son era eras éramos erais eran fui fuiste fue fuimos fueron sea sean fuera fueran fuese
    fuesen será serán sería serían ser sido siendo
    estoy estás está estamos están estaba estaban estuvo estuvieron esté estén estar estado estando
    he has ha hemos habéis han había habías habíamos habían hubo hubieron haya hayan hubiera hubieran habrá habrán
    habría habrían haber habido hay
    tengo tiene tienes tenemos tienen tenía tenían tuvo tuvieron tenga tengan tendrá tendría tener tenido
    puede pueden podía podían podrá podría podrían pudo pudieron poder debe deben debía debería deber
    suele solía va van iba iban hace hacen hacía hizo hicieron hacer hecho
    a ante bajo con contra de desde durante en entre hacia hasta mediante para por según sin sobre tras
    y e o u ni pero sino aunque porque pues que si como cuando donde mientras así
    no también tampoco ya aún todavía siempre nunca jamás aquí allí ahí allá entonces luego después antes además
    sólo solo casi bien mal
    qué quién quiénes quien quienes cuál cuáles cual cuales cuyo cuya cuyos cuyas cuándo cuánto cuánta cuántos cuántas
    cuanto dónde adónde cómo
    favor explica explique describe describa llama llaman llamado llamada llamó
  `),
  stressed: wordList("no nunca solo sólo todo todos todas siempre quién qué cuándo dónde cómo pero muy"),
  numberWords: wordList(
    "dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta cuarenta cincuenta cien ciento cientos mil millón millones docena mitad tercio",
  ),
  abbreviations: wordList(`
    sr sra sres srta sto sta d dn dña dr dra drs prof profa lic ing arq gral cap col tte ej p.ej pág págs p pp
    art núm nro tel av avda cía dpto ed vol vols cap fig c.c aprox ca máx mín ud uds vd vds ee.uu jr
    ene feb abr may jun jul ago sep sept oct nov dic a.c d.c
    ee uu ff aa rr hh jj oo cc ss mm
  `),
  obligations: [
    "debo",
    "debe",
    "debes",
    "debería",
    "deberían",
    "deben",
    "conviene",
    "puedo",
    "puede",
    "hay que",
    "tengo que",
  ],
  counting: ["cuántos", "cuántas", "cuantos", "cuantas"],
  offices: officesOf(
    "qui[eé]n(?:es)? (?:es|era|fue|son|fueron)",
    "el|la|los|las|nuestro|nuestra|actual|nuevo|nueva|primer|primera|antiguo",
    holders,
  ),
  introducing: {
    indefinite: "una?",
    articles: "una?|el|los?|las?",
    does: String.raw`(?:define|describe|contiene|permite|representa)\b`,
    verbs: String.raw`(?:es|son)\s+(?:una?s?|el|los?|las?)\b|significa\b`,
    behind: String.raw`del|de\s+(?:la|los|las|una?|cada)|en`,
    opening: "en|para",
  },
  questionWords: {
    person: ["quién", "quiénes", "a quién", "de quién", "quien", "quienes"],
    time: [
      "cuándo",
      "cuando",
      "en qué año",
      "en que año",
      "qué día",
      "en qué fecha",
      "en qué mes",
      "desde cuándo",
    ],
    place: ["dónde", "donde", "adónde", "en qué lugar", "en qué ciudad", "en qué país"],
    quantity: [
      "cuánto",
      "cuánto tiempo",
      "cuanto tiempo",
      "cuánta",
      "cuántos",
      "cuántas",
      "cuanto",
      "cuantos",
      "cuantas",
      "qué cantidad",
      "qué porcentaje",
    ],
    reason: ["por qué", "por que", "por qué razón", "por qué motivo"],
    manner: ["cómo", "como", "de qué manera", "de qué modo"],
    thing: ["qué", "que", "cuál", "cuáles", "cual", "cuales"],
  },
};

export default spanish;
