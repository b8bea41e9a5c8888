/** Private characters around the number of a piece of code that is put aside. */
const open = "\u{F0002}";
const close = "\u{F0003}";
const placeholder = new RegExp(`${open}(\\d+)${close}`, "gu");

const escaped = (text: string): string =>
  text
    .replace(/&(?!#?\w+;)/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");

/** What is written between these tags is no wikitext. */
const literal =
  /<(nowiki|pre|source|syntaxhighlight|math|code|tt|poem)\b([^<>\n]*)(?:\/>|>([\s\S]*?)<\/\1[ \t]*>)/gi;

/** Tags that MediaWiki takes in a text; all others are shown as they are written. */
const known =
  /^<\/?(?:abbr|b|bdi|bdo|big|blockquote|br|caption|center|cite|code|dd|del|dfn|div|dl|dt|em|font|h[1-6]|hr|i|ins|kbd|li|mark|ol|p|q|rb|rp|rt|ruby|s|samp|small|span|strike|strong|sub|sup|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|wbr)\b/i;

/** What says nothing to readers: comments, notes, galleries, and marks of what is shown where. */
const silent =
  /<!--[\s\S]*?(?:-->|$)|<ref\b[^<>]*\/>|<ref\b[^<>]*>[\s\S]*?<\/ref>|<(gallery|imagemap|timeline|includeonly|templatedata|score)\b[^<>]*>[\s\S]*?<\/\1>|<\/?(?:references|noinclude|onlyinclude|translate|languages|section|nowiki|tvar|inputbox|categorytree)\b[^<>]*>|<img\b[^<>]*>(?:<\/img>)?|__[A-Z]+__/gi;

/** A text in which code and what is to be shown literally are put aside. */
export class Protected {
  readonly #pieces: string[] = [];
  readonly text: string;

  constructor(given: string) {
    this.text = given
      .replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ""))
      .replace(literal, (_, name: string, attributes: string, content = "") =>
        this.#aside(name.toLowerCase(), attributes, content),
      )
      .replace(silent, "")
      .replace(/<[^<>\n]{0,300}>?/g, (tag) => (known.test(tag) ? tag : tag.replace("<", "&lt;")));
  }

  #aside(name: string, attributes: string, content: string): string {
    const isBlock =
      name === "pre" || name === "poem" || (/source|syntax/.test(name) && content.includes("\n"));
    const language = /\blang\s*=\s*["']?([\w+#-]+)/i.exec(attributes)?.[1];
    const marked = language === undefined ? "" : ` class="language-${language}"`;
    const code = escaped(content.replace(/<\/?nowiki>/gi, "").replace(/^\n|\s+$/g, ""));
    if (name === "nowiki") this.#pieces.push(escaped(content));
    else if (name === "poem") this.#pieces.push(`<p>${code.replace(/\n/g, "<br>")}</p>`);
    else if (isBlock) this.#pieces.push(`<pre><code${marked}>${code}</code></pre>`);
    else this.#pieces.push(`<code>${code.trim()}</code>`);
    const mark = `${open}${this.#pieces.length - 1}${close}`;
    return isBlock ? `\n\n${mark}\n\n` : mark;
  }

  /** A text with what was put aside in its place. */
  whole(html: string): string {
    return html.replace(placeholder, (_, index: string) => this.#pieces[Number(index)] ?? "");
  }
}

/** Whether a line is nothing but a block of code that is put aside. */
export const isAside = (line: string): boolean => new RegExp(`^${open}\\d+${close}$`, "u").test(line.trim());
