import type { AnswerSource } from "../session/source.ts";

/**
 * Asks for an agent, which gets what a reader would see: the quotes, then the passages as they are ranked, with absolute links.
 *
 * @throws Error that says why there is no answer
 */
export async function askForAgent(
  source: AnswerSource,
  question: string,
  signal: AbortSignal,
): Promise<object> {
  const outcome = await source.ask(question.trim(), signal);
  if (outcome.kind !== "answer") {
    throw new Error(
      ("detail" in outcome ? outcome.detail : undefined) ?? `There is no answer: ${outcome.kind}.`,
    );
  }
  const { answered, answer, passages } = outcome.answer;
  return {
    answered,
    quotes: answer.map(({ quote, link }) => ({ quote, link: source.link(link) })),
    passages: passages.map(({ text, citation: { title, headings, published, updated, link } }) => ({
      title,
      headings,
      published,
      updated,
      text,
      link: source.link(link),
    })),
  };
}
