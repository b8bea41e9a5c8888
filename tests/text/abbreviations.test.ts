import { describe, expect, test } from "vitest";
import { languageCodes, loadLanguage } from "../../src/text/languages/index.ts";
import { sentences } from "../../src/text/sentences.ts";

/** One or more sentences each; a bar stands where a reader of the language sees one end and another begin. */
const samples: Readonly<Record<string, readonly string[]>> = {
  ar: ["كتب د. أحمد رسالة. | وصلت أمس.", "في سنة 300 ق.م. تقريبا."],
  da: ["Den 2. Verdenskrig begyndte bl.a. i Polen.", "Dr. Jensen kom kl. 10. | Han gik igen."],
  de: [
    "Am 3. Oktober feiert man. | Der Tag ist frei.",
    "Viele Städte, z. B. Bonn, d. h. Orte am Rhein, u. a. Köln.",
    "Ludwig XIV. König von Frankreich, Prof. Dr. Meier und die Nr. 5 bzw. Nr. 6.",
    "Sie wurde im 19. Jahrhundert gebaut. | Es waren 30. | Dann kamen mehr.",
    "Er endete 1945. | Millionen waren tot.",
    "Bilder dieser Art. | So geht es.",
  ],
  el: ["Ο κ. Παπαδόπουλος ήρθε στις 5 μ.μ. Τρίτη.", "Ζει στην Αθήνα, π. χ. Πλάκα. | Είναι εδώ."],
  en: [
    "Dr. Who met Mrs. Smith in the U.S. Army.",
    "He said no. | The sun. | Then it set.",
    "See No. 5, Fig. 3.",
  ],
  es: [
    "Vive en EE. UU. El Sr. Gómez también.",
    "Las FF. AA. Argentinas, p. ej. Buques.",
    "Miró el mar. | Después salió.",
  ],
  fi: ["Se oli 2. Maailmansota, ks. Kartta 3.", "Oli kesä. | Sitten tuli syksy."],
  fr: ["M. Dupont et Mme. Durand, cf. Annexe.", "Né av. J.-C. Auguste.", "Il est sept. | Il part."],
  hi: ["डॉ. ए. पी. जे. अब्दुल कलाम आए। | वे गए।", "प्रो. शर्मा यहाँ हैं।"],
  hu: ["A II. Világháború és az 1956. Október.", "Dr. Nagy pl. Budapesten él. | Ott dolgozik."],
  it: ["Il dott. Rossi e la sig.ra Bianchi. | Vanno via.", "Nel 44 a.C. Cesare morì."],
  ja: ["Dr. 山田が来た。 | 彼は帰った。"],
  ko: ["회의는 2024. 3. 15. 서울에서 열렸다. | 그는 왔다."],
  nl: ["Dhr. Jansen en mevr. De Vries, d.w.z. Het paar.", "Het glas is vol. | Hij drinkt."],
  no: ["Den 2. Verdenskrig begynte bl.a. i Polen.", "Prof. Hansen kom kl. 10. | Han gikk igjen."],
  pt: ["O Sr. Silva e a Dra. Costa.", "Vive nos EUA. | Trabalha lá.", "Em 44 a.C. César morreu."],
  ro: ["Dl. Popescu locuiește pe str. Lungă.", "A venit cu noi. | Apoi a plecat."],
  ru: ["Он жил на ул. Ленина в г. Москве.", "Т. е. Москва, т. к. Столица.", "Это ген. | Он важен."],
  sv: ["Prof. Berg kom, t.ex. Bo.", "Hon var ung. | Sedan blev hon äldre."],
  th: ["พ.ศ. 2500 ดร. สมชายมา"],
  tr: [
    "2. Dünya Savaşı 1939'da başladı. | Sonra bitti.",
    "II. Mahmud ve Prof. Dr. Yılmaz, M.Ö. Roma'da.",
    "Sayısı 30. | Bu az.",
  ],
  vi: ["TP. Hồ Chí Minh và GS. Ngô Bảo Châu. | Họ ở đó."],
  zh: ["Dr. 王来了。 | 他走了。"],
};

test("every language is sampled", () => {
  expect(Object.keys(samples)).toEqual([...languageCodes]);
});

describe.each(Object.entries(samples))("sentences of %s", (code, marked) => {
  test.each(marked)("%s", async (sample) => {
    const language = await loadLanguage(code);
    const text = sample.replaceAll(" | ", " ");
    const found = sentences(text, { start: 0, end: text.length }, language);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(sample.split(" | "));
  });
});
