import { stem } from "stemr";
import { lazy } from "../../shared/lazy.ts";
import { lazyRegExp } from "../../shared/lazy-reg-exp.ts";
import type { Language } from "../language.ts";
import { inOneWord, readPhrasalVerbs } from "../phrasal-verbs.ts";
import { frequentTerms } from "./en-frequent.ts";
import { irregularForms } from "./en-irregular.ts";
import { negativePrefixes, opposites } from "./en-opposites.ts";
import {
  additions,
  asides,
  contacts,
  counterexamples,
  doing,
  durations,
  limits,
  offices,
  orders,
  prices,
  purposes,
  teasers,
  verdicts,
} from "./en-phrases.ts";
import { american } from "./en-spelling.ts";
import { wordList } from "./word-list.ts";

/** What figures answer: "What is the price of ...?" asks for an amount. */
const amounts =
  "price cost fee salary population speed weight height length width depth distance temperature percentage share number age size limit".split(
    " ",
  );

/** What says the same of any noun: "What is the maximum size of ...?", and what makes it the usual one. */
const extremes = "maximum minimum max min highest lowest average".split(" ");
const asked = [...amounts, ...extremes].flatMap((amount) => [amount, `default ${amount}`]);

/** What a reason answers: "What is the main reason for ...?" */
const causes = ["reason", "cause"].flatMap((cause) =>
  ["", "main ", "real ", "exact ", "actual ", "root ", "likely "].flatMap((kind) => [
    `${kind}${cause}`,
    `${kind}${cause}s`,
  ]),
);

// Snowball leaves `slowly` as it is.
const stemOf = (word: string): string =>
  stem(irregularForms.get(word) ?? american(word.replace(/wly$/, "w")));

/** Verbs with a particle, and what says the same in one word. */
const phrasalVerbs = lazy(() =>
  readPhrasalVerbs(
    `turn off, switch off, opt out: disable deactivate
turn on, switch on: enable activate
set up: setup configure install
get rid, throw away: remove delete
take away, take out: remove
put in, type in: insert enter
fill in, fill out: complete
look up: search find
sign out, log off: logout
start over: reset
go back, roll back: revert rollback undo
bring back, get back: restore recover
back up: backup
clean up: cleanup
call off: cancel
pay back: repay refund
give back, bring back: return
hand in, send in: submit
put off: postpone
speed up: optimize performance
shut down: stop shutdown
cut down: reduce
make bigger: increase enlarge
make smaller: reduce shrink`,
    stemOf,
  ),
);

/** English: the Snowball English (Porter2) stemmer and the closed classes of function words. */
const english: Language = {
  code: "en",
  script: "Latin",
  letters: "",
  stem: stemOf,
  phrasalTerms: (verb, after) => inOneWord(phrasalVerbs(), stemOf(verb), after),
  opposites,
  negativePrefixes,
  frequentTerms,
  doerTerms: (term) => {
    const base = /^(.{3,})[eo]r$/.exec(term)?.[1];
    if (base !== undefined) return [stem(base), stem(`${base}e`)];
    return term.endsWith("e") ? [`${term}r`] : [`${term}er`, `${term}or`];
  },
  pointers: lazyRegExp(
    String.raw`^(?:(?:to )?(?:see|read|learn|find out|discover|check out|explore|browse|visit|refer to|consult)\b[^.]{0,40}\b(?:more|also|guides?|docs?|documentation|section|page|chapter|article|reference|details|examples?|here|below|link|about)\b|for (?:more|further|additional|a full|a complete|a list)\b|more (?:information|details|about|on)\b)`,
    "iu",
  ),
  orders,
  teasers,
  asides,
  verdicts,
  counterexamples,
  additions,
  contacts,
  durations,
  purposes,
  limits,
  doing,
  determiners: wordList(
    "a an the my our your his her their its this that these those any some all each every no one two several many another other",
  ),
  pronouns: wordList("he she it they this that these those his her its their such here there"),
  conditions: wordList("if when whenever while unless"),
  negations: wordList(
    `no not never without neither nor none cannot don doesn didn isn aren wasn weren hasn haven hadn except least
    dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt wont wouldnt couldnt shouldnt mustnt cant`,
  ),
  openingVerbs: wordList(
    "is are was were has have had can could do does did will would should may might must",
  ),
  recency: [
    "latest",
    "newest",
    "current",
    "currently",
    "now",
    "nowadays",
    "today",
    "recent",
    "recently",
    "presently",
    "up to date",
    "at present",
    "this year",
  ],
  alternatives: wordList("or"),
  amountsAsked: lazyRegExp(
    String.raw`\bwhat (?:do|does|did|would|will|can) .{1,60}\b(?:cost|weigh|measure|earn|pay)\b(?! (?:for|attention|off|out|tribute))`,
    "iu",
  ),
  definitions: lazyRegExp(
    String.raw`\b(?:what|which)(?:['’]?s| is| are| was| were| does| do)\b|\bmean`,
    "iu",
  ),
  degrees: lazyRegExp(
    String.raw`\bhow (?!(?:do|does|did|can|could|to|is|are|was|were|will|would|should|must|may|might|has|have|had|i|we|you|they|it|he|she|the|a|an|this|that|come)\b)\p{L}+ (?:is|are|was|were|do|does|did|can|will|should|must)\b`,
    "iu",
  ),
  stopWords: wordList(`
    a an the this that these those such same other another each every either neither both all any some no none
    i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers
    herself it its itself they them their theirs themselves one ones
    somebody someone anybody anyone everybody everyone something anything everything somewhere anywhere everywhere
    whoever whatever whichever wherever somehow anyway
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
    dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt wont wouldnt couldnt shouldnt mustnt cant
    whats whos hows wheres whens whys thats theres im ive youre youve theyre weve
    s t d ll re ve m o
    tell know please describe explain name give called
  `),
  stressed: wordList(
    "not never only all any every always must should before after and but or really very what when where which whose why how",
  ),
  capitalWords: wordList("i"),
  months: wordList("may"),
  abbreviations: wordList(`
    mr mrs ms dr prof sr jr st mt gen col capt lt sgt rev hon pres gov sen rep vs cf al fig figs eq eqs ref refs
    nos vol vols pp ed eds inc ltd co corp dept univ approx est ca jan feb mar apr jun jul aug sep sept oct nov dec
    mon tue thu fri e.g i.e a.m p.m u.s u.k u.n ph.d
  `),
  offices,
  prices,
  obligations: [
    "should",
    "must",
    "can",
    "could",
    "have to",
    "need to",
    "ought to",
    "allowed",
    "permitted",
    "entitled",
    "eligible",
    "responsible",
    "who may",
  ],
  requests: wordList("tell know explain show say describe find help"),
  defining: lazyRegExp(
    String.raw`^(?:,\s*)?(?:(?:also|simply|just|basically|essentially|generally|usually)\s+)?(?:(?:is|are|was|were)(?!\s+(?:not|no|now|still|required|needed|recommended|available|supported|enabled|disabled|deprecated|installed|missing|included|ready)\b)|lets?|allows?|enables?|provides?|means?|stands? for|refers? to|represents?|describes?|defines?|contains?|consists?|helps?|tells?|returns?|specif(?:y|ies)|controls?|determines?|marks?|gives?|makes?|creates?|runs?)\b`,
    "iu",
  ),
  numberWords: wordList(
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty ninety hundred thousand million billion",
  ),
  counting: ["how many"],
  introducing: {
    indefinite: "an?",
    articles: "an?|the|our",
    does: String.raw`(?:defines|describes|represents|specifies|contains|holds|lets|allows|enables|provides|groups|tells)\b`,
    verbs: String.raw`(?:is|are)\s+(?:(?:also|just|\w+ly)\s+)?(?:an?|the|one|any|our)\b|are\s+(?!\w+ed\b)(?:[\w-]+\s+){1,2}(?:that|which|who)\b|(?:stands? for|refers? to)\b`,
    behind: String.raw`(?:of|in|for|on)\s+(?:an?|the|your|our|each|every|any)|in|as\s+\w+ed\s+(?:in|by)`,
    opening: "in|within|on|at|for|with|under",
    apposed: "that|which|who|for|to|with|written|used|of|in|on|designed|built|based|by",
  },
  questionWords: {
    person: ["who", "whos", "whom", "whose", "what person", "which person"],
    time: [
      ...["when", "whens", "what year", "which year", "what date", "what day", "what month", "what century"],
      ...[
        "which century",
        "what decade",
        "what time",
        "which day",
        "which month",
        "which week",
        "what week",
        "what is the date",
        "what was the date",
      ],
    ],
    place: [
      ...[
        "where",
        "wheres",
        "what city",
        "which city",
        "what country",
        "which country",
        "what state",
        "which state",
      ],
      ...["what region", "what continent", "what location", "what place"],
    ],
    quantity: [
      ...["how many", "how much", "how long", "how old", "how far", "how often", "how large", "how big"],
      ...[
        "how tall",
        "how high",
        "how fast",
        "how soon",
        "how early",
        "how late",
        "how deep",
        "how wide",
        "how heavy",
        "how small",
        "how short",
        "how thick",
        "how close",
        "how strong",
        "how hot",
        "how cold",
        "how warm",
        "how thin",
        "how loud",
        "how steep",
        "how frequently",
        "what percentage",
        "what percent",
        "what number",
        "what amount",
      ],
      ...["what age", "what proportion", "what price", "what share"],
      ...[
        "what port",
        "which port",
        "what ports",
        "which ports",
        "what version",
        "which version",
        "what versions",
        "which versions",
      ],
      ...asked.flatMap((amount) => [`what is the ${amount}`, `what was the ${amount}`]),
    ],
    reason: [
      "why",
      "whys",
      "what caused",
      "what causes",
      "what led to",
      "what leads to",
      "how come",
      ...causes.flatMap((cause) => [
        `what ${cause}`,
        `which ${cause}`,
        ...["is", "was", "are", "were"].map((verb) => `what ${verb} the ${cause}`),
        // In another question: "Can you tell me what the main reason was?"
        `what the ${cause}`,
      ]),
    ],
    manner: ["how", "hows", "is there a way", "is there any way", "what is the way"],
    thing: ["what", "whats", "which"],
  },
  meaningTerms: new Set("abbrevi acronym definit mean stand".split(" ")),
  lightTerms: {
    manner: new Set("do enabl get have make perform turn use work".split(" ")),
    thing: new Set("differ happen kind mean sort".split(" ")),
    reason: new Set("happen reason".split(" ")),
    quantity: new Set("last most maximum minimum".split(" ")),
  },
  cues: {
    time: lazyRegExp(
      String.raw`(?<![\p{L}\p{Nd}.,$€£-])(?:1\p{Nd}|20)\p{Nd}{2}(?![\p{Nd}%]|[.,]\p{Nd}| (?:people|dollars|euros|pounds|engineers|hours|minutes|words|pages))|\b\p{Nd}{1,2}[:.]\p{Nd}{2}\b|\b\p{Nd}{1,2} ?[ap]\.?m\b|\b(?:(?:in|of|by|until|since|early|late|mid|this|last|next|from) may|may \p{Nd}|\p{Nd}(?:st|nd|rd|th)? may|january|february|march|april|june|july|august|september|october|november|december|century|centuries|decades?|years?|months?|weeks?|days?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|tomorrow|yesterday|o['’]clock|noon|midnight|morning|evening|ago|during|until|since|hours?|minutes?|seconds?|hourly|daily|weekly|monthly|yearly|annually|spring|summer|autumn|winter|weekends?|nights?|once|every|whenever|as soon as|(?:at|by|before|after|until) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|each|the))\b`,
      "iu",
    ),
    quantity: lazyRegExp(
      String.raw`(?<![\p{L}\p{N}_/=#&?]|[\p{L}\p{N}][.\-–_]|(?:january|february|march|april|may|june|july|august|september|october|november|december) )(?!(?<=\b(?:in|since|until|before|after|by|year) )1\p{Nd}{3}(?![\p{Nd}%]|[.,]\p{Nd}))(?!(?:19|20)\p{Nd}{2}(?!\p{Nd}|[.,]\p{Nd}|%| (?:people|times|dollars|euros|pounds|miles|hours|words|pages)))\p{N}(?!\p{Nd}?(?:st|nd|rd|th)?,? (?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december))|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundreds?|thousands?|millions?|billions?|dozens?|half|third|quarter|percent|twice|single|several|majority|always|never|free|unlimited|no (?:limit|charge|cost)|daily|weekly|monthly|yearly|annually|every|each)\b`,
      "iu",
    ),
    reason: lazyRegExp(
      String.raw`\b(?:because|due to(?! \p{Ll}+ (?:in|on|at|by)\b)|owing to|as a result|result(?:ed|s|ing)? (?:from|in)|caused?|causes|led to|leads? to|leading to|attribut\w+|(?:added|contributed|adds|contributes) to|stem(?:s|med) from|thanks to|so that|in order to|reason|since|therefore|thus)\b`,
      "iu",
    ),
    manner: lazyRegExp(String.raw`\b(?:by|through|using|via|with)\b`, "iu"),
  },
};

export default english;
