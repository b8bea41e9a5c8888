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

describe("headings that are asked", () => {
  const options = {
    ...filler,
    options:
      "# Server options\n\n## server.port\n\nWhich number to listen on.\n\n## server.host\n\nWhich address to listen on.",
    trouble:
      "# Troubleshooting\n\n## Forwarding\n\nIf you forward a port, the server port of the server has to be the port that the server listens on, server by server.",
  };

  test.each(["server.port", "What does server.port do?"])(
    "%s finds the section of that name, not the one that repeats its words",
    async (question) => {
      const { passages } = await (await libraryOf(options)).ask(question);
      expect(passages[0]?.citation.headings).toEqual(["server.port"]);
    },
  );

  test("words that a heading has and the question lacks count against it", async () => {
    const library = await libraryOf({
      ...filler,
      a: "# Store\n\n## Install on a ship\n\nInstall the store on a ship with the ship's own installer.",
      b: "# Store\n\n## Install\n\nRun the installer, then open the window.",
    });
    const { passages } = await library.ask("install");
    expect(passages[0]?.citation.headings).toEqual(["Install"]);
  });

  test.each([
    ["§ 433 BGB", "§ 433 Contracts of sale"],
    ["What is in Article 5?", "Article 5"],
    ["2.4.1", "2.4.1"],
  ])("%s finds the section of that number", async (question, heading) => {
    const library = await libraryOf({
      ...filler,
      law: [
        "# BGB",
        "## § 432 Several creditors",
        "As § 433 says of the BGB, and § 433 again, a debtor owes all creditors together.",
        "## § 433 Contracts of sale",
        "The seller hands the thing over, and the buyer pays.",
        "## Article 4",
        "See article 5, which is said of article 5 elsewhere.",
        "## Article 5",
        "Everybody may say what they think.",
        "## 2.4.0",
        "Before 2.4.1 the page did not open; since 2.4.1 it does.",
        "## 2.4.1",
        "The page opens.",
      ].join("\n\n"),
    });
    const { passages } = await library.ask(question);
    expect(passages[0]?.citation.headings).toEqual([heading]);
  });

  test("a word of every title multiplies nothing", async () => {
    const sections = ["Tickets", "Dogs", "Bicycles", "Children", "Weather", "Meals", "Luggage"];
    const library = await libraryOf({
      ferry: [
        "# Eastport ferry handbook",
        ...sections.flatMap((name) => [`## ${name}`, `${name} are let on the deck by the crew.`]),
        "## History",
        "Eastport had a railway. Eastport lost it. Eastport got it back. Eastport is proud of Eastport.",
      ].join("\n\n"),
    });
    const { passages } = await library.ask("Are dogs allowed on the Eastport ferry?");
    expect(passages[0]?.citation.headings).toEqual(["Dogs"]);
  });
});

describe("when articles are from", () => {
  const notes = Object.fromEntries(
    [
      ["2022", "four", "Ida Holm"],
      ["2023", "five", "Eva Lund"],
      ["2024", "six", "Tom Berg"],
    ].map(([year, fare, mayor]) => [
      `${year}-ferry`,
      `---\npublished: ${year}-03-01\n---\n\n# Ferry news\n\nThe ferry from Eastport to Gull Island costs ${fare} crowns. The mayor of Eastport is ${mayor}.`,
    ]),
  );

  test.each([
    ["How much does the ferry to Gull Island cost now?", "2024-ferry"],
    ["What is the latest ferry fare?", "2024-ferry"],
    ["ferry to Gull Island", "2024-ferry"],
    ["Who is the current mayor?", "2024-ferry"],
    ["Who was the mayor in 2023?", "2023-ferry"],
    ["What did the ferry cost in March 2022?", "2022-ferry"],
  ])("%s is answered from %s", async (question, article) => {
    const library = await libraryOf({ ...filler, ...notes });
    expect((await library.order(question))[0]).toBe(article);
  });
});

test("a change log comes after the page that it tells of, unless changes are asked for", async () => {
  const library = await libraryOf({
    ...filler,
    changelog:
      "# Version 2\n\nThe kiln is lit with the switch, as the kiln was before. It moved in version 2.",
    kiln: "# Firing\n\nThe kiln is lit with the switch on its side, which is green and easy to find.",
  });
  expect((await library.order("How is the kiln lit?"))[0]).toBe("kiln");
  expect((await library.order("What changed in the kiln switch of version 2?"))[0]).toBe("changelog");
});

describe("several languages", () => {
  test("articles in the language of the question come first", async () => {
    const library = await libraryOf(
      {
        ...filler,
        en: "---\nlang: en\n---\n\n# Roles\n\nA BDFL is a benevolent dictator for life. BDFL, BDFL.",
        de: "---\nlang: de\n---\n\n# Rollen\n\nEin BDFL ist der Gründer, der das letzte Wort behält.",
      },
      { lang: "en" },
    );
    expect((await library.order("Was ist ein BDFL?"))[0]).toBe("de");
    expect((await library.order("What is a BDFL?"))[0]).toBe("en");
  });
});

test("passages that repeat one another word for word are one hit, the newest", async () => {
  const page = (version: string) => `---\npublished: ${version}\n---\n\n# Kiln\n\nThe kiln burns wood.`;
  const library = await libraryOf({
    ...filler,
    "v1/kiln": page("2023-01-01"),
    "v2/kiln": page("2024-01-01"),
    "v1/oven": "# Oven\n\nThe kiln burns coal.",
  });
  const { passages } = await library.ask("kiln");
  expect(passages.map(({ citation }) => citation.article)).toEqual(["v2/kiln", "v1/oven"]);
});

describe("passages that say nearly the same", () => {
  const page = (fuel: string, rest = "") =>
    `# Kiln\n\nThe kiln burns ${fuel} in its lower chamber, and the smoke leaves by the chimney on the roof above the yard.${rest}`;

  test("are one hit, which tells where the others are", async () => {
    const library = await libraryOf({
      ...filler,
      "docs/kiln": page("dry wood"),
      "docs/old/v1/kiln": page("dried wood"),
      "docs/old/v2/kiln": page("dry wood", " Open the door slowly."),
    });
    const { passages } = await library.ask("What does the kiln burn?");
    expect(passages.map(({ citation }) => citation.article)).toEqual(["docs/kiln"]);
    expect(passages[0]?.copies?.map(({ article, title }) => [article, title])).toEqual(
      expect.arrayContaining([
        ["docs/old/v1/kiln", "Kiln"],
        ["docs/old/v2/kiln", "Kiln"],
      ]),
    );
    expect(passages[0]?.copies?.every(({ link }) => link.includes("#:~:text="))).toBe(true);
    const old = await library.answerer.ask({
      question: "What does the kiln burn?",
      limit: 5,
      article: "docs/old/v1/kiln",
    });
    expect(old.passages[0]?.citation.article).toBe("docs/old/v1/kiln");
  });

  test.each([
    ["a number", "two logs", "three logs"],
    ["figures", "20 logs", "30 logs"],
    ["a name", "Norland wood", "Eastport wood"],
    ["a negation", "wood", "not wood"],
  ])("stay apart when they differ in %s", async (_, one, other) => {
    const library = await libraryOf({ ...filler, "a/kiln": page(one), "b/kiln": page(other) });
    const { passages } = await library.ask("What does the kiln burn?");
    expect(passages.map(({ citation }) => citation.article).toSorted()).toEqual(["a/kiln", "b/kiln"]);
  });
});

test("a word that is asked again and again is what a long question is about", async () => {
  const library = await libraryOf({
    ...filler,
    ferry: "# Boats\n\nThe ferry takes passengers from the harbour.",
    train: "# Rails\n\nThe train takes passengers to the market.",
  });
  const question =
    "We took the train, and the train was late; is there a train to the market or a ferry from the harbour?";
  expect((await library.order(question))[0]).toBe("train");
});

test("a refusal leads on to near questions that are answered", async () => {
  const library = await libraryOf({
    ...filler,
    delivery:
      "---\nquestions: [How long does delivery take?]\n---\n\n# Delivery\n\nDelivery takes three days.\n\n## Can I send a parcel back?\n\nYou can send a parcel back within a month.",
  });
  const { answered, related } = await library.ask("Which president of Norway invented the parcel?");
  expect(answered).toBe(false);
  for (const question of related ?? []) expect((await library.ask(question)).answered).toBe(true);
  expect(related).toContain("Can I send a parcel back?");
  expect((await library.ask("Can I send a parcel back?")).related).toBeUndefined();
});

test("the same question gives the same order, and equal passages keep the order of their articles", async () => {
  const burning = (fuel: string) => `# Same\n\nThe kiln burns ${fuel}.`;
  const library = await libraryOf({ ...filler, b: burning("wood"), a: burning("coal"), c: burning("peat") });
  expect(await library.order("kiln")).toEqual(["a", "b", "c"]);
  expect(await library.order("kiln")).toEqual(["a", "b", "c"]);
});
