import { stemmer } from "@orama/stemmers/finnish";
import { lazyRegExp } from "../../shared/lazy-reg-exp.ts";
import type { Language } from "../language.ts";
import { wordList } from "./word-list.ts";

/** Finnish: Snowball. */
const finnish: Language = {
  code: "fi",
  script: "Latin",
  letters: "äö",
  stem: stemmer,
  prefixLength: 5,
  recency: [
    "uusin",
    "uusimmat",
    "uusimman",
    "viimeisin",
    "viimeisimmät",
    "nykyinen",
    "nykyiset",
    "nykyisin",
    "nyt",
    "tänään",
  ],
  stopWords: wordList(`
    minä minun minua minut minulla minulle minulta minussa minuun sinä sinun sinua sinut sinulla sinulle sinulta
    hän hänen häntä hänet hänellä hänelle häneltä hänessä häneen me meidän meitä meille meillä te teidän teitä teille
    he heidän heitä heille heillä heiltä itse itsensä toisensa
    tämä tämän tätä tässä tästä tähän tällä tältä tälle tuo tuon tuota tuossa tuosta tuohon se sen sitä siinä siitä
    siihen sillä siltä sille nämä näiden näitä näissä näistä näihin näillä näille nuo noiden noita ne niiden niitä
    niissä niistä niihin niillä niille
    joka jonka jota jossa josta johon jolla jolta jolle jotka joiden joita joissa joista joihin joilla joille
    jokin jonkin jotain jossain joku jonkun kukaan mikään mitään kaikki kaikkien kaikkia kaikissa muu muun muut muiden
    muita sama saman samat toinen toisen toista eräs molemmat molempien jokainen jokaisen monta moni monet monen monia
    useat useita usean paljon vähän enemmän vähemmän eniten hyvin melko niin
    olla olen olet on olemme olette ovat oli olin olivat ollut olleet olisi olisivat ole olevan oleva ollaan
    en et ei emme ette eivät älä voi voin voivat voida voisi voitiin voidaan pitää piti täytyy pitäisi saa saavat sai
    saada tekee tekevät teki tehdä tehty
    ja tai sekä eli mutta vaan vai kuin että jos kun koska vaikka jotta kunnes sillä siis
    myös vain jo vielä aina koskaan usein nyt sitten siellä täällä tuolla silloin kuitenkin lähes noin juuri edes
    kanssa ilman ennen jälkeen aikana alla alle yli kautta luona luo mukaan mukana vastaan varten välillä sisällä
    ulkona edessä takana vieressä kohti asti saakka lisäksi sijaan takia vuoksi
    kuka kenen ketä kenellä kenelle keneltä ketkä keiden mikä minkä mitä missä mistä mihin millä milloin mitkä miksi
    miten kuinka kumpi kumman koska millainen millaisia minkälainen monesko
    kerro selitä kuvaile nimeä kutsutaan
  `),
  stressed: wordList("ei en älä vain kaikki aina kuka mitä mikä milloin missä miksi miten ja tai mutta"),
  abbreviations: wordList(`
    ks esim mm ns n s v klo nro kpl eaa jaa ekr jkr fil tri prof dos ao em os p puh milj mrd vrt
    tammik helmik maalisk huhtik toukok kesäk heinäk elok syysk lokak marrask jouluk mt toim synt kuol huom
  `),
  ordinals: lazyRegExp(String.raw`^(?:\p{Nd}{1,3}|[IVXL]{1,6})$`, "u"),
  obligations: ["pitää", "pitäisi", "täytyy", "kannattaa", "voi"],
  questionWords: {
    person: ["kuka", "kenen", "ketä", "kenellä", "kenelle", "keneltä", "ketkä", "kenet"],
    time: ["milloin", "koska", "minä vuonna", "minä päivänä", "mistä lähtien", "mihin aikaan"],
    place: ["missä", "mistä", "mihin", "minne", "missä kaupungissa", "missä maassa"],
    quantity: [
      "kuinka monta",
      "kuinka moni",
      "kuinka paljon",
      "kuinka kauan",
      "kuinka usein",
      "kuinka vanha",
      "montako",
      "miten monta",
      "miten paljon",
      "paljonko",
      "kuinka suuri",
      "kuinka pitkä",
    ],
    reason: ["miksi", "minkä vuoksi", "minkä takia", "mistä syystä"],
    manner: ["miten", "kuinka", "millä tavalla", "millä tavoin"],
    thing: ["mikä", "minkä", "mitä", "mitkä", "millä", "millainen", "kumpi"],
  },
};

export default finnish;
