import type { Labels } from "./labels.ts";

const labels: Labels = {
  placeholder: "Faça uma pergunta",
  ask: "Perguntar",
  close: "Fechar",
  suggestions: "Sugestões",
  loading: "Pesquisando…",
  answer: "Resposta",
  passages: "Trechos",
  refused: "Não está nestes artigos.",
  nearest: "Trechos mais próximos",
  source: "Fonte",
  offline: "Você está offline. Conecte-se e tente de novo.",
  limited: "Perguntas demais. Tente de novo em # segundos.",
  failed: "Algo deu errado. Tente de novo em instantes.",
  retry: "Tentar de novo",
  helpful: "Isto ajudou?",
  yes: "Sim",
  no: "Não",
  thanks: "Obrigado.",
  guessed: "Respostas para #, não para @.",
};
export default labels;
