import type { PageLabels } from "./page-labels.ts";

const labels: PageLabels = {
  skip: "Gå til innholdet",
  site: "Nettsted",
  heading: "Spør artiklene",
  lede: "Spør med vanlige ord. Svaret er forfatterens egne ord, med en lenke til setningen.",
  exact: "Ord for ord",
  exactText: "Hvert svar er forfatterens egen setning. Ingenting er omskrevet, ingenting er diktet opp.",
  cited: "Sitert til setningen",
  citedText: "Hvert tall åpner artikkelen ved akkurat de ordene, uthevet, så du kan kontrollere.",
  honest: "Ærlig om hull",
  honestText: "Når artiklene ikke svarer, får du vite det og ser det nærmeste.",
  all: "Alle artikler",
  questions: "Spørsmål den besvarer",
  contents: "På denne siden",
  updated: "Oppdatert #",
  footer: "Svar er sitert ord for ord fra artiklene.",
  citedIn: "Sitert i svaret på #",
  back: "Tilbake til svaret",
  filter: "Filtrer artiklene",
  nothing: "Ingen artikkel passer.",
  lost: "Det er ingen side her",
  lostText: "Den kan være flyttet, eller adressen er feil. Spør etter det du lette etter:",
};
export default labels;
