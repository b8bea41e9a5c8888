import type { Labels } from "./labels.ts";

const labels: Labels = {
  placeholder: "请输入问题",
  ask: "提问",
  close: "关闭",
  suggestions: "建议",
  loading: "正在搜索…",
  answer: "回答",
  passages: "段落",
  refused: "这些文章中没有答案。",
  nearest: "最接近的段落",
  source: "来源",
  offline: "您已离线。请联网后重试。",
  limited: "提问过于频繁。请在 # 秒后重试。",
  failed: "出了点问题。请稍后重试。",
  retry: "重试",
  helpful: "这对您有帮助吗？",
  yes: "有",
  no: "没有",
  thanks: "谢谢。",
  guessed: "显示 # 的结果，而不是 @。",
};
export default labels;
