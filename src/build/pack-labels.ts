import { languages } from "../widget/labels/languages.ts";

/** Parts the labels of a language; in no label. */
const separator = "|";

/**
 * src/widget/labels/languages.ts as a module that has the names of the labels once, and each language in one text: with its
 * names in every language, the widget would be a tenth larger.
 *
 * @throws RangeError when a label contains the separator
 */
export function packLabels(): string {
  const names = Object.keys(languages["en"] ?? {});
  const packed = Object.entries(languages).map(([code, labels]) => {
    const texts = new Map(Object.entries(labels));
    const inOrder = names.map((name) => texts.get(name) ?? "");
    const wrong = inOrder.find((text) => text.includes(separator));
    if (wrong !== undefined) throw new RangeError(`The label ${wrong} (${code}) contains ${separator}.`);
    return [code, inOrder.join(separator)];
  });
  const split = `.split(${JSON.stringify(separator)})`;
  return `const names = ${JSON.stringify(names.join(separator))}${split};
export const languages = ${JSON.stringify(Object.fromEntries(packed))};
for (const code in languages) {
  const texts = languages[code]${split};
  languages[code] = Object.fromEntries(names.map((name, index) => [name, texts[index]]));
}
`;
}
