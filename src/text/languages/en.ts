import { stem } from "stemr";
import type { Language } from "../language.ts";
import { wordList } from "./word-list.ts";

/** English: the Snowball English (Porter2) stemmer and the closed classes of function words. */
const english: Language = {
  code: "en",
  script: "Latin",
  letters: "",
  stem,
  stopWords: wordList(`
    a an the this that these those such same other another each every either neither both all any some no none
    i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers
    herself it its itself they them their theirs themselves one ones
    am is are was were be been being do does did doing done have has had having will would shall should can could
    may might must ought need let get gets got
    about above across after against along among around as at before behind below beneath beside besides between
    beyond by down during except for from in inside into like near of off on onto out outside over past per since
    than through throughout till to toward towards under until up upon via with within without
    and but or nor so yet if because although though while whereas unless whether
    not only just also too very really quite rather much many more most less least few several enough even ever
    never always often again once twice then there here now thus hence therefore however still already
    who whom whose which what when where why how
    don doesn didn isn aren wasn weren hasn haven hadn won wouldn couldn shouldn mustn ain
    s t d ll re ve m o
    tell know please describe explain name give called
  `),
  abbreviations: wordList(`
    mr mrs ms dr prof sr jr st mt gen col capt lt sgt rev hon pres gov sen rep vs etc cf al fig figs eq eqs ref refs
    no nos vol vols pp ed eds inc ltd co corp dept univ approx est ca jan feb mar apr jun jul aug sep sept oct nov dec
    mon tue wed thu fri sat sun e.g i.e a.m p.m u.s u.k u.n ph.d
  `),
  questionWords: {
    person: ["who", "whom", "whose"],
    time: ["when"],
    place: ["where"],
    quantity: [
      "how many",
      "how much",
      "how long",
      "how old",
      "how far",
      "how often",
      "how large",
      "how big",
      "how tall",
    ],
    reason: ["why"],
    manner: ["how"],
    thing: ["what", "which"],
  },
};

export default english;
