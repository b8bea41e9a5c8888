import type { PageLabels } from "./page-labels.ts";

const labels: PageLabels = {
  skip: "Naar de inhoud",
  site: "Site",
  heading: "Vraag het de artikelen",
  lede: "Vraag in gewone woorden. Het antwoord staat in de woorden van de auteur, met een link naar de zin.",
  exact: "Woord voor woord",
  exactText: "Elk antwoord is een zin van de auteur. Niets is herschreven, niets verzonnen.",
  cited: "Tot op de zin geciteerd",
  citedText: "Elk nummer opent het artikel bij precies die woorden, gemarkeerd, zodat u kunt controleren.",
  honest: "Eerlijk over gaten",
  honestText: "Als de artikelen geen antwoord geven, hoort u dat en ziet u wat het dichtst komt.",
  all: "Alle artikelen",
  questions: "Beantwoorde vragen",
  contents: "Op deze pagina",
  updated: "Bijgewerkt op #",
  footer: "Antwoorden zijn woord voor woord uit de artikelen geciteerd.",
  citedIn: "Geciteerd in het antwoord op #",
  back: "Terug naar het antwoord",
  filter: "Artikelen filteren",
  nothing: "Geen artikel gevonden.",
  lost: "Hier is geen pagina",
  lostText: "Misschien is ze verplaatst of klopt het adres niet. Vraag naar wat u zocht:",
};
export default labels;
