import type { PageLabels } from "./page-labels.ts";

const labels: PageLabels = {
  skip: "Hoppa till innehållet",
  site: "Webbplats",
  heading: "Fråga artiklarna",
  lede: "Fråga med vanliga ord. Svaret ges med författarens egna ord, med en länk till meningen.",
  exact: "Ord för ord",
  exactText: "Varje svar är författarens egen mening. Inget skrivs om, inget hittas på.",
  cited: "Källa ned till meningen",
  citedText: "Varje siffra öppnar artikeln vid just de orden, markerade, så att du kan kontrollera.",
  honest: "Ärlig om luckor",
  honestText: "När artiklarna inte svarar får du veta det och ser det som ligger närmast.",
  all: "Alla artiklar",
  questions: "Frågor den besvarar",
  contents: "På den här sidan",
  updated: "Uppdaterad #",
  footer: "Svaren citeras ord för ord ur artiklarna.",
  citedIn: "Citerad i svaret på #",
  back: "Tillbaka till svaret",
  filter: "Filtrera artiklarna",
  nothing: "Ingen artikel matchar.",
  lost: "Det finns ingen sida här",
  lostText: "Den kan ha flyttats eller så är adressen felskriven. Fråga efter det du sökte:",
};
export default labels;
