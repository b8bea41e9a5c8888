/** Templates that show the text they are given. */
const showing =
  /^(?:note|warning|tip|caution|important|hint|info|ic|bc|hc|code|codeline|lang|kbd|key|keypress|tt|mono|samp|var|cmd|path|file|filename|pkg|app|aur|grp|nowrap|nobr|small|big|quote|cquote|quotation|blockquote|incode|term|em|strong|main other)$/i;
/** Signs that would part what a template is given, until all templates are read. */
const bar = "\u{F0004}";
const equals = "\u{F0005}";
const signs: Readonly<Record<string, string>> = {
  "!": bar,
  "=": equals,
  "!!": bar + bar,
  "-": "",
  snd: " – ",
  ndash: "–",
  mdash: "—",
  nbsp: " ",
};

/** Templates in templates deeper than anybody writes. */
const deepest = 20;

/** What a template shows: the text that it is given, or nothing. */
function shown(call: string): string {
  const [name = "", ...given] = call.split(/\|(?![^[\]]*\]\])/);
  const sign = signs[name.trim().toLowerCase()];
  if (sign !== undefined) return sign;
  if (!showing.test(name.trim())) return "";
  const values = given.flatMap((value) =>
    /^\s*[\w-]+\s*=/.test(value) && !/^\s*1\s*=/.test(value) ? [] : [value.replace(/^\s*1\s*=/, "")],
  );
  return values.at(-1)?.trim() ?? "";
}

/** A text with the templates that show what they are given, and without all others. */
export function templatesShown(text: string): string {
  let made = text.replace(/\{\{\{[^{}|]*(?:\|([^{}]*))?\}\}\}/g, "$1");
  for (let depth = 0; depth < deepest && made.includes("{{"); depth++) {
    const before = made;
    // One that stands alone leaves no line.
    made = made.replace(
      /^[ \t]*\{\{([^{}]*)\}\}[ \t]*(?:\n|$)|\{\{([^{}]*)\}\}/gm,
      (_, alone?: string, within?: string) => {
        const content = shown(alone ?? within ?? "");
        return alone !== undefined && content !== "" ? `${content}\n` : content;
      },
    );
    if (made === before) break;
  }
  return made.replaceAll(bar, "|").replaceAll(equals, "=");
}

const picture =
  /^(?:file|image|datei|bild|fichier|archivo|imagen|immagine|bestand|plik|файл|文件|ファイル|media)[ _]?:|\.(?:png|jpe?g|gif|svg|webp)$/i;
const category =
  /^(?:category|kategorie|catégorie|categoría|categoria|categorie|kategoria|категория|分类|カテゴリ)[ _]?:/i;

/** A text without its pictures and categories, its links as their labels. @returns the names of the categories too */
export function linksShown(text: string): { text: string; categories: string[] } {
  const categories: string[] = [];
  let made = text;
  for (let depth = 0; depth < 3; depth++) {
    made = made.replace(/\[\[([^[\]]{1,2000})\]\]/g, (_, content: string) => {
      const [target = "", ...rest] = content.split("|");
      const address = target.trim();
      if (category.test(address)) {
        categories.push(address.replace(/^[^:]*:/, "").trim());
        return "";
      }
      if (picture.test(address)) return "";
      // The same article in another language.
      if (rest.length === 0 && /^[a-z]{2,3}(?:-[a-z]+)?:[^:]/.test(address)) return "";
      const label = rest.join("|").trim();
      if (label !== "") return label;
      const plain = address.replace(/^:|^#/, "");
      return rest.length > 0 ? plain.replace(/^[^:]*:|\s*\([^)]*\)$/g, "") : plain.replace(/_/g, " ");
    });
  }
  return { text: made, categories };
}

/** The marks of a sentence as HTML. */
export const wikiInline = (text: string): string =>
  text
    .replace(
      /\[((?:https?:)?\/\/[^\s\]<>"]{1,2000}|mailto:[^\s\]<>"]{1,2000})(?:[ \t]+([^\]\n]*))?\]/g,
      (_, address: string, label?: string) => {
        const href = address.replace(/'/g, "%27");
        return `<a href="${href}">${label === undefined || label === "" ? address : label}</a>`;
      },
    )
    .replace(/'''''([^\n]{1,2000}?)'''''/g, "<b><i>$1</i></b>")
    .replace(/'''([^\n]{1,2000}?)'''(?!')/g, "<b>$1</b>")
    .replace(/''([^\n]{1,2000}?)''(?!')/g, "<i>$1</i>");
