import type { Labels } from "./labels.ts";

const labels: Labels = {
  placeholder: "質問を入力",
  ask: "質問する",
  close: "閉じる",
  suggestions: "候補",
  loading: "検索中…",
  answer: "回答",
  passages: "該当箇所",
  refused: "これらの記事には書かれていません。",
  nearest: "近い箇所",
  source: "出典",
  offline: "オフラインです。接続してからもう一度お試しください。",
  limited: "質問が多すぎます。#秒後にもう一度お試しください。",
  failed: "問題が発生しました。しばらくしてからもう一度お試しください。",
  retry: "もう一度試す",
  helpful: "役に立ちましたか？",
  yes: "はい",
  no: "いいえ",
  thanks: "ありがとうございます。",
  guessed: "@ ではなく # の結果を表示しています。",
};
export default labels;
