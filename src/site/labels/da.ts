import type { PageLabels } from "./page-labels.ts";

const labels: PageLabels = {
  skip: "Gå til indholdet",
  site: "Websted",
  heading: "Spørg artiklerne",
  lede: "Spørg med almindelige ord. Svaret er forfatterens egne ord med et link til sætningen.",
  exact: "Ord for ord",
  exactText: "Hvert svar er forfatterens egen sætning. Intet er omskrevet, intet er opfundet.",
  cited: "Citeret til sætningen",
  citedText: "Hvert tal åbner artiklen ved netop de ord, fremhævet, så du kan kontrollere.",
  honest: "Ærlig om huller",
  honestText: "Når artiklerne ikke svarer, får du det at vide og ser det nærmeste.",
  all: "Alle artikler",
  questions: "Spørgsmål, den besvarer",
  contents: "På denne side",
  updated: "Opdateret #",
  footer: "Svar er citeret ord for ord fra artiklerne.",
  citedIn: "Citeret i svaret på #",
  back: "Tilbage til svaret",
  filter: "Filtrér artiklerne",
  nothing: "Ingen artikel passer.",
  lost: "Der er ingen side her",
  lostText: "Den kan være flyttet, eller adressen er skrevet forkert. Spørg efter det, du søgte:",
};
export default labels;
