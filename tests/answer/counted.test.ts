import { expect, test } from "vitest";
import { libraryOf } from "./library.ts";

const library = libraryOf({
  filler: "# Notes\n\nA short note on tides that nobody asked about, kept here to be passed over quietly.",
  bread: "# Bread\n\nThe oven of the bakery in Eastport is heated at four, with ten logs of oak.",
  choir:
    "# Choir of Eastport\n\nThe choir of Eastport has forty singers. It has sung in 12 countries since 1998, and it sings in the harbour every Sunday.",
});
const answered = async (question: string): Promise<boolean> => (await (await library).ask(question)).answered;

test.each(["How many singers does the choir of Eastport have?", "In how many countries has the choir sung?"])(
  "what is counted is told: %s",
  async (question) => expect(await answered(question)).toBe(true),
);

test.each([
  "How many stars does the choir of Eastport have?",
  "How many cars does the choir of Eastport have?",
])("numbers of other things are no answer: %s", async (question) =>
  expect(await answered(question)).toBe(false),
);
