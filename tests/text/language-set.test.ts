import { beforeAll, describe, expect, test } from "vitest";
import { analyse } from "../../src/text/analyser.ts";
import { LanguageSet } from "../../src/text/language-set.ts";
import { languageCodes, loadLanguage } from "../../src/text/languages/index.ts";
import { words } from "../../src/text/words.ts";
import { samples } from "./samples.ts";

const setOf = async (...codes: string[]): Promise<LanguageSet> =>
  new LanguageSet(await Promise.all(codes.map(loadLanguage)));

/** Further questions in languages that are close to others; some without a question word, some typed without marks. */
const furtherQuestions: Readonly<Record<string, readonly string[]>> = {
  da: [
    "Er der en bro til Sjælland?",
    "Hvem skrev bogen om havet?",
    "Hvad koster en billet til toget?",
    "Hvilken by er den største i Jylland?",
    "hvornaar blev kirken bygget",
  ],
  de: [
    "Gibt es eine Brücke über den Rhein?",
    "Wer hat das Buch über das Meer geschrieben?",
    "Was kostet eine Fahrkarte für den Zug?",
    "Welche Stadt ist die größte in Bayern?",
    "wann wurde die kirche gebaut",
  ],
  es: [
    "¿Hay un puente sobre el río?",
    "¿Quién escribió el libro sobre el mar?",
    "¿Cuánto cuesta un billete de tren?",
    "¿Cuál es la ciudad más grande de Galicia?",
    "cuando se construyo la iglesia",
  ],
  fr: [
    "Y a-t-il un pont sur la Loire ?",
    "Qui a écrit le livre sur la mer ?",
    "Combien coûte un billet de train ?",
    "Quelle est la plus grande ville de Bretagne ?",
    "quand l'eglise a-t-elle ete construite",
  ],
  it: [
    "C’è un ponte sul fiume?",
    "Chi ha scritto il libro sul mare?",
    "Quanto costa un biglietto del treno?",
    "Qual è la città più grande della Toscana?",
    "quando e stata costruita la chiesa",
  ],
  nl: [
    "Is er een brug over de Maas?",
    "Wie schreef het boek over de zee?",
    "Wat kost een kaartje voor de trein?",
    "Welke stad is de grootste van Friesland?",
    "wanneer werd de kerk gebouwd",
  ],
  no: [
    "Er det en bro til øya?",
    "Hvem skrev boken om havet?",
    "Hva koster en billett til toget?",
    "Hvilken by er den største på Vestlandet?",
    "naar ble kirken bygget av kongen",
  ],
  pt: [
    "Existe uma ponte sobre o rio?",
    "Quem escreveu o livro sobre o mar?",
    "Quanto custa um bilhete de comboio?",
    "Qual é a maior cidade do Alentejo?",
    "quando foi construida a igreja da cidade",
  ],
  ro: [
    "Există un pod peste Dunăre?",
    "Cine a scris cartea despre mare?",
    "Cât costă un bilet de tren?",
    "Care este cel mai mare oraș din Transilvania?",
    "cand a fost construita biserica",
  ],
  sv: [
    "Finns det en bro till ön?",
    "Vem skrev boken om havet?",
    "Vad kostar en biljett till tåget?",
    "Vilken stad är den största i Skåne?",
    "nar byggdes kyrkan i staden",
  ],
};

/** Norwegian questions that are Danish word for word: they tell nothing. */
const danishToo: ReadonlySet<string> = new Set([
  "Hvor ligger Bergen?",
  "Hvor mange mennesker bor i Trondheim?",
  "Hvorfor var toget forsinket?",
  "Hvordan virker en varmepumpe?",
  "Hvilken by er den største på Vestlandet?",
]);

const questionsIn = (code: string): readonly string[] => [
  ...Object.values(samples[code]?.questions ?? {}),
  ...(furtherQuestions[code] ?? []),
];

describe("the language of a question", () => {
  test.each([
    [["es", "pt"]],
    [["es", "it"]],
    [["pt", "it"]],
    [["fr", "it"]],
    [["fr", "es"]],
    [["ro", "it"]],
    [["da", "no"]],
    [["da", "sv"]],
    [["no", "sv"]],
    [["de", "nl"]],
    [["es", "pt", "it", "fr", "ro"]],
    [["da", "no", "sv", "de", "nl"]],
  ])("is told among %s", async (codes) => {
    const languages = await setOf(...codes);
    const asked = codes
      .flatMap((code) => questionsIn(code).map((question) => ({ code, question })))
      .filter(({ question }) => !danishToo.has(question));
    expect(asked.length).toBeGreaterThanOrEqual(18);
    const right = asked.filter(({ code, question }) => languages.detect(question).code === code);
    expect(right.length / asked.length).toBeGreaterThanOrEqual(0.8);
  });

  test("is told by its script among all languages", async () => {
    const languages = await setOf(...languageCodes);
    for (const code of ["ar", "el", "hi", "ja", "ko", "ru", "th", "zh"]) {
      for (const question of questionsIn(code)) expect(languages.detect(question).code).toBe(code);
    }
    expect(languages.detect("NFL 是什么？").code).toBe("zh");
    expect(languages.detect("NFL とは何ですか").code).toBe("ja");
  });

  test("is the most frequent one when nothing tells", async () => {
    expect((await setOf("de", "en")).detect("Photosynthese").code).toBe("de");
    expect((await setOf("en", "de")).detect("Photosynthese").code).toBe("en");
    expect((await setOf("en", "de")).detect("Привет").code).toBe("en");
    expect((await setOf("ja", "en")).detect("東京大学").code).toBe("ja");
  });

  test("is one of the corpus, whichever it is asked in", async () => {
    expect((await setOf("fr")).detect("Who was it?").code).toBe("fr");
  });
});

describe("a word under the rules of other languages", () => {
  let languages: LanguageSet;
  beforeAll(async () => {
    languages = await setOf("en", "de", "fr", "zh");
  });
  const variantsIn = (set: LanguageSet, question: string, code: string) => {
    const language = set.of(code);
    return set.variants(question, words(question), language, analyse(question, language));
  };
  const variants = (question: string, code: string) =>
    variantsIn(languages, question, code).map(({ term }) => term);

  test("finds a name in an article that stems it otherwise", () => {
    const chinese = analyse("Beatles 乐队来自利物浦", languages.of("zh")).map(({ term }) => term);
    const english = analyse("Where did the Beatles play?", languages.of("en")).map(({ term }) => term);
    expect(english.filter((term) => chinese.includes(term))).toEqual([]);
    expect(
      variants("Where did the Beatles play?", "en").filter((term) => chinese.includes(term)),
    ).not.toEqual([]);
  });

  test("is no stop word of the question, and nothing it has already", () => {
    const found = variants("Who was the founder of Huawei?", "en");
    for (const term of ["who", "was", "the", "of", "huawei"]) expect(found).not.toContain(term);
  });

  test("stands at the place of its word", () => {
    const question = "When did the Beatles play?";
    const word = analyse(question, languages.of("en")).find(({ start }) => start === 13);
    const variant = variantsIn(languages, question, "en").find(({ start }) => start === 13);
    expect(variant).toMatchObject({ start: 13, end: 20, position: word?.position });
    expect(variant?.weight).toBeLessThan(1);
  });

  test("is not needed where there is one language", async () => {
    const only = await setOf("en");
    expect(variantsIn(only, "Where did the Beatles play?", "en")).toEqual([]);
  });
});
