/** Words as readers type them, and as articles have them: each finds its article among others that are near it. */
import { describe, expect, test } from "vitest";
import { type Library, libraryOf } from "./library.ts";

/** Articles that share no word with any question here, so that words have a realistic rarity. */
const filler = Object.fromEntries(
  ["tides", "bread", "glaciers", "violins", "maples", "ferries"].map((word, index) => [
    `filler-${index}`,
    `# Notes\n\nA short note on ${word} that nobody asked about, kept here to be passed over quietly.`,
  ]),
);

/** One library for all questions of a list, each with the article that it is to find first. */
function finds(
  name: string,
  articles: Readonly<Record<string, string>>,
  questions: readonly (readonly [question: string, article: string | undefined])[],
  lang = "en",
): void {
  describe(name, () => {
    let library: Promise<Library> | undefined;
    test.each(questions)("%s", async (question, article) => {
      library ??= libraryOf({ ...filler, ...articles }, { lang });
      expect((await (await library).order(question))[0]).toBe(article);
    });
  });
}

finds(
  "letters that name",
  {
    a: "# Prices\n\nPlan A costs ten euros.",
    b: "# Prices\n\nPlan B costs twenty euros.",
    s: "# Prices\n\nPlan S costs five euros.",
    va: "# Eyes\n\nVitamin A is good for the eyes.",
    vd: "# Bones\n\nVitamin D is good for the bones.",
    hepA: "# Liver\n\nHepatitis A is caught from food.",
    hepB: "# Liver\n\nHepatitis B is caught from blood.",
    appA: "# Annexes\n\nAppendix A lists the rooms.",
    appM: "# Annexes\n\nAppendix M lists the doors.",
    c: "# Disks\n\nDrive C: is full.",
    d: "# Disks\n\nDrive D: is empty.",
    q: "# Keys\n\nPress Q to quit.",
    t: "# Keys\n\nPress T to talk.",
    toys: '# Shops\n\nToys "R" Us sells dolls.',
    rd: "# Work\n\nThe R&D team sits upstairs.",
    att: "# Phones\n\nAT&T sells phones.",
    war1: "# Wars\n\nWorld War I began in summer.",
    war2: "# Wars\n\nWorld War II began in autumn.",
  },
  [
    ["What does plan S cost?", "s"],
    ["what does plan s cost", "s"],
    ["Plan A", "a"],
    ["vitamin D", "vd"],
    ["What is vitamin d good for?", "vd"],
    ["vitamin a", "va"],
    ["What lists appendix M?", "appM"],
    ["drive D:", "d"],
    ["Press T", "t"],
    ["R&D", "rd"],
    ["What does at&t sell?", "att"],
    ["at&t", "att"],
    ["hepatitis A", "hepA"],
    ["When did World War I begin?", "war1"],
  ],
);

test("a letter that an apostrophe leaves over names nothing", async () => {
  const library = await libraryOf({
    ...filler,
    s: "# S\n\nThe letter S is a snake.",
    dog: "# Dog\n\nRex barks.",
  });
  expect((await library.order("What's Rex?"))[0]).toBe("dog");
  expect((await library.order("I don't know: where did Rex bark?"))[0]).toBe("dog");
});

finds(
  "titles and headings of stop words",
  {
    if: "# If\n\nA poem on growing up.",
    who: "# The Who\n\nA band from London.",
    be: "# To be or not to be\n\nA speech on life and death.",
    might: "# Might\n\nOn power.",
    types:
      "# Types\n\n## The `never` type\n\nIt has no values at all.\n\n## The `any` type\n\nIt switches checking off.",
    forms:
      "# Forms\n\n## if let\n\nIt runs a block when one pattern matches.\n\n## let and const\n\nOne of them changes.",
    records: "# Records\n\nA record type lists keys. A tuple type lists values. A union type joins types.",
    parameter:
      "# Calls\n\n## The this parameter\n\nIt is what a method is called on.\n\n## The parameter list\n\nParameters stand in it.",
  },
  [
    ["If", "if"],
    ["if", "if"],
    ["The Who", "who"],
    ["to be or not to be", "be"],
    ["Might", "might"],
    ["any", "types"],
    ["What is the never type?", "types"],
    ["What does the `any` type do?", "types"],
    ["if let", "forms"],
    ["What does if let do?", "forms"],
    ["let and const", "forms"],
    ["What does the this parameter do?", "parameter"],
    ["Which of them?", undefined],
    ["Why not?", undefined],
  ],
);

test("a page called by stop words answers", async () => {
  const library = await libraryOf({
    ...filler,
    be: "# To be or not to be\n\nA speech on life and death.",
    who: "# The Who\n\nA band from London.",
  });
  expect((await library.ask("to be or not to be")).answer[0]?.quote).toBe("A speech on life and death.");
  expect((await library.ask("The Who")).answer[0]?.quote).toBe("A band from London.");
  expect((await library.ask("Which of them is it?")).answered).toBe(false);
});

finds(
  "titles of stop words in other languages",
  { wenn: "# Wenn\n\nEin Gedicht.", was: "# Nicht nur\n\nEin Lied." },
  [
    ["Wenn", "wenn"],
    ["nicht nur", "was"],
  ],
  "de",
);

finds(
  "names of code",
  {
    hook: "# Calls\n\nCall `createWebhookEndpoint` once.",
    retry: "# Limits\n\nSet maxRetryCount to three.",
    pool: "# Database\n\nSet max_pool_size to ten.",
    http: "# Server\n\nAn HTTPRequestHandler takes each of them.",
    inline: "# Assets\n\n## assetsInlineLimit\n\nSmaller files become part of the page.",
    user: "# Fields\n\nThe field user_name holds letters alone.",
    git: "# Hosting\n\nThe code is on GitHub.",
    js: "# Languages\n\nThe page runs JavaScript.",
    ui: "# Packages\n\nThe package @acme/ui-kit holds buttons.",
    out: "# Building\n\nThe option build.outDir names a folder.",
    dry: "# Trying\n\nThe option --dry-run changes nothing.",
    phone: "# Phones\n\nThe iPhone15 has a new port.",
    windows: "# Systems\n\nIt runs on Windows 11.",
    brien: "# People\n\nO'Brien paints.",
    oreal: "# Firms\n\nL'Oréal sells soap.",
  },
  [
    ["webhook endpoint", "hook"],
    ["max retry count", "retry"],
    ["max_retry_count", "retry"],
    ["maxPoolSize", "pool"],
    ["http request handler", "http"],
    ["What is the limit to inline assets?", "inline"],
    ["username", "user"],
    ["user name", "user"],
    ["git hub", "git"],
    ["java script", "js"],
    ["uikit", "ui"],
    ["@acme/ui-kit", "ui"],
    ["build.outDir", "out"],
    ["--dry-run", "dry"],
    ["dryrun", "dry"],
    ["iphone 15", "phone"],
    ["windows11", "windows"],
    ["obrien", "brien"],
    ["loreal", "oreal"],
  ],
);

test("a name of two parts is no kind of what its parts are", async () => {
  const library = await libraryOf({ ...filler, js: "# Pages\n\nThe page runs JavaScript." });
  expect(await library.order("Java")).toEqual([]);
});

finds(
  "numbers and versions",
  {
    v241: "# News\n\nVersion v2.4.1 fixed the login page.",
    v310: "# News\n\nPython 3.10 came in autumn.",
    v31: "# News\n\nPython 3.1 came in summer.",
    ip: "# Net\n\nThe gateway is 1.2.3.4.",
    rent: "# Rent\n\nThe hall costs $1,250.00 a month.",
    book: "# Book\n\nThe book costs $9.90.",
    readers: "# Paper\n\nThe paper has 45 000 readers.",
    day: "# Day\n\nThe day was 3.10.1990.",
    release: "# Release\n\nThe release v7 is old.",
  },
  [
    ["2.4.1", "v241"],
    ["v2.4.1", "v241"],
    ["python 3.10", "v310"],
    ["python 3.1", "v31"],
    ["1.2.3.4", "ip"],
    ["1250", "rent"],
    ["1 250", "rent"],
    ["$1250", "rent"],
    ["9.9", "book"],
    ["$9.90", "book"],
    ["45000", "readers"],
    ["45,000", "readers"],
    ["1990", "day"],
    ["version 7", "release"],
    ["10.2", undefined],
  ],
);

finds(
  "numbers of French",
  { a: "# A\n\nLe loyer est de 1 250,50 euros.", b: "# B\n\nIl y a 45 000 lecteurs." },
  [
    ["1250,50", "a"],
    ["45000", "b"],
  ],
  "fr",
);

finds(
  "numbers of German",
  { a: "# A\n\nDie Miete beträgt 1.234,56 Euro.", b: "# B\n\nEs gibt 12.500 Leser." },
  [
    ["1234,56", "a"],
    ["1.234,56", "a"],
    ["12500", "b"],
    ["12.500", "b"],
  ],
  "de",
);

finds(
  "spellings",
  {
    color: "# Paint\n\nThe color of the lid is red.",
    names: "# Names\n\nNames are normalized before they are stored.",
    gel: "# Hands\n\nHome made hand sanitizer needs alcohol.",
    centre: "# Town\n\nThe centre of the town is old.",
    travel: "# Trips\n\nThe travelled road is long.",
    rex: "# Rex\n\nThe children's dog is Rex.",
    water: "# Sky\n\nThe helicopter flies.",
  },
  [
    ["colour", "color"],
    ["normalising names", "names"],
    ["is home made hand sanitiser ok", "gel"],
    ["town center", "centre"],
    ["traveled road", "travel"],
    ["whats the childrens dog", "rex"],
    ["heli\u200bcopter", "water"],
    ["heli\u2060copter", "water"],
    ["\u2066helicopter\u2069", "water"],
    ["heli\u00adcopter", "water"],
    ["heli\ufe0fcopter", "water"],
  ],
);

finds(
  "words of documentation that mean the same",
  {
    folder: "# Files\n\nPlace them in the public directory to copy them.",
    env: "# Modes\n\nThe environment of the mode is read from its file.",
    config: "# Settings\n\nThe configuration is a file of its own.",
    remove: "# Records\n\nDeleting a record moves it to the bin.",
    repo: "# Code\n\nClone the repository first.",
    auth: "# Login\n\nAuthentication needs a key.",
    word: "# Boxes\n\nA folder of paper lies in the box.",
  },
  [
    ["public folder", "folder"],
    ["the folder of paper", "word"],
    ["env file", "env"],
    ["config file", "config"],
    ["remove a record", "remove"],
    ["clone repo", "repo"],
    ["auth key", "auth"],
  ],
);

finds(
  "invisible characters in articles",
  { a: "# A\n\nThe tele\u200ephone rings.", b: "# B\n\nThe mo\u061cbile rings." },
  [
    ["telephone", "a"],
    ["mobile", "b"],
  ],
);

finds(
  "names and numbers beside Chinese",
  {
    cs: "# 服务\n\n服务用C#编写。",
    cpp: "# 程序\n\n程序用C++编写。",
    cost: "# 价格\n\n价格12,500元。",
    pi: "# 圆\n\n圆周率是3.14吗。",
  },
  [
    ["C#", "cs"],
    ["C++", "cpp"],
    ["12500", "cost"],
    ["3.14", "pi"],
  ],
  "zh",
);

finds(
  "names and numbers beside Hangul",
  { cpp: "# 서비스\n\n이 서비스는 C++로 작성되었습니다.", num: "# 점수\n\n점수는 3.5입니다." },
  [
    ["C++", "cpp"],
    ["3.5", "num"],
  ],
  "ko",
);

finds(
  "half-width kana",
  { bus: "# 駅\n\nﾊﾞｽは駅から出ます。", user: "# 人\n\nﾕｰｻﾞｰは３人です。", coffee: "# 店\n\nｺｰﾋｰがあります。" },
  [
    ["バス", "bus"],
    ["ユーザー", "user"],
    ["コーヒー", "coffee"],
  ],
  "ja",
);
