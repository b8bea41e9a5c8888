/**
 * Small corpora with the whole order that is expected of them, and why. To be read from top to bottom: each says one thing
 * that the ranking knows.
 */
import { describe, expect, test } from "vitest";
import { libraryOf } from "./library.ts";

/** Articles that share no word with any question here, so that words have a realistic rarity. */
const filler = Object.fromEntries(
  ["tides", "bread", "glaciers", "violins", "maples", "ferries"].map((word, index) => [
    `filler-${index}`,
    `# Notes\n\nA short note on ${word} that nobody asked about, kept here to be passed over quietly.`,
  ]),
);

describe("which words count", () => {
  test("rare words of the question say more than common ones", async () => {
    const library = await libraryOf({
      ...filler,
      rare: "# One\n\nThe observatory was closed.", // holds the rare word
      common: "# Two\n\nThe museum was closed.", // holds the common word alone
      commoner: "# Three\n\nThe bakery was closed.",
    });
    expect((await library.order("Is the observatory closed?"))[0]).toBe("rare");
  });

  test("inflected and irregular forms are one word", async () => {
    const library = await libraryOf({
      ...filler,
      wrote: "# Letters\n\nAda wrote the first program.", // wrote = write
      read: "# Reading\n\nGrace studied the second program.", // program alone
    });
    expect(await library.order("who writes programs")).toEqual(["wrote", "read"]);
  });

  test("who founded finds the founder", async () => {
    const library = await libraryOf({
      ...filler,
      founder: "# People\n\nLiang Wenfeng is the founder of DeepSeek.",
      chips: "# Chips\n\nDeepSeek uses chips of many kinds for its models.",
    });
    expect(await library.order("Who founded DeepSeek?")).toEqual(["founder", "chips"]);
  });

  test("words of one meaning in corpus.yaml and everywhere", async () => {
    const library = await libraryOf(
      {
        ...filler,
        car: "# Cars\n\nThe automobile needs new tyres.", // synonym of corpus.yaml
        paint: "# Paint\n\nThe shed needs new paint.", // shares `new` alone
        paris: "# Paris\n\nThe French capital lies on a river.", // French = France
      },
      { synonyms: [["car", "automobile"]] },
    );
    expect((await library.order("new car"))[0]).toBe("car");
    expect((await library.order("France"))[0]).toBe("paris");
  });

  test("an acronym that reads like a stop word, by itself and by what it stands for", async () => {
    const library = await libraryOf({
      ...filler,
      who: "# Health\n\nThe WHO says that the vaccine is safe.", // holds the acronym
      what: "# Hearsay\n\nA man who sells it says that the vaccine is safe.", // `who` in small letters
    });
    expect(await library.order("What does the WHO say about the vaccine?")).toEqual(["who", "what"]);
    expect((await library.order("World Health Organization vaccine"))[0]).toBe("who");
  });

  test("a word the index lacks is read as one that it holds, a typing mistake away", async () => {
    const library = await libraryOf({
      ...filler,
      delay: "# Delay\n\nThe delivery of the chips was delayed.",
      other: "# Other\n\nThe harvest of the grapes was early.",
    });
    expect(await library.order("delivry")).toEqual(["delay"]);
    expect(await library.order("devliery")).toEqual(["delay"]);
  });

  test.each([
    ["R2", "r2"],
    ["GPT-4o", "gpt"],
    ["GPT4o", "gpt"],
    ["C++", "cpp"],
    ["Huawei’s chips", "huawei"],
    ["self sufficiency", "self"],
    ["5,183 abstracts", "count"],
    ["5183", "count"],
    ["cafe", "cafe"],
    ["CAFÉ", "cafe"],
  ])("%s is matched as people write it", async (question, id) => {
    const library = await libraryOf({
      ...filler,
      r2: "# A\n\nThe R2 model came late.",
      gpt: "# B\n\nThey compared it with GPT-4o last week.",
      cpp: "# C\n\nThe server is written in C++ by hand.",
      huawei: "# D\n\nEngineers of Huawei brought the chip.",
      self: "# E\n\nBeijing wants self-sufficiency.",
      count: "# F\n\nThere are 5,183 abstracts in the set.",
      cafe: "# G\n\nThe café opens at nine.",
    });
    expect((await library.order(question))[0]).toBe(id);
  });
});

describe("how words stand", () => {
  test("words that belong together are better found together", async () => {
    const library = await libraryOf({
      ...filler,
      together: "# Steam\n\nA steam turbine drives the pump. It stands in the old hall by the river.",
      sentence: "# Steam\n\nA turbine drives the old pump by the river and it needs much more steam.",
      apart: "# Steam\n\nA turbine drives the pump. It stands in the old hall by the river of steam.",
    });
    expect(await library.order("How does a steam turbine work?")).toEqual(["together", "sentence", "apart"]);
  });

  test("quotation marks ask for the words as they stand", async () => {
    const library = await libraryOf({
      ...filler,
      reversed: "# A\n\nThe court was supreme; the supreme thing was the court, the court of all.",
      exact: "# B\n\nThe supreme court sat yesterday in a hall full of people who had come from far away.",
    });
    expect((await library.order('"supreme court"'))[0]).toBe("exact");
  });

  test("a passage is better for one sentence that holds the question than for many that hold a bit", async () => {
    const library = await libraryOf({
      ...filler,
      scattered: "# A\n\nNormandy is green. The duke is old. A treaty is kept. Normandy has a duke.",
      whole: "# B\n\nThe duke of Normandy signed the treaty. Nothing else is known about that day.",
    });
    expect(await library.order("Which treaty did the duke of Normandy sign?")).toEqual([
      "whole",
      "scattered",
    ]);
  });
});

describe("where words stand", () => {
  test("a title says what the whole article is about", async () => {
    const library = await libraryOf({
      ...filler,
      about: "# Glass\n\nIt is made of sand and ash in a furnace.", // title alone
      aside: "# Kitchens\n\nThe window is of glass, like all the others.", // text alone
    });
    expect(await library.order("glass furnace")).toEqual(["about", "aside"]);
  });

  test("a heading counts for the passages below it", async () => {
    const library = await libraryOf({
      ...filler,
      guide: "# Guide\n\n## Installation\n\nRun the command twice.\n\n## Removal\n\nRun the command once.",
    });
    const { passages } = await library.ask("installation command");
    expect(passages.map(({ citation }) => citation.headings)).toEqual([["Installation"], ["Removal"]]);
  });

  test("questions in the front matter lead to their article", async () => {
    const library = await libraryOf({
      ...filler,
      cancel:
        "---\nquestions:\n  - How do I stop paying?\n---\n\n# Plans\n\nSubscriptions end in the settings.",
      paying: "# Cash\n\nShops take cash.",
    });
    expect((await library.order("how can I stop paying"))[0]).toBe("cancel");
  });
});

test("the same question gives the same order, and equal passages keep the order of their articles", async () => {
  const same = "# Same\n\nThe kiln burns wood.";
  const library = await libraryOf({ ...filler, b: same, a: same, c: same });
  expect(await library.order("kiln")).toEqual(["a", "b", "c"]);
  expect(await library.order("kiln")).toEqual(["a", "b", "c"]);
});
