import type { PageLabels } from "./page-labels.ts";

const labels: PageLabels = {
  skip: "Vai al contenuto",
  site: "Sito",
  heading: "Chiedi agli articoli",
  lede: "Chiedi con parole semplici. La risposta è nelle parole dell’autore, con un link alla sua frase.",
  exact: "Parola per parola",
  exactText: "Ogni risposta è una frase dell’autore. Nulla è riscritto, nulla è inventato.",
  cited: "Citato alla frase",
  citedText: "Ogni numero apre l’articolo alle parole esatte, evidenziate, per poter controllare.",
  honest: "Sincero sulle lacune",
  honestText: "Se gli articoli non rispondono, te lo diciamo e mostriamo ciò che è più vicino.",
  all: "Tutti gli articoli",
  questions: "Domande a cui risponde",
  contents: "In questa pagina",
  updated: "Aggiornato il #",
  footer: "Le risposte sono citate parola per parola dagli articoli.",
  citedIn: "Citato nella risposta a #",
  back: "Torna alla risposta",
  filter: "Filtra gli articoli",
  nothing: "Nessun articolo corrisponde.",
  lost: "Qui non c’è nessuna pagina",
  lostText: "Forse è stata spostata, o l’indirizzo è sbagliato. Chiedi ciò che cercavi:",
};
export default labels;
