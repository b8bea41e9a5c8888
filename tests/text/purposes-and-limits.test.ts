import { expect, test } from "vitest";
import { loadLanguage } from "../../src/text/languages/index.ts";

test.each([
  ["en", "What is a kettle used for?", true],
  ["en", "what's the north board good for", true],
  ["en", "What do you use the ladder for?", true],
  ["en", "What is the purpose of the bell?", true],
  ["en", "What is a kettle?", false],
  ["en", "How do I ask for a kettle?", false],
  ["de", "Wofür wird der Kessel verwendet?", true],
  ["de", "Wozu ist die Tafel da?", true],
  ["de", "Zu welchem Zweck läutet die Glocke?", true],
  ["de", "Was ist ein Kessel?", false],
])("%s: %s asks what something is for: %s", async (code, question, isAsked) => {
  expect((await loadLanguage(code)).purposes?.asked().test(question)).toBe(isAsked);
});

test.each([
  ["en", "Kitchens use a kettle for warm drinks.", true],
  ["en", "A kettle, useful in winter, helps.", true],
  ["en", "The bell lets everybody know.", true],
  ["en", "Kettles can be seen on a board.", false],
  ["de", "Die Glocke dient der Warnung.", true],
  ["de", "Küchen nutzen Kessel für Getränke.", true],
  ["de", "Die Tafel zeigt alle Kessel.", false],
])("%s: %s tells what something is for: %s", async (code, sentence, isTold) => {
  expect((await loadLanguage(code)).purposes?.told().test(sentence)).toBe(isTold);
});

test.each([
  ["en", "How many letters can a note have?", true],
  ["en", "How long may I keep a book?", true],
  ["en", "how big can the file be", true],
  ["en", "How many letters are there?", false],
  ["en", "How do I limit a list?", false],
  ["de", "Wie viele Zeichen darf eine Notiz haben?", true],
  ["de", "Wie lange kann ich ein Buch behalten?", true],
  ["de", "Wie viele Zeichen gibt es?", false],
])("%s: %s asks how much there may be: %s", async (code, question, isAsked) => {
  expect((await loadLanguage(code)).limits?.asked().test(question)).toBe(isAsked);
});

test.each([
  ["en", "The usual limit is 500 letters.", true],
  ["en", "Choices have up to 25 letters.", true],
  ["en", "A file must not exceed 2 MB.", true],
  ["en", "Every address counts as 23 letters.", false],
  ["de", "Eine Notiz hat höchstens 500 Zeichen.", true],
  ["de", "Bis zu drei Bücher sind erlaubt.", true],
  ["de", "Jede Adresse zählt als 23 Zeichen.", false],
])("%s: %s tells how much there may be: %s", async (code, sentence, isTold) => {
  expect((await loadLanguage(code)).limits?.told().test(sentence)).toBe(isTold);
});
