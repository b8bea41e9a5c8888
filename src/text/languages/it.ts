import { stemmer } from "@orama/stemmers/italian";
import type { Language } from "../language.ts";
import { officesOf } from "./offices.ts";
import { wordList } from "./word-list.ts";

/** What people are called who hold an office or made a thing. */
const holders =
  "diret(?:tore|trice)|president[ei]|ministro|sindac[oa]|re|regina|papa|capo|fondat(?:ore|rice|ori)|creat(?:ore|rice|ori)|invent(?:ore|rice)|aut(?:ore|rice|ori)|proprietario|ceo";

/** Italian: Snowball. */
const italian: Language = {
  code: "it",
  script: "Latin",
  letters: "àèéìòù",
  stem: stemmer,
  recency: [
    "ultimo",
    "ultima",
    "ultimi",
    "ultime",
    "attuale",
    "attuali",
    "attualmente",
    "adesso",
    "oggi",
    "recente",
    "recenti",
    "recentemente",
  ],
  alternatives: wordList("o oppure"),
  stopWords: wordList(`
    il lo la i gli le l un uno una
    di del dello della dei degli delle dell d a ad al allo alla ai agli alle all da dal dallo dalla dai dagli dalle dall
    in nel nello nella nei negli nelle nell su sul sullo sulla sui sugli sulle sull con col coi per tra fra senza
    sotto sopra dentro fuori verso contro durante presso secondo oltre prima dopo fino entro tramite mediante
    io tu egli ella lui lei esso essa noi voi essi esse loro me te sé mi ti si ci vi ne gliene
    mio mia miei mie tuo tua tuoi tue suo sua suoi sue nostro nostra nostri nostre vostro vostra vostri vostre
    questo questa questi queste quest quello quella quelli quelle quel quei quegli quell ciò stesso stessa stessi stesse
    altro altra altri altre tale tali ogni ognuno ciascuno ciascuna tutto tutta tutti tutte entrambi entrambe
    alcuno alcuna alcuni alcune qualche qualcuno qualcosa nessuno nessuna nessun niente nulla
    molto molta molti molte poco poca pochi poche più meno tanto tanta tanti tante troppo parecchi
    sono sei è siamo siete ero eri era eravamo eravate erano fui fu fummo furono sia siano fosse fossero sarà saranno
    sarebbe sarebbero essere essendo stato stata stati state
    ho hai ha abbiamo avete hanno avevo aveva avevano ebbe ebbero abbia abbiano avesse avessero avrà avranno avrebbe
    avrebbero avere avendo avuto avuta
    fa fanno faceva facevano fece fecero fare fatto può possono poteva potevano potrà potrebbe potrebbero potuto potere
    deve devono doveva dovevano dovrebbe dovrebbero dovere va vanno andare viene vengono veniva venivano venne vennero
    venire venuto venuta
    e ed o od ma però né se che perché poiché affinché quando mentre come dove anche pure neanche nemmeno neppure
    non sì no già ancora sempre mai qui qua lì là così allora poi quindi dunque infatti invece solo soltanto quasi
    molto assai bene male
    chi cui cosa quale quali qual quanto quanta quanti quante dov com cos
    favore spiega spiegare descrivi chiama chiamano chiamato chiamata chiamati
  `),
  stressed: wordList("non mai solo tutti tutto tutte sempre chi che quando dove perché come ma molto"),
  numberWords: wordList(
    "due tre quattro cinque sei sette otto nove dieci undici dodici quindici venti trenta quaranta cinquanta cento mille mila milione milioni dozzina metà terzo",
  ),
  abbreviations: wordList(`
    sig sigg sig.ra sig.na dott dott.ssa dr prof prof.ssa ing avv arch rag geom on mons es p.es pag pagg p pp cap
    art fig vol voll ed tel c.a ca cfr vs n nr num max min sec s.p.a s.r.l jr
    gen feb mar apr mag giu lug ago sett ott nov dic a.c d.c
  `),
  obligations: ["devo", "deve", "dovrei", "dovrebbe", "devono", "conviene", "posso", "può", "bisogna"],
  counting: ["quanti", "quante"],
  offices: officesOf(
    "chi (?:è|era|fu|sono|furono)",
    "il|la|lo|i|gli|l['’]|nostro|attuale|nuovo|nuova|primo|prima",
    holders,
  ),
  introducing: {
    indefinite: "un[ao]?",
    articles: "un[ao]?|il|lo|la|i|gli|le",
    does: String.raw`(?:definisce|descrive|contiene|permette|consente|rappresenta)\b`,
    verbs: String.raw`(?:è|sono)\s+(?:un[ao]?\b|un['’]|il\b|lo\b|la\b|l['’]|gli\b|le\b)|significa\b`,
    behind: String.raw`del(?:la|lo|le|l['’]\w+)?|dei|degli|di\s+un[ao]?|in|nel(?:la|lo|le)?`,
    opening: "in|nel|nella|per",
  },
  questionWords: {
    person: ["chi", "di chi", "a chi", "da chi"],
    time: ["quando", "da quando", "in che anno", "in quale anno", "in che data", "che giorno"],
    place: ["dove", "dov", "da dove", "in quale città", "in quale paese"],
    quantity: [
      "quanto",
      "quanto tempo",
      "quanta",
      "quanti",
      "quante",
      "quale percentuale",
      "che percentuale",
    ],
    reason: ["perché", "come mai", "per quale motivo", "per quale ragione", "per quali motivi"],
    manner: ["come", "com", "in che modo", "in quale modo"],
    thing: ["che", "cosa", "cos", "che cosa", "quale", "quali", "qual"],
  },
};

export default italian;
