/** Of texts that speak of what is asked, the one that tells it is quoted first. */
import { describe, expect, test } from "vitest";
import { type Library, libraryOf } from "./library.ts";

/** One library for all questions of a list, each with what the first quote has to say. */
function quotes(
  name: string,
  articles: Readonly<Record<string, string>>,
  questions: readonly (readonly [question: string, says: RegExp])[],
): void {
  describe(name, () => {
    let library: Promise<Library> | undefined;
    test.each(questions)("%s", async (question, says) => {
      library ??= libraryOf(articles);
      const { answer } = await (await library).ask(question);
      expect(answer[0]?.quote).toMatch(says);
    });
  });
}

quotes(
  "what only tells what can be read answers nothing",
  {
    removal:
      "# Removing the client\n\nDelete the folder of the client:\n\n```sh\nrm -rf ~/.ferry\n```\n\nThen start the shell again.",
    client:
      "# The client\n\nThe client sends files.\n\n## Removing the client\n\nIf you need to remove the client from your system and all files that it wrote, see Removing the client.",
    actions:
      "# Using Ferry in pipelines\n\nA guide to using Ferry in pipelines, including caching, keys and more.\n\n## Setting it up\n\nAdd the step to your pipelines:\n\n```yaml\nsteps:\n  - uses: ferry/setup@v2\n```",
  },
  [
    ["How do I remove the client?", /rm -rf/],
    ["How do I use Ferry in pipelines?", /ferry\/setup/],
  ],
);

quotes(
  "a question for yes or no wants it decided",
  {
    terms:
      "# Term contracts\n\nMany people work on term contracts of two years. Term contracts are renewed every two or three years, as the office sees fit.\n\n## How it goes\n\nRenewal of a term contract is not automatic. It takes a form and some patience.",
    boats:
      "# Boats\n\nBoats lie at the pier all year, and dogs like boats.\n\n## Animals\n\nDogs may come aboard boats on a lead.",
  },
  [
    ["Are term contracts renewed automatically?", /not automatic/],
    ["Can dogs come on boats?", /may come aboard/],
  ],
);

quotes(
  "a question after a time wants a time",
  {
    trips:
      "# Vouchers\n\nVouchers of a trip are filed in one of 24 folders.\n\nHave the voucher filed within five business days of coming home from the trip.",
    keys: "# Keys\n\nKeys that are lost are kept at the desk with 2 locks.\n\nWe keep lost keys for three months at the desk.",
  },
  [
    ["How soon after a trip do I have to file the voucher?", /five business days/],
    ["How long are lost keys kept?", /three months/],
  ],
);

quotes(
  "a sentence is no stub, however short",
  {
    limits:
      "# Claims\n\n## When claims begin to lapse\n\nThe usual time of lapse begins at the end of the year in which the claim arose and the claimant came to know of it.\n\n## Usual time of lapse\n\nThe usual time of lapse is three years.",
  },
  [["How long is the usual time of lapse?", /three years/]],
);

quotes(
  "a question after a reason wants a reason",
  {
    lists:
      "# Lists\n\nEach item of a list needs a label, as the warning about a list item without a label says.\n\nItems carry labels so that the renderer can tell them apart when the list is sorted.",
  },
  [["Why do list items need a label?", /so that/]],
);

quotes(
  "what stands below a heading of special matters comes after the usual way",
  {
    move: "# Moving from version 1\n\n## Cookies in the migration\n\nSet a cookie with its path: the cookie that you set without one is set for the parent.\n\n```js\ncookies.set(name, value, { path: '/' });\n```",
    cookies:
      "# Cookies\n\n## Setting a cookie\n\nCall `set` with a name and a value:\n\n```js\ncookies.set('theme', 'dark');\n```",
  },
  [
    ["How do I set a cookie?", /theme/],
    ["How do I set a cookie in the migration from version 1?", /path|migration/i],
  ],
);

quotes(
  "a thing is not what is done with it",
  {
    flush:
      "# flushNow\n\nUsing flushNow is rare and can slow down your app.\n\nflushNow lets you write all waiting changes to the page at once.",
  },
  [["flushNow", /lets you/]],
);

describe("a text that repeats the question is no answer to it", () => {
  const articles = {
    checks:
      "# Checking answers\n\nWrite questions into a file, and the check asks them all.\n\n```yaml\n- question: What is the tallest tower of Lund?\n  refused: true\n- question: How old is the harbour bridge?\n  says: 80 years\n```\n\n## Questions that people ask\n\n- What is the tallest tower of Lund?\n- How old is the harbour bridge?",
    towers:
      "# Towers\n\nWhat is the tallest tower of Lund?\n\nIt is the one of the cathedral with 55 metres.",
  };
  test("where another answers", async () => {
    const library = await libraryOf(articles);
    const { answer } = await library.ask("What is the tallest tower of Lund?");
    expect(answer[0]?.quote).toMatch(/55 metres/);
  });
  test.each(["How old is the harbour bridge?", "how old is the harbour bridge"])(
    "where none does: %s",
    async (question) => {
      const library = await libraryOf(articles);
      const { answer } = await library.ask(question);
      for (const { quote } of answer) expect(quote).not.toMatch(/- What is|How old is the harbour bridge\?$/);
    },
  );
});

test("the passage that answers is the first one, before another with more of the question's words", async () => {
  const library = await libraryOf({
    counter: "# A book\n\nWhere lost keys are kept is written in the book.",
    rules: "# A desk\n\nWe keep lost keys for three months.",
  });
  const { passages, answer } = await library.ask("How long are lost keys kept?");
  expect(answer[0]?.quote).toMatch(/three months/);
  expect(passages[0]?.citation.article).toBe("rules");
});

describe("a section is found by its number, however common the words beside it are", () => {
  const rules = Array.from(
    { length: 150 },
    (_, index) =>
      `## § ${index + 1} Rule of kind ${index}\n\nWhat the code says here stands in the code beside § ${((index + 7) % 150) + 1} and is read with it by the council of the town.`,
  );
  const charter = Array.from(
    { length: 40 },
    (_, index) => `## Art ${index + 1}\n\nThe ${index + 1}th pledge of the town.`,
  );
  const articles = {
    code: `# Code of the town\n\n${rules.join("\n\n")}`,
    charter: `# Charter\n\n${charter.join("\n\n")}`,
  };
  let library: Promise<Library> | undefined;
  test.each([
    ["What does § 43 of the code say?", "§ 43 Rule of kind 42"],
    ["§ 120", "§ 120 Rule of kind 119"],
    ["Article 5 of the charter", "Art 5"],
  ])("%s", async (question, heading) => {
    library ??= libraryOf(articles);
    const { passages } = await (await library).ask(question);
    expect(passages[0]?.citation.headings).toContain(heading);
  });
});

test.each([
  [
    "de",
    "# Gesetz\n\n## Beginn der Pause\n\nDie übliche Pause beginnt, wenn die Glocke der Schule läutet.\n\n## Übliche Pause\n\nDie übliche Pause beträgt zwanzig Minuten.",
    "Wie lange ist die übliche Pause?",
    /zwanzig/,
  ],
  [
    "en",
    "# Broker\n\n## Get the maximum message size\n\nA client can ask the broker for the maximum message size after it has connected.\n\n## Messages\n\nMessages have a maximum size. It is 1 MB by default, and can be raised.",
    "What is the default maximum message size?",
    /1 MB/,
  ],
  [
    "fr",
    "# Loi\n\n## Début du congé\n\nLe congé annuel commence quand le chef de bureau le dit.\n\n## Congé annuel\n\nLe congé annuel dure trente jours.",
    "Combien de jours dure le congé annuel ?",
    /trente/,
  ],
])("an amount is shown where one is asked for: %s", async (lang, article, question, says) => {
  const { answer } = await (await libraryOf({ article }, { lang })).ask(question);
  expect(answer[0]?.quote).toMatch(says);
});

quotes(
  "a question after a number wants one in the sentence that answers",
  {
    leave:
      "# Leave\n\n## Voting\n\nYou can receive up to 4 hours off for each election, at every level. Ask your manager for them a week before, so that others can take your shifts.\n\nTo get hours off to vote tell your manager how you want to get there, who takes your shifts and when you will be back at your desk.",
  },
  [["How many hours off do I get to vote?", /4 hours/]],
);

quotes(
  "links are no answer",
  {
    versions:
      "# Versions\n\n## Ferry 9\n\n- Ferry 9 upgrade guide\n- Ferry 9 upgrade\n- Ferry 9 beta\n- Ferry 9.2",
    guide:
      "# Ferry 9 upgrade guide\n\nThis release has few breaking changes.\n\n## Upgrading\n\nTo upgrade to Ferry 9, run the installer once more with the new number, and start the service again:\n\n```sh\nferry-install 9\n```",
  },
  [["How do I upgrade to Ferry 9?", /ferry-install 9/]],
);

quotes(
  "whoever reads is not told to read",
  {
    lamp: "# The lamp\n\nThe lamp stands in the hall with the other lamps of the house.\n\n## Purpose\n\nKeepers read by the lamp at night.\n\n## More\n\nOn keepers and what they read, see The keepers of the lamp.",
  },
  [["When do keepers read by the lamp?", /at night/]],
);

quotes(
  "what leads to code says what the code does",
  {
    encode:
      "# encode\n\nEncodes responses.\n\n## Syntax\n\nThe list of formats says how to enable compression. If several are listed, the one that the client prefers is taken; if none is, compression stays as it was before.\n\n## Examples\n\nEnable compression with gzip:\n\n```\nencode gzip\n```\n\nEnable zstd for large files:\n\n```\nencode zstd\n```",
    link: "# Linking\n\nLinks are kept in a folder.\n\nLink a local parcel to the project that is open.\n\n## Usage\n\nTo link a local parcel, run this:\n\n```sh\nkrate link ../parcel\n```",
    pages:
      "# Pages\n\nPages are made of HTML, and a handler may return HTML in any way that it likes, or a stream of it.\n\n## Returning pages\n\nIn your handler, return HTML with this call:\n\n```js\nreturn c.html(page)\n```",
  },
  [
    ["How do I enable compression?", /encode gzip/],
    ["How do I link a local parcel?", /krate link/],
    ["How do I return HTML?", /c\.html/],
  ],
);

quotes(
  "a section says first what it is about, then the way",
  {
    trust:
      "# Settings\n\nSettings stand in a file.\n\n## Trusting a settings file\n\nWhen a colleague adds a settings file, a question may come up before it is read.\n\nIt is asked since such files can start programs. To trust a settings file, run:\n\n```sh\nkrate trust\n```",
    arguments:
      "# Arguments\n\n## Passing arguments to a job\n\nArguments make a job more useful. There are three ways, of which two are good today.\n\nPass arguments to a job after two dashes:\n\n```sh\nkrate run job -- --fast\n```",
  },
  [
    ["How do I trust a settings file?", /krate trust/],
    ["How do I pass arguments to a job?", /-- --fast/],
  ],
);

quotes(
  "a definition may come after what it is said of",
  {
    space:
      "# Yards\n\nMost yards hold ten boats, and a yard costs little.\n\n## Kinds of yards\n\nYard rules are kept in a file.\n\nLike the Dutch word of the same sound, a yard is a group of berths that are let together.",
  },
  [["What is a yard?", /group of berths/]],
);

quotes(
  "the message of a program that is pasted is no answer: what its author says of it is",
  {
    reload: `# Troubleshooting

## The store is locked error

\`\`\`text
StoreError: the store is locked by another process
\`\`\`

Another server uses the same folder. Stop it, and delete the file named lock.

## Watching fails

If you see an error like this on Linux:

> Error: EMFILE: too many open files for the watcher

Raise the limit of the system with ulimit, which is low by default.

## A module is missing

When a module cannot be read, Ferry writes the following warning.

> Module "tides" has been left out of the bundle. Cannot read "tides.now" in the client.

Ferry does not ship the modules of the server. Load them on the server alone.`,
    list: "# Common problems\n\n- The store is locked by another process\n- Too many open files for the watcher",
  },
  [
    ["the store is locked by another process", /delete the file named lock/],
    ["StoreError: the store is locked by another process", /delete the file named lock/],
    ["too many open files for the watcher after an update", /Raise the limit/],
    ['Module "tides" has been left out of the bundle', /does not ship the modules of the server/],
  ],
);

quotes(
  "of numbers the one that counts what is asked",
  {
    launch:
      "# Direct Filing\n\nPeople in 12 states used Direct Filing to file their taxes with Direct Filing quickly and for free.\n\nIn the first year 140,803 people filed.",
    keys: "# Security keys\n\nTo register security keys for the account takes 2 steps, and security keys of 4 makers work.\n\nYou can add up to 5 security keys.",
  },
  [
    ["How many people filed their taxes with Direct Filing?", /140,803/],
    ["In how many states could people use Direct Filing?", /12 states/],
    ["How many security keys can I register?", /up to 5/],
  ],
);

quotes(
  "code that holds little of the question gives way to the sentence that tells how",
  {
    server:
      "# Server options\n\n## server.port\n\nSets the port of the dev server. When the port is taken, the next free one is used.",
    preview:
      "# Preview options\n\n## preview.port\n\nThe port of the preview server.\n\nExample:\n\n```js\nexport default { server: { port: 3030 }, preview: { port: 8080 } }\n```",
  },
  [["How do I change the port of the dev server?", /Sets the port of the dev server/]],
);

quotes(
  "code that its author says not to write is no answer",
  {
    origins:
      "# Origins\n\nIn particular, this does not work:\n\n```js\norigins({ allow: 'every origin' })\n```\n\nTo allow every origin, call the method for it:\n\n```js\norigins().allowAny()\n```",
    loops:
      "# Loops\n\nInstead of writing this loop over the tides:\n\n```js\nfor (const tide of tides) loop(tide)\n```\n\nWrite a loop over the tides with the helper:\n\n```js\neach(tides, loop)\n```",
  },
  [
    ["How do I allow every origin?", /allowAny/],
    ["How do I write a loop over the tides?", /each\(tides/],
  ],
);

/** Articles on one product, which all name it, one of which says what it is. */
const ferry = {
  start:
    "# Tutorial\n\nFerry is a small program that carries files between two computers. It needs no server.\n\nAt a high level, Ferry has a sender and a receiver.\n\n## The role of Ferry\n\nYou run Ferry on both sides. Ferry waits for the other side.",
  gates:
    "# Ferry gates\n\n## ferry::gate\n\nThe ferry::gate macro allows Ferry to wait for many Ferry senders and returns when one is there.\n\nFerry provides gates in Ferry 2.",
  console:
    "# Next steps with Ferry\n\n## ferry-console\n\nferry-console is a view of what Ferry does. Ferry tells it each file that Ferry sends.",
  install:
    '# Hello Ferry\n\n## Add Ferry\n\nOpen the list of programs and add Ferry below it:\n\n```toml\nferry = { version = "1", features = ["full"] }\n```\n\nNow Ferry starts Ferry.',
  contacts: "# Contacts\n\n## Ferry\n\n- General: ferry@example.org\n- Ferry team: ferry-team@example.org",
  glossary:
    "# Words\n\n## Pier\n\nA long bridge into the sea. Ferry has many.\n\n## Others\n\nA harbour is where Ferry keeps files.\n\nThe Authority to Load (ATL) is a note that Ferry signs. Ferry wants one for each file.",
};

quotes("what the very thing is that all articles are about is told by the one that says so", ferry, [
  ["What is Ferry?", /^Ferry is a small program/],
  ["What is a pier?", /^A long bridge/],
  ["what is a harbour", /where Ferry keeps files/],
  ["What is an ATL?", /a note that Ferry signs/],
]);

quotes(
  "who is told to see or to read is told what to look at",
  {
    reactions:
      "# Reactions\n\n## Reacting\n\nA reaction is a small picture below a message.\n\n## Who reacted\n\nHover over a reaction on a message to see who reacted.",
  },
  [["Where do I see who reacted to a message?", /Hover over a reaction/]],
);

quotes(
  "who may do something is a kind of people as well",
  {
    links:
      "# Invitations\n\nOn most servers of Ferry in Europe, invitations and reusable links expire in 10 days.\n\n## Kinds\n\nOnly administrators can create reusable links.",
  },
  [["Who may create reusable links?", /Only administrators/]],
);

quotes(
  "a message that is quoted whole is found by its own words",
  {
    faq: "# Questions\n\n## A feature is not available. Why?\n\nWhen you use a feature that is not available in the edition that you have, Ferry throws this error:\n\n```text\nthis feature is not available in this edition of Ferry\n```\n\nInstall another edition to resolve it.",
    features:
      "# Features in this edition of Ferry\n\n## Themes\n\nThis is a list of themes, in which each feature of a theme is named, and not all of them are of this edition.",
  },
  [['My build dies with "this feature is not available in this edition of Ferry". What now?', /edition/]],
);

quotes(
  "who asks for a way is told its steps, which seldom name what they are for",
  {
    star: "# Star a message\n\nStarring messages is a good way to keep track of messages that are important to you.\n\n1. Hover over it.\n2. Click the icon at its side.\n\nStarred messages have a filled icon.\n\n## Display the number of starred messages\n\n1. Under **Display**, select **Show counts of starred messages**.",
    pin: "# Pin a stream\n\nPinning a stream moves it to the top of the left side. Whatever you read each day is worth it.\n\n1. Open its menu.\n2. Click **Pin to top**.",
    restrict:
      "# Restrict who pins\n\n1. Under **Permissions**, configure **Who can pin a stream**.\n\nBy default, anyone can pin a stream.",
    related:
      "# The sidebar\n\nThe sidebar lists each stream.\n\n## Related articles\n\n- [Change how you pin a stream](pin.md)",
  },
  [
    ["How do I star a message?", /^Hover over it\./],
    ["How do I pin a stream?", /Pin to top/],
  ],
);

quotes(
  "what measures an amount is asked, and seldom told",
  {
    parcels:
      "# Parcels\n\nA long name of a parcel is shortened, and the last parcel of the day is weighed.\n\n## Deletion\n\nBy default, parcels are deleted after 31 days.",
    letters: "# Letters\n\nWrite long letters on thin paper, and sign the last page.",
    garantie:
      "# Garantie\n\nLange Briefe zur Garantie nimmt das lange Pult an, bis zu 20 am Tag.\n\nDie Garantie gilt drei Jahre.",
  },
  [
    ["How long does a parcel last?", /31 days/],
    ["Wie lange gilt die Garantie?", /drei Jahre/],
  ],
);

quotes(
  "what stands below a heading that asks is the reply, however much else the heading asks",
  {
    faq: "# Questions\n\n## What is the largest number of letters that a single box of Ferry can hold? What is the largest number of parcels?\n\nIt was tested with 250 million letters.",
    story:
      "# Counting\n\nWe put 11 in the box where there should be 12, since two clerks counted the letters of Ferry at once. It has to hold 2 letters.",
  },
  [["How many letters can Ferry hold?", /250 million/]],
);

quotes(
  "a question after what a thing is for wants its use",
  {
    kettles:
      "# Kettles\n\nEvery kettle can be seen on a board:\n\n- the north one\n- the south one\n\nMany of our kitchens use a kettle (see the list) for warm drinks at night.",
  },
  [["What is a kettle used for?", /warm drinks/]],
);

quotes(
  "a question after how much there may be wants a limit",
  {
    notes:
      "# Notes\n\n## Addresses\n\nIf you put addresses in a note, every one of them counts as 23 letters, so there is no need to shorten it.\n\n## Text\n\nThe text of a note goes into the large field. The usual limit is 500 letters.",
  },
  [["How many letters can a note have?", /500 letters/]],
);

quotes(
  "the antonym of what is asked is no answer to it",
  {
    hooks:
      "# Hooks\n\n## LATE_HOOK\n\nAfter a parcel is sorted, a script of yours can be run by the sorter, if you like.\n\n## EARLY_HOOK\n\nBefore the sorter has sorted any parcel of the day, a script can be run that you wrote yourself.",
  },
  [
    ["How do I run a script before a parcel is sorted?", /^Before/],
    ["How do I run a script after a parcel is sorted?", /^After/],
  ],
);

quotes(
  "names tell no way",
  {
    banners:
      "# Banners\n\n## Storms\n\nThe harbour raises a storm banner in three cases:\n\n- gales\n- high waves\n- thick ice\n\n## Ropes\n\nTo raise a storm banner, pull the left rope until the bell rings twice.",
  },
  [["How do I raise a storm banner?", /left rope/]],
);

quotes(
  "what adds to what is said before is not the usual way",
  {
    forms:
      "# Checking forms\n\n## The check\n\nCall check with the rules of the form:\n\n```js\ncheck(rules)\n```\n\nIn addition, you may call checkInto to check a form and keep its errors:\n\n```js\ncheckInto(rules)\n```",
  },
  [["How do I check a form?", /check\(rules\)/]],
);
