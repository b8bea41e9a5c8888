import { expect, test } from "vitest";
import german from "../../src/text/languages/de.ts";
import english from "../../src/text/languages/en.ts";
import { libraryOf } from "../answer/library.ts";

test.each([
  ["turn", "off the lamps", ["disable", "deactivate"]],
  ["turning", "all the lamps off", ["disable", "deactivate"]],
  ["turn", "the lamps of this pier in the north off", []],
  ["turn", "the lamps", []],
  ["rolled", "back", ["revert", "rollback", "undo"]],
  ["lamp", "off", []],
])("English: %s %s", (verb, after, expected) => {
  expect(english.phrasalTerms?.(verb, after.split(" "))).toEqual(expected.map(english.stem));
});

test.each([
  ["schalte", "ich die lampen aus", "ausschalten"],
  ["meldet", "man ein boot an", "anmelden"],
  ["richte", "ich ein konto ein", "einrichten"],
  ["schalte", "ich die lampen", undefined],
  ["lampen", "gehen aus", undefined],
])("German: %s %s", (verb, after, expected) => {
  const terms = german.phrasalTerms?.(verb, after.split(" "));
  expect(terms).toEqual(expected === undefined ? [] : [german.stem(expected)]);
});

test("who asks how to turn something off finds how it is disabled", async () => {
  const library = await libraryOf({
    lamps:
      "# Lamps\n\n## Colours\n\nThe lamps of the pier turn green when a ferry comes, and off the coast all lamps can be seen.\n\n" +
      "## Quiet nights\n\nDisable the lamps with the switch below the stairs.",
  });
  const { answer } = await library.ask("How do I turn the lamps off?");
  expect(answer[0]?.quote).toBe("Disable the lamps with the switch below the stairs.");
});

test("a German verb is found whose particle ends the question", async () => {
  const library = await libraryOf(
    {
      lampen:
        "# Lampen\n\n## Farben\n\nDie Lampen leuchten grün, wenn ich eine Fähre sehe.\n\n## Nacht\n\nZum Ausschalten der Lampen dient der Knopf unter der Treppe.",
    },
    { lang: "de" },
  );
  const { answer } = await library.ask("Wie schalte ich die Lampen aus?");
  expect(answer[0]?.quote).toBe("Zum Ausschalten der Lampen dient der Knopf unter der Treppe.");
});
