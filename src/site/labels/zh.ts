import type { PageLabels } from "./page-labels.ts";

const labels: PageLabels = {
  skip: "跳到正文",
  site: "网站",
  heading: "向文章提问",
  lede: "用日常语言提问。回答是作者的原话，每条都链接到原句。",
  exact: "逐字引用",
  exactText: "每个回答都是作者的原句。不改写，不编造。",
  cited: "出处精确到句",
  citedText: "每个编号都会打开文章并高亮原文，方便您核对。",
  honest: "没有就说没有",
  honestText: "文章没有答案时会告诉您，并给出最接近的内容。",
  all: "全部文章",
  questions: "本文回答的问题",
  contents: "本页内容",
  updated: "更新于 #",
  footer: "回答逐字引自文章。",
  citedIn: "在 # 的回答中被引用",
  back: "返回回答",
  filter: "筛选文章",
  nothing: "没有匹配的文章。",
  lost: "这里没有页面",
  lostText: "页面可能已移动，或地址有误。请直接提问您要找的内容：",
};
export default labels;
