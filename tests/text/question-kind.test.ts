import { expect, test } from "vitest";
import { askingWords } from "../../src/text/capitals.ts";
import type { AnswerType } from "../../src/text/language.ts";
import { loadLanguage } from "../../src/text/languages/index.ts";
import { answerTypeOf, measures } from "../../src/text/question-kind.ts";
import { words } from "../../src/text/words.ts";

async function typeOf(question: string, code = "en"): Promise<AnswerType | undefined> {
  const language = await loadLanguage(code);
  const found = words(question);
  return answerTypeOf(question, found, askingWords(question, found, language), language);
}

test.each([
  ["When was the bridge opened?", "time"],
  ["Since when is the bridge open?", "time"],
  ["On which day are badges processed?", "time"],
  ["How soon after a trip is the voucher due?", "quantity"],
  ["How strong must the mixture be?", "quantity"],
  ["How hot may it get?", "quantity"],
  ["How thin is the ice?", "quantity"],
  ["What is the default maximum message size?", "quantity"],
  ["What is the maximum number of guests?", "quantity"],
  ["What is the size limit of a parcel?", "quantity"],
  ["What was the lowest fare?", "quantity"],
  ["What is the default theme?", "thing"],
  ["Can you tell me when the bridge was opened?", "time"],
  ["My house is where the road ends; how do I get a permit?", "manner"],
  ["It stops when I save, why?", "reason"],
  ["What is the main reason for the delay?", "reason"],
  ["Can you tell me what the main reason was?", "reason"],
  ["What are the root causes of it?", "reason"],
  ["Which reasons are given for the delay?", "reason"],
  ["How come it is late?", "reason"],
  ["What led to the delay?", "reason"],
  ["The river that floods when it rains, who owns it?", "person"],
  ["It never notices when I save a file. Is there a way round that?", "manner"],
  ["The gate was shut when we came. Is it open on Sundays?", undefined],
  ["Nobody told us when to come! How do we get in?", "manner"],
  ["How do I open it? I came when it rained. Is that right?", "manner"],
])("the word that asks decides: %s", async (question, type) => {
  expect(await typeOf(question)).toBe(type);
});

test.each([
  "Do I have to report a trip when I hold a clearance?",
  "May I attend the burial of somebody who died abroad?",
  "Is there a page where I can see it?",
  "My editor gets very slow when I use many routes",
])("words that tie clauses together ask for nothing: %s", async (question) => {
  expect(await typeOf(question)).toBeUndefined();
});

test.each([
  ["en", "When should I set up a code of conduct?"],
  ["de", "Wann sollte man einen Verhaltenskodex festlegen?"],
  ["fr", "Quand faut-il établir un code de conduite ?"],
  ["es", "¿Cuándo se debe establecer un código?"],
  ["ru", "Когда лучше установить кодекс поведения?"],
  ["zh", "什么时候应该建立行为守则？"],
  ["ko", "행동강령은 언제 만들어야 하나요?"],
])("when something should be done is no date: %s", async (code, question) => {
  expect(await typeOf(question, code)).toBeUndefined();
});

test.each([
  ["en", "how long", true],
  ["en", "and for how old", true],
  ["en", "which port", false],
  ["en", "what is the price", false],
  ["en", "long", false],
  ["de", "wie lange", true],
  ["de", "seit wie vielen", true],
  ["fr", "pendant combien de temps", true],
  ["fr", "combien", false],
  ["fr", "quel âge", false],
  ["es", "¿cuánto tiempo", true],
  ["es", "cuanto tiempo", true],
  ["it", "quanto tempo", true],
  ["pt", "quanto tempo", true],
  ["nl", "hoe lang", true],
  ["sv", "hur länge", true],
  ["ru", "как долго", true],
])("%s: whether the last word of %s measures an amount", async (code, until, isMeasured) => {
  expect(measures(until, await loadLanguage(code))).toBe(isMeasured);
});
