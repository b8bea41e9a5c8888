import type { Labels } from "./labels.ts";

const labels: Labels = {
  placeholder: "Fai una domanda",
  ask: "Chiedi",
  close: "Chiudi",
  suggestions: "Suggerimenti",
  loading: "Ricerca…",
  answer: "Risposta",
  passages: "Passaggi",
  refused: "Non è in questi articoli.",
  nearest: "Passaggi più vicini",
  source: "Fonte",
  offline: "Sei offline. Connettiti e riprova.",
  limited: "Troppe domande. Riprova tra # secondi.",
  failed: "Qualcosa è andato storto. Riprova tra un momento.",
  retry: "Riprova",
  helpful: "È stato utile?",
  yes: "Sì",
  no: "No",
  thanks: "Grazie.",
  guessed: "Risposte per #, non per @.",
};
export default labels;
