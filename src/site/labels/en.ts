import type { PageLabels } from "./page-labels.ts";

const labels: PageLabels = {
  skip: "Skip to the content",
  site: "Site",
  heading: "Ask the articles",
  lede: "Ask in plain words. The answer is in the author’s own words, each with a link to its sentence.",
  exact: "Word for word",
  exactText: "Every answer is the author’s own sentence. Nothing is rewritten, nothing is made up.",
  cited: "Cited to the sentence",
  citedText: "Each number opens the article at the very words, highlighted, so that you can check.",
  honest: "Honest about gaps",
  honestText: "When the articles do not answer, you are told so, and shown what comes nearest.",
  all: "All articles",
  questions: "Questions it answers",
  contents: "On this page",
  updated: "Updated #",
  footer: "Answers are quoted from the articles word for word.",
  citedIn: "Cited in the answer to #",
  back: "Back to the answer",
  filter: "Filter the articles",
  nothing: "No article matches.",
  lost: "There is no page here",
  lostText: "It may have moved, or the address may be mistyped. Ask for what you were after:",
};
export default labels;
