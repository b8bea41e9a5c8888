import { lazyRegExp } from "../../shared/lazy-reg-exp.ts";
import type { Language } from "../language.ts";
import { wordList } from "./word-list.ts";

/** Japanese. */
const japanese: Language = {
  code: "ja",
  script: "Kana",
  letters: "",
  stem: (word) => word,
  recency: ["最新", "現在", "今", "いま", "最近"],
  stopWords: wordList(`
    を から まで より など について における に対して によって による ために ための として という といった
    これ それ あれ この その あの ここ そこ こと もの ところ
    です でした ます ました ません である であった だった ですか ますか でしょうか
    する した している していた しています される された されて されている いる いた ある あった あります います なる なった なり
    れる られる ない なかった
    また または および しかし そして ので
    何 なに なん 誰 だれ いつ どこ なぜ どうして どのように どのような どの どれ どんな どちら いくつ いくら 何人 何年 何個 何月 何日
    ください 教えて
  `),
  abbreviations: new Set(),
  obligations: ["べき", "すれば", "したら", "ればいい", "必要"],
  defining: lazyRegExp("^(?:とは|は|という)", "iu"),
  questionWords: {
    person: ["誰", "だれ", "何者", "どなた", "どの人"],
    time: ["いつ", "何年", "何月", "何日", "何曜日", "何世紀", "何時"],
    place: ["どこ", "どの国", "どの都市", "どの町", "どの場所", "何処"],
    quantity: [
      "いくつ",
      "いくら",
      "何人",
      "何個",
      "何回",
      "何年間",
      "何日間",
      "何パーセント",
      "どれくらい",
      "どのくらい",
      "どれだけ",
      "何本",
      "何冊",
      "何歳",
    ],
    reason: ["なぜ", "何故", "どうして", "何のために"],
    manner: ["どのように", "どうやって", "どうすれば", "どう"],
    thing: ["何", "なに", "どの", "どれ", "どんな", "どちら", "どのような"],
  },
};

export default japanese;
