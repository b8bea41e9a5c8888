import type { Labels } from "./labels.ts";

const labels: Labels = {
  placeholder: "Ask a question",
  ask: "Ask",
  close: "Close",
  suggestions: "Suggestions",
  loading: "Searching…",
  answer: "Answer",
  passages: "Passages",
  refused: "Not in these articles.",
  nearest: "Nearest passages",
  source: "Source",
  offline: "You are offline. Connect, then try again.",
  limited: "Too many questions. Try again in # seconds.",
  failed: "Something went wrong. Try again in a moment.",
  retry: "Try again",
  helpful: "Was this helpful?",
  yes: "Yes",
  no: "No",
  thanks: "Thank you.",
  guessed: "Showing answers for #, not @.",
};
export default labels;
