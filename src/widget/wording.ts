import { chooseLanguage, type Labels, labelsPath, loadLabels, restingLabels } from "./labels/index.ts";

/** What one widget says, in its language: at first what is seen before the reader does anything, the rest once it is loaded. */
export class Wording {
  /** Primary language subtag. */
  lang = "en";
  /** Labels of the page, which replace the widget's own. */
  own: Partial<Labels> = {};
  #labels: Labels = restingLabels("en");
  #loaded = "en";

  get labels(): Labels {
    return { ...this.#labels, ...this.own };
  }

  /** Takes the first language that the widget speaks, of the page around an element and of the browser. */
  choose(element: Element): void {
    const page = element.closest<HTMLElement>("[lang]")?.lang;
    this.lang = chooseLanguage(page ? [page, ...navigator.languages] : navigator.languages);
    if (this.#loaded !== this.lang) this.#labels = restingLabels(this.lang);
  }

  /**
   * Loads all labels of the language.
   * @param link makes the address of a path at the service
   * @returns whether others are said now
   */
  async load(link: (path: string) => string): Promise<boolean> {
    const { lang } = this;
    if (this.#loaded === lang) return false;
    const labels = await loadLabels(lang, link(labelsPath(lang)));
    if (labels === undefined || lang !== this.lang || this.#loaded === lang) return false;
    this.#loaded = lang;
    this.#labels = labels;
    return true;
  }
}
