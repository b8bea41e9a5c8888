import { stemmer } from "@orama/stemmers/german";
import { lazyRegExp } from "../../shared/lazy-reg-exp.ts";
import type { Language } from "../language.ts";
import { officesOf } from "./offices.ts";
import { wordList } from "./word-list.ts";

/** `ae`, `oe` and `ue` are how people without the keys write `ä`, `ö` and `ü`; `qu` is another sound (Snowball's German2). */
const umlauts = (word: string): string =>
  word
    .replace(/ae/g, "ä")
    .replace(/oe/g, "ö")
    .replace(/(?<!q)ue/g, "ü");

/** A verb that Snowball keeps apart from its infinitive: `gekündigt`, `angemeldet`, `besteht`. Nouns have a capital. */
const participle =
  /^(ab|an|auf|aus|bei|durch|ein|fest|her|hin|los|mit|nach|um|vor|weg|weiter|zu|zurück|zusammen)?ge(\p{Ll}{3,}?)(?:t|en)$/u;
const third = /^()(\p{Ll}{3,}?)e?t$/u;

/** What people are called who hold an office or made a thing. */
const holders = String.raw`direktor\p{L}*|geschäftsführer\p{L}*|vorstand\p{L}*|präsident\p{L}*|minister\p{L}*|kanzler\p{L}*|bundeskanzler\p{L}*|bürgermeister\p{L}*|chef\p{L}*|leiter\p{L}*|gründer\p{L}*|erfinder\p{L}*|autor\p{L}*|herausgeber\p{L}*|inhaber\p{L}*|könig\p{L}*|papst|ceo`;

/** Who does something, right behind the verb of a question, and what ends the question then: "Wie schalte ich es aus?" is about ausschalten. */
const subjects = wordList("ich du er sie es wir ihr man");
const particles = wordList(
  "ab an auf aus bei durch ein fest frei her hin hoch los mit nach um vor weg weiter wieder zu zurück zusammen",
);

/** German: Snowball, with both spellings of the umlauts. */
const german: Language = {
  code: "de",
  script: "Latin",
  capitalNouns: true,
  letters: "äöüß",
  stem: (word) => stemmer(umlauts(word)),
  otherForms: (word) => {
    const [, prefix = "", base] = participle.exec(word) ?? third.exec(word) ?? [];
    return base === undefined ? [] : [stemmer(umlauts(`${prefix}${base}en`))];
  },
  phrasalTerms: (verb, after) => {
    const [subject = "", particle = ""] = [after[0], after.at(-1)];
    return subjects.has(subject) && particles.has(particle)
      ? [german.stem(`${particle}${verb.replace(/(?:est|et|st|en|t|e)$/u, "")}en`)]
      : [];
  },
  meaningTerms: new Set("abkurz bedeut bedeutet definition steht".split(" ")),
  lightTerms: {
    thing: new Set(
      "steht stand regelt bedeutet besagt gilt sagt geschieht passiert unterschied zweck".split(" "),
    ),
    manner: new Set("mach geh funktioniert benutz verwend".split(" ")),
    quantity: new Set("hochst mindest maximal minimal daurt langst".split(" ")),
  },
  prefixLength: 5,
  recency: [
    "neueste",
    "neuester",
    "neuestes",
    "neuesten",
    "jüngste",
    "jüngsten",
    "aktuell",
    "aktuelle",
    "aktueller",
    "aktuelles",
    "aktuellen",
    "derzeit",
    "derzeitige",
    "derzeitiger",
    "derzeitigen",
    "jetzt",
    "heute",
    "momentan",
    "momentane",
    "gegenwärtig",
    "gegenwärtige",
  ],
  alternatives: wordList("oder"),
  stopWords: wordList(`
    der die das des dem den ein eine einer eines einem einen kein keine keiner keines keinem keinen
    jemandem jemanden irgendwas irgendwo
    ich du er sie es wir ihr mich mir dich dir ihn ihm ihnen uns euch sich man
    mein meine meiner meines meinem meinen dein deine deiner deines deinem deinen
    sein seine seiner seines seinem seinen ihre ihrer ihres ihrem ihren
    unser unsere unserer unseres unserem unseren euer eure eurer eures eurem euren
    dieser diese dieses diesem diesen jener jene jenes jenem jenen jeder jede jedes jedem jeden
    mancher manche manches manchem manchen solcher solche solches solchem solchen
    derselbe dieselbe dasselbe denselben demselben derselben desselben
    derjenige diejenige dasjenige denjenigen deren dessen denen selbst selber etwas nichts jemand niemand alles
    aller alle allem allen beide beiden beider einige einigen einiger mehrere mehreren mehrerer viele vielen vieler viel
    bin bist ist sind seid war warst waren wart gewesen sei seien wäre wären
    habe hast hat haben habt hatte hattest hatten hattet gehabt hätte hätten
    werde wirst wird werden werdet wurde wurdest wurden wurdet geworden worden würde würden
    kann kannst können könnt konnte konnten könnte könnten muss musst müssen müsst musste mussten müsste müssten
    soll sollst sollen sollt sollte sollten will willst wollen wollt wollte wollten
    darf darfst dürfen dürft durfte durften dürfte dürften mag mögen möchte möchten
    lassen lässt ließ tun tut tat getan
    ab am an ans auf aufs aus außer bei beim bis durch entlang für fürs gegen gegenüber gemäß hinter hinterm im in ins
    infolge innerhalb außerhalb laut mit mittels nach neben ohne seit statt trotz um über übers unter unterm unters von
    vom vor vorm während wegen wider zu zum zur zwischen zufolge per pro je
    und oder aber sondern denn doch jedoch sowie sowohl weder noch als auch ob dass daß wenn falls weil da damit obwohl
    indem sobald solange bevor nachdem ehe so wie anstatt
    nicht nur schon sehr mehr mal immer nie niemals hier dort dann nun jetzt also etwa fast ganz gar eben ja nein
    dabei dadurch dafür dagegen daher dahin danach daneben daran darauf daraus darin darüber darum darunter davon davor
    dazu dazwischen hin her herum hinaus heraus herein hinein wieder zwar zudem somit deshalb deswegen trotzdem
    allerdings bereits meist meistens oft eher ziemlich besonders genau
    wer wen wem wessen was wann wo woher wohin warum weshalb wieso weswegen welcher welche welches welchem welchen
    wofür womit woran worauf woraus worin worüber wovon wozu wodurch wobei wonach
    bitte erkläre erklären beschreibe beschreiben nenne nennen heißt heißen hieß genannt gibt gab
  `),
  stressed: wordList(
    "nicht kein keine nie niemals nur alle alles immer muss müssen wer was wann wo warum wie und oder aber sehr",
  ),
  numberWords: wordList(
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig fünfzig siebzig hundert tausend million millionen dutzend halb halbe halbes hälfte drittel viertel einmal zweimal dreimal täglich wöchentlich monatlich jährlich",
  ),
  abbreviations: wordList(`
    abb abs abt allg aufl bd bde best betr bez bspw bzgl bzw ca co d.h dr ebd ehem eigtl einschl evtl exkl f ff
    fr frl geb gegr gest gez ggf hl hr hrsg i.d.r inkl ing jh jhd jr kap lt mind min mio mrd nr o.ä o.g p.a prof
    rd s.a s.o s.u sog sr st std str tel u.a u.ä u.u v.a vgl vs z.b z.t z.zt zb zzgl ziff
    feb mär apr jun jul aug sep sept okt nov dez mo di mi do fr sa
    hll
  `),
  ordinals: lazyRegExp(String.raw`^(?:\p{Nd}{1,3}|[IVXL]{1,6})$`, "u"),
  obligations: ["soll", "sollte", "sollten", "sollen", "muss", "müssen", "musst", "kann", "können", "darf"],
  counting: ["wie viele", "wieviele", "wie vielen"],
  offices: officesOf(
    "wer (?:ist|war|sind|waren)",
    "der|die|das|unser|unsere|aktuelle|aktueller|neue|neuer|derzeitige|jetzige|erste|frühere",
    holders,
  ),
  prices: {
    named: lazyRegExp(
      String.raw`(?<!\p{L})(?:kostet|kosten|preis|gebühr|gehalt|lohn|verdien|zahl|bezahl)`,
      "iu",
    ),
    asked: lazyRegExp(
      String.raw`(?<!\p{L})(?:was (?:kostet|kosten|verdien\p{L}*)|wie ?viel (?:geld|euro|kostet|kosten|verdien\p{L}*|zahl\p{L}*|bezahl\p{L}*)|wie hoch .*(?:kosten|preis|gebühr|gehalt|lohn))`,
      "iu",
    ),
    told: lazyRegExp(
      String.raw`\p{Sc}|%|(?<!\p{L})(?:euro|cent|dollar|kostenlos|kostenfrei|gratis|unentgeltlich|prozent|vom hundert)(?!\p{L})`,
      "iu",
    ),
  },
  contacts: {
    number: lazyRegExp(
      String.raw`^[^\p{L}]*(?:wie|was|welche).*(?:telefon|fax|handy)-?nummer(?!\p{L})`,
      "iu",
    ),
    address: lazyRegExp(String.raw`^[^\p{L}]*(?:wie|was|welche|an welche).*e-?mail-?adresse(?!\p{L})`, "iu"),
  },
  additions: lazyRegExp(
    String.raw`^[^\p{L}]*(?:außerdem|zusätzlich|darüber hinaus|ferner|des weiteren|weiterhin|alternativ|ebenso|ebenfalls|schließlich|zudem|optional)(?!\p{L})`,
    "iu",
  ),
  purposes: {
    asked: lazyRegExp(String.raw`(?<!\p{L})(?:wofür|wozu|(?:zu )?welche[mnr]? zweck)(?!\p{L})`, "iu"),
    told: lazyRegExp(
      String.raw`(?<!\p{L})(?:dien(?:t|en)|(?:ver|ge|be)?(?:wende[nt]|nutz(?:en|t)|brauch(?:en|t))|zweck|ermöglich\p{L}*|um .{1,80} zu)(?!\p{L})`,
      "iu",
    ),
  },
  limits: {
    asked: lazyRegExp(
      String.raw`(?<!\p{L})wie ?(?:viele?|lange?|groß|klein|alt|hoch|weit|oft)(?!\p{L}).{0,80}(?<!\p{L})(?:kann|können|darf|dürfen|maximal|höchstens)(?!\p{L})`,
      "iu",
    ),
    told: lazyRegExp(
      String.raw`(?<!\p{L})(?:höchstens|maximal|bis zu|(?:ober)?grenzen?|nicht mehr als|begrenzt)(?!\p{L})`,
      "iu",
    ),
  },
  introducing: {
    indefinite: "eine?",
    articles: "eine?|der|die|das",
    does: String.raw`(?:definiert|beschreibt|enthält|erlaubt|ermöglicht|regelt)\b`,
    verbs: String.raw`(?:ist|sind)\s+(?:eine?[rs]?|der|die|das)\b|bezeichnet\b|steht\s+für\b`,
    behind: "des|der|eines|einer|von|im|in|bei",
  },
  questionWords: {
    person: ["wer", "wen", "wem", "wessen"],
    time: ["wann", "seit wann", "bis wann", "in welchem jahr", "an welchem tag"],
    place: ["wo", "woher", "wohin"],
    quantity: [
      "wie viel",
      "wie viele",
      "wie vielen",
      "wieviel",
      "wieviele",
      "wie lange",
      "wie oft",
      "wie alt",
      "wie groß",
      "wie hoch",
      "wie weit",
      "wie lang",
      "wie schwer",
      "wie schnell",
      "was kostet",
      "was kosten",
      "was wiegt",
      "was verdient",
    ],
    reason: ["warum", "weshalb", "wieso", "weswegen", "aus welchem grund"],
    manner: ["wie", "wodurch", "womit"],
    thing: [
      "was",
      "welcher",
      "welche",
      "welches",
      "welchem",
      "welchen",
      "wofür",
      "woran",
      "worauf",
      "worin",
      "wozu",
    ],
  },
};

export default german;
