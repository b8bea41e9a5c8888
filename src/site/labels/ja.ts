import type { PageLabels } from "./page-labels.ts";

const labels: PageLabels = {
  skip: "本文へ移動",
  site: "サイト",
  heading: "記事に質問する",
  lede: "普通の言葉で質問してください。答えは著者自身の言葉で、それぞれ元の文へのリンクが付きます。",
  exact: "一字一句そのまま",
  exactText: "どの答えも著者自身の文です。書き換えも作り話もありません。",
  cited: "文単位の出典",
  citedText: "番号を押すと、記事のまさにその言葉が強調表示され、確かめられます。",
  honest: "ないものはないと言う",
  honestText: "記事に答えがなければそう伝え、最も近い箇所を示します。",
  all: "すべての記事",
  questions: "この記事が答える質問",
  contents: "このページの内容",
  updated: "更新日: #",
  footer: "回答は記事からそのまま引用しています。",
  citedIn: "# への回答で引用",
  back: "回答に戻る",
  filter: "記事を絞り込む",
  nothing: "一致する記事はありません。",
  lost: "ここにページはありません",
  lostText: "移動したか、アドレスが間違っている可能性があります。お探しのことを質問してください:",
};
export default labels;
