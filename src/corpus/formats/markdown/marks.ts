/** What a box or tag of a generator's own says of itself. */
export type Attributes = Readonly<Record<string, string>>;

/** Where such a box opens or closes, or one that holds nothing stands. */
export interface Mark {
  readonly name: string;
  readonly kind: "open" | "close" | "alone";
  readonly attributes: Attributes;
}

/** Private characters, which no text holds. */
const bracket = "\u{F0000}";
const pattern = new RegExp(`^${bracket}(\\d+)$`, "u");

/**
 * Boxes and tags that a generator knows and Markdown does not. Each stands in the text as a line of its own that the
 * parser sets apart from all others: a heading of level 6 that holds a number in private characters. It may interrupt a
 * paragraph, and stand in a list or a quotation.
 */
export class Marks {
  readonly #marks: Mark[] = [];

  #line(mark: Mark): string {
    this.#marks.push(mark);
    return `###### ${bracket}${this.#marks.length - 1}`;
  }

  open(name: string, attributes: Attributes = {}): string {
    return this.#line({ name, kind: "open", attributes });
  }

  close(name: string): string {
    return this.#line({ name, kind: "close", attributes: {} });
  }

  alone(name: string, attributes: Attributes = {}): string {
    return this.#line({ name, kind: "alone", attributes });
  }

  /** The mark that a heading's text stands for, if it does. */
  of(text: string): Mark | undefined {
    const index = pattern.exec(text)?.[1];
    return index === undefined ? undefined : this.#marks[Number(index)];
  }
}

const line = new RegExp(`#{6} ${bracket}\\d+`, "gu");

/** Text in which no mark may stand, such as an element's of HTML, without those that do. */
export const withoutMarkLines = (text: string): string =>
  text.includes(bracket) ? text.replace(line, "") : text;

/** Reads `key="value"`, `key='value'`, `key=value` and `key={"value"}`; a word alone has itself as its value. */
export function readAttributes(text: string): { attributes: Attributes; words: string[] } {
  const attributes: Record<string, string> = {};
  const words: string[] = [];
  const pair =
    /([\w:@.-]+)\s*=\s*(?:\{?\s*(?:"([^"]*)"|'([^']*)'|`([^`]*)`)\s*\}?|([^\s"'{}>,]+))|"([^"]*)"|'([^']*)'/g;
  for (const [, key, double, single, back, bare, quoted, quotedSingle] of text.matchAll(pair)) {
    const value = double ?? single ?? back ?? bare ?? "";
    if (key === undefined) words.push(quoted ?? quotedSingle ?? "");
    else if (!Object.hasOwn(attributes, key)) attributes[key] = value;
  }
  return { attributes, words };
}
