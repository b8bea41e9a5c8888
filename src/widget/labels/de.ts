import type { Labels } from "./labels.ts";

const labels: Labels = {
  placeholder: "Stellen Sie eine Frage",
  ask: "Fragen",
  close: "Schließen",
  suggestions: "Vorschläge",
  loading: "Suche läuft…",
  answer: "Antwort",
  passages: "Textstellen",
  refused: "Das steht nicht in diesen Artikeln.",
  nearest: "Am nächsten kommt",
  source: "Quelle",
  offline: "Sie sind offline. Stellen Sie die Verbindung her und versuchen Sie es erneut.",
  limited: "Zu viele Fragen. Versuchen Sie es in # Sekunden erneut.",
  failed: "Etwas ist schiefgegangen. Versuchen Sie es gleich noch einmal.",
  retry: "Erneut versuchen",
  helpful: "War das hilfreich?",
  yes: "Ja",
  no: "Nein",
  thanks: "Danke.",
  guessed: "Antworten zu #, nicht zu @.",
};
export default labels;
