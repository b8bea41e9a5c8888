import { expect, test } from "vitest";
import { contactAsked } from "../../src/answer/contact.ts";
import { loadLanguage } from "../../src/text/languages/index.ts";
import { libraryOf } from "./library.ts";

test.each([
  ["en", "What is the phone number of the harbour?", "Call 0123 456 78 90.", true],
  ["en", "What is the phone number of the harbour?", "The number of the phone is shown.", false],
  ["en", "What's your email address?", "Write to desk@example.com.", true],
  ["en", "Which email address do I write to?", "Write to desk (at) example.com.", true],
  ["de", "Wie ist die Telefonnummer der Werft?", "Tel. 030/12 34 56", true],
  ["de", "Wie lautet Ihre E-Mail-Adresse?", "Schreiben Sie uns.", false],
  ["en", "How do I change my email address?", "", undefined],
  ["en", "What is a phone number?", "", undefined],
  ["en", "What is the phone number field?", "", undefined],
])("%s: %s %s tells it: %s", async (code, question, text, isTold) => {
  const language = await loadLanguage(code);
  expect(contactAsked({ text: question, language })?.().test(text)).toBe(isTold);
});

test("a number by which somebody is reached is told in digits, or the question is refused", async () => {
  const filler = Object.fromEntries(
    ["tides", "bread", "glaciers", "violins"].map((word) => [
      word,
      `# Notes\n\nA short note on ${word} that is read by nobody.`,
    ]),
  );
  const contact =
    "# Contacts\n\n## Phone\n\nThe phone number of a contact, such as support. No form of number is asked for.";
  const none = await libraryOf({ ...filler, contact });
  expect((await none.ask("What is the phone number of support?")).answered).toBe(false);
  const told = await libraryOf({
    ...filler,
    contact,
    desk: "# Desk\n\nSupport has the phone number 0123 456 789, day and night.",
  });
  expect((await told.ask("What is the phone number of support?")).answer[0]?.quote).toContain("0123 456 789");
});
