import type { Labels } from "./labels.ts";

const labels: Labels = {
  placeholder: "اطرح سؤالاً",
  ask: "اسأل",
  close: "إغلاق",
  suggestions: "اقتراحات",
  loading: "جارٍ البحث…",
  answer: "الإجابة",
  passages: "المقاطع",
  refused: "لا توجد إجابة في هذه المقالات.",
  nearest: "أقرب المقاطع",
  source: "المصدر",
  offline: "أنت غير متصل. اتصل بالإنترنت ثم أعد المحاولة.",
  limited: "أسئلة كثيرة جداً. أعد المحاولة بعد # ثانية.",
  failed: "حدث خطأ. أعد المحاولة بعد قليل.",
  retry: "إعادة المحاولة",
  helpful: "هل أفادك هذا؟",
  yes: "نعم",
  no: "لا",
  thanks: "شكراً لك.",
  guessed: "تُعرض الإجابات عن # بدلاً من @.",
};
export default labels;
