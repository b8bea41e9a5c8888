import type { Labels } from "./labels.ts";

const labels: Labels = {
  placeholder: "Posez une question",
  ask: "Demander",
  close: "Fermer",
  suggestions: "Suggestions",
  loading: "Recherche…",
  answer: "Réponse",
  passages: "Passages",
  refused: "Ces articles n’en disent rien.",
  nearest: "Passages les plus proches",
  source: "Source",
  offline: "Vous êtes hors ligne. Connectez-vous, puis réessayez.",
  limited: "Trop de questions. Réessayez dans # secondes.",
  failed: "Un problème est survenu. Réessayez dans un instant.",
  retry: "Réessayer",
  helpful: "Cela vous a-t-il aidé ?",
  yes: "Oui",
  no: "Non",
  thanks: "Merci.",
  guessed: "Réponses pour #, et non pour @.",
};
export default labels;
