import type { Labels } from "./labels.ts";

const labels: Labels = {
  placeholder: "Задайте вопрос",
  ask: "Спросить",
  close: "Закрыть",
  suggestions: "Подсказки",
  loading: "Поиск…",
  answer: "Ответ",
  passages: "Фрагменты",
  refused: "В этих статьях этого нет.",
  nearest: "Ближайшие фрагменты",
  source: "Источник",
  offline: "Нет сети. Подключитесь и повторите попытку.",
  limited: "Слишком много вопросов. Повторите через # с.",
  failed: "Что-то пошло не так. Повторите попытку чуть позже.",
  retry: "Повторить",
  helpful: "Это помогло?",
  yes: "Да",
  no: "Нет",
  thanks: "Спасибо.",
  guessed: "Ответы по запросу #, а не @.",
};
export default labels;
