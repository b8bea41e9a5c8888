import en from "../labels/en.ts";
import { labelsPath } from "../labels/index.ts";
import type { Labels } from "../labels/labels.ts";

/** What a session says, in one language: English until the words of another are loaded. */
export class Wording {
  #labels: Labels = en;
  #loaded = "en";

  /** All labels. @param own those of the page, which replace them */
  labels(own: Partial<Labels>): Labels {
    return { ...this.#labels, ...own };
  }

  /**
   * Loads the labels of a language.
   * @param link makes the address of a path at the service
   * @returns them; undefined when they are said already or cannot be loaded
   */
  async load(lang: string, link: (path: string) => string): Promise<Labels | undefined> {
    if (this.#loaded === lang) return undefined;
    const labels = await loadLabels(lang, link);
    if (labels === undefined) return undefined;
    this.#loaded = lang;
    this.#labels = labels;
    return labels;
  }
}

async function loadLabels(lang: string, link: (path: string) => string): Promise<Labels | undefined> {
  if (lang === "en") return en;
  try {
    const response = await fetch(link(labelsPath(lang)));
    if (!response.ok) return undefined;
    // A label that is missing there is said in English.
    return { ...en, ...((await response.json()) as Partial<Labels>) };
  } catch {
    return undefined;
  }
}
