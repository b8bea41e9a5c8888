import { analyse } from "../../src/text/analyser.ts";
import { loadLanguage } from "../../src/text/languages/index.ts";
import { samples } from "./samples.ts";

/** All terms of each language's sample, with their offsets and weights, one string a language. */
export async function termsOfSamples(): Promise<Record<string, string>> {
  const entries = Object.entries(samples).map(async ([code, { families, questions, text }]) => {
    const language = await loadLanguage(code);
    const written = [...families, ...Object.values(questions), text].join("\n");
    const tokens = analyse(written, language).map(
      ({ term, start, end, position, weight }) => `${term}@${start}-${end}#${position}*${weight}`,
    );
    return [code, tokens.join(" ")] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
