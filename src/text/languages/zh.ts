import { lazyRegExp } from "../../shared/lazy-reg-exp.ts";
import type { Language } from "../language.ts";
import { wordList } from "./word-list.ts";

/** Chinese, in simplified and traditional characters. */
const chinese: Language = {
  code: "zh",
  script: "Han",
  letters: "",
  stem: (word) => word,
  recency: ["最新", "最近", "目前", "现在", "現在", "今天", "当前", "當前", "如今"],
  stopWords: wordList(`
    的 了 是 在 与 與 及 被 但是 因为 因為 所以 如果 这个 這個 那个 那個 这些 這些 那些 他们 他們 她们 她們 它们 它們
    我们 我們 你们 你們 一个 一個 一种 一種
    什么 什麼 甚麼 为什么 為什麼 为何 為何 谁 誰 哪 哪个 哪個 哪些 哪里 哪裡 哪儿 哪种 哪種 哪一 多少 怎么 怎麼 怎样 怎樣 怎么样 怎麼樣
    如何 何时 何時 何地 何种 何種 是否 吗 嗎 呢 多久 请问 請問
  `),
  abbreviations: new Set(),
  obligations: ["应该", "應該", "应当", "需要", "可以", "必须", "必須"],
  defining: lazyRegExp("^(?:是|指|就是|即|的?意思)", "iu"),
  questionWords: {
    person: ["谁", "誰", "哪位", "何人", "什么人", "什麼人"],
    time: [
      "什么时候",
      "什麼時候",
      "何时",
      "何時",
      "哪年",
      "哪一年",
      "哪天",
      "哪一天",
      "几时",
      "幾時",
      "什么时间",
      "哪个月",
      "哪個月",
      "哪个世纪",
    ],
    place: [
      "哪里",
      "哪裡",
      "哪儿",
      "何处",
      "何處",
      "何地",
      "什么地方",
      "什麼地方",
      "哪个城市",
      "哪個城市",
      "哪个国家",
      "哪個國家",
    ],
    quantity: [
      "多少",
      "几",
      "幾",
      "多久",
      "多长",
      "多長",
      "多大",
      "多高",
      "多远",
      "多遠",
      "多重",
      "百分之几",
    ],
    reason: ["为什么", "為什麼", "为何", "為何", "什么原因", "什麼原因", "为啥"],
    manner: ["怎么", "怎麼", "怎样", "怎樣", "如何", "怎么样", "怎麼樣"],
    thing: ["什么", "什麼", "甚麼", "哪个", "哪個", "哪些", "哪种", "哪種", "何种", "何種", "哪一", "哪"],
  },
};

export default chinese;
