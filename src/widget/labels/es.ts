import type { Labels } from "./labels.ts";

const labels: Labels = {
  placeholder: "Haga una pregunta",
  ask: "Preguntar",
  close: "Cerrar",
  suggestions: "Sugerencias",
  loading: "Buscando…",
  answer: "Respuesta",
  passages: "Pasajes",
  refused: "No está en estos artículos.",
  nearest: "Pasajes más cercanos",
  source: "Fuente",
  offline: "No hay conexión. Conéctese e inténtelo de nuevo.",
  limited: "Demasiadas preguntas. Inténtelo de nuevo en # segundos.",
  failed: "Algo ha fallado. Inténtelo de nuevo en un momento.",
  retry: "Reintentar",
  helpful: "¿Le ha servido?",
  yes: "Sí",
  no: "No",
  thanks: "Gracias.",
  guessed: "Respuestas para #, no para @.",
};
export default labels;
