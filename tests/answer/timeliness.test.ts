import { expect, test } from "vitest";
import { askedTime } from "../../src/answer/timeliness.ts";
import { languageCodes, loadLanguage } from "../../src/text/languages/index.ts";
import { isNumbered, labelsOf } from "../../src/text/number-label.ts";

test.each([
  ["en", "What is the latest version?", true],
  ["en", "How is the kiln lit?", false],
  ["de", "Wer ist derzeit Bürgermeister?", true],
  ["fr", "Quel est le prix actuel ?", true],
  ["es", "¿Cuál es la última versión?", true],
  ["ru", "Какая последняя версия?", true],
  ["ja", "最新のバージョンは何ですか？", true],
  ["ko", "현재 시장은 누구인가요?", true],
  ["zh", "最新一期讲了什么", true],
  ["vi", "phiên bản mới nhất là gì", true],
])("%s: whether %s wants what is newest: %s", async (code, question, recent) => {
  expect(askedTime(question, await loadLanguage(code)).recent).toBe(recent);
});

test.each([
  ["en", "What happened in March 2023?", [2023], [3]],
  ["en", "May I come in 2023?", [2023], [5]],
  ["en", "May I come in?", [], []],
  ["de", "Was geschah im März 2023?", [2023], [3]],
  ["ru", "Что случилось в марте 2023?", [2023], [3]],
  ["ru", "Что случилось 5 марта 2023?", [2023], [3]],
  ["ja", "2024年3月に何がありましたか？", [2024], [3]],
  ["en", "the release of 2024-11", [2024], [11]],
  ["en", "port 2023.5 or 20234", [], []],
])("%s: %s names years %s and months %s", async (code, question, years, months) => {
  const asked = askedTime(question, await loadLanguage(code));
  expect([...asked.years]).toEqual(years);
  expect([...asked.months]).toEqual(months);
});

test("every language says what asks for the newest", async () => {
  for (const code of languageCodes) {
    expect([code, (await loadLanguage(code)).recency?.length ?? 0]).not.toEqual([code, 0]);
  }
});

test.each([
  ["§ 433 Contracts of sale", "§ 433 BGB", true],
  ["§ 433 Contracts of sale", "§433", true],
  ["Art 5", "Was steht in Artikel 5 GG?", true],
  ["Artikel 1", "Art. 1 GG", true],
  ["Article 5", "Article 50", false],
  ["§ 43", "§ 433", false],
  ["[v2.4.1] - 2024-01-01", "what changed in 2.4.1?", true],
  ["Version 2.4.1", "2.4.1", true],
  ["2.4.1", "2.4.10", false],
  ["Chapter 12", "a summary of chapter 12", true],
  ["3. File your voucher", "3 rules of 3", false],
  ["Section 5", "Article 5", false],
  ["Express 5 codemods", "Which Node does Express 5 need?", false],
  ["Windows 11 on old machines", "How do I install it on Windows 11?", false],
  ["What 1.0 was about", "When was Ferry 1.0 released?", false],
  ["Ferry 1.0", "When was Ferry 1.0 released?", false],
  ["v1.0", "What is new in 1.0?", true],
  ["Release 1.0", "What is new in 1.0?", true],
  ["Abschnitt 1.2 Fristen", "Was steht in 1.2?", true],
  ["Lesson 3: verbs", "What is in lesson 3?", true],
  ["Schritt 2: Anmelden", "Was mache ich in Schritt 2?", true],
])("the heading %s is asked by its number in %s: %s", (heading, question, expected) => {
  expect(isNumbered(heading, new Set(labelsOf(question)))).toBe(expected);
});
