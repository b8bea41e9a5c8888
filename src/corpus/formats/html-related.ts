import type { Element, ElementContent } from "hast";
import { oneLine } from "./blocks.ts";
import { headingLevel, inlineText, linkedLength } from "./html.ts";

/** What stands over teasers of other stories, in the languages of newspapers. */
const related = new RegExp(
  `^(?:${[
    "related (?:articles?|posts?|stories|news|content|reading)|you (?:might|may) also (?:like|enjoy)|more (?:on this story|stories|from [\\p{L} .]{2,30})|most (?:read|popular)|popular (?:posts|stories)|read (?:also|next|this next)|also read|recommended (?:articles|for you|stories)|latest (?:news|posts|articles|stories)",
    "mehr zum thema|mehr dazu|mehr aus [\\p{L} ]{2,30}|(?:ähnliche|verwandte|weitere|meistgelesene|meistdiskutierte|neueste|aktuelle) (?:artikel|beiträge|themen|meldungen|nachrichten|links)(?: zum thema)?|(?:artikel|links) zum thema|auch interessant|das könnte (?:sie|dich|euch) auch interessieren|lesen sie (?:auch|mehr)|meistgelesen|lust auf mehr",
    "(?:à|a) (?:lire|découvrir|voir)(?: (?:aussi|également))?|articles? (?:liés|similaires|associés|connexes)|sur le même (?:sujet|thème)|lire (?:aussi|également)|les plus lus",
    "(?:también )?te puede interesar|quizás te interese|lo (?:último|más leído|más visto)|(?:noticias|notas|artículos|contenidos?) relacionad[oa]s?|le[ae] (?:también|además)|más (?:noticias|sobre este tema)",
    "leggi anche|articoli (?:correlati|simili)|potrebbe (?:interessarti|anche interessarti)|ti potrebbe interessare(?: anche)?|i più letti",
    "leia (?:também|mais)|veja também|(?:notícias|artigos|conteúdos?) relacionad[oa]s?|mais lidas",
    "lees (?:ook|meer)|gerelateerde? (?:artikelen|berichten)|meest gelezen|läs (?:också|även|mer)|les også|læs også|lue myös",
    "czytaj (?:także|też|również|więcej)|zobacz (?:także|też|również)|przeczytaj (?:także|też|również)|najnowsze|polecane|powiązane artykuły",
    "čtěte (?:také|dále)|související články|olvasd el ezt is|kapcsolódó cikkek|citește și|ilgili (?:haberler|yazılar)|bunlar da ilginizi çekebilir",
    "читайте (?:также|ещё)|похожие (?:статьи|записи|новости)|по теме|материалы по теме|читайте також|схожі статті|διαβάστε (?:επίσης|ακόμα)",
    "関連(?:記事|ニュース|リンク)|あわせて読みたい|おすすめ記事|相关(?:文章|阅读|新闻|推荐)|相關(?:文章|閱讀|新聞)|延伸閱讀|猜你喜欢|관련 ?기사|인기 ?기사",
  ].join("|")})[\\s:.…!?»›>]*$`,
  "iu",
);

/** Longest of such headings. */
const longest = 60;

/** Largest share of an article that may be teasers of others. */
const most = 0.4;

/** What stands over teasers of other stories: a heading, with its level, or a line of text. */
function headOf(node: ElementContent): number | "line" | undefined {
  if (node.type !== "element" || !/^(?:h[2-6]|p|div|span|strong|b|header)$/.test(node.tagName))
    return undefined;
  const text = oneLine(inlineText([node]));
  if (text.length > longest || !related.test(text)) return undefined;
  const heading = [node, ...node.children].find(
    (one): one is Element => one.type === "element" && headingLevel(one) !== undefined,
  );
  return (heading && headingLevel(heading)) ?? "line";
}

/** Whether most of what a node says is links. */
function isLinks(node: ElementContent): boolean {
  if (node.type !== "element") return node.type !== "text" || node.value.trim() === "";
  return linkedLength([node]) * 2 >= inlineText([node]).length;
}

/** Below a heading all goes that it heads, below a line, which may stand amid the story, only what is links. */
function without(nodes: readonly ElementContent[]): ElementContent[] {
  const kept: ElementContent[] = [];
  let under: number | "line" | undefined;
  for (const node of nodes) {
    const head = headOf(node);
    const level = node.type === "element" ? headingLevel(node) : undefined;
    if (head !== undefined) under = typeof under === "number" ? under : head;
    else if (under === "line" ? !isLinks(node) : level !== undefined && level <= (under ?? 0))
      under = undefined;
    if (under !== undefined) continue;
    kept.push(
      node.type === "element" && node.tagName !== "pre"
        ? { ...node, children: without(node.children) }
        : node,
    );
  }
  return kept;
}

/** An article without the teasers of other stories below a line that says what they are. */
export function withoutRelated(nodes: readonly ElementContent[]): readonly ElementContent[] {
  const made = without(nodes);
  const [before, after] = [inlineText(nodes).length, inlineText(made).length];
  return after < before * (1 - most) ? nodes : made;
}
