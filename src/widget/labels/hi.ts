import type { Labels } from "./labels.ts";

const labels: Labels = {
  placeholder: "प्रश्न पूछें",
  ask: "पूछें",
  close: "बंद करें",
  suggestions: "सुझाव",
  loading: "खोज जारी है…",
  answer: "उत्तर",
  passages: "अंश",
  refused: "इन लेखों में नहीं है।",
  nearest: "निकटतम अंश",
  source: "स्रोत",
  offline: "आप ऑफ़लाइन हैं। कनेक्ट करके फिर कोशिश करें।",
  limited: "बहुत सारे प्रश्न। # सेकंड बाद फिर कोशिश करें।",
  failed: "कुछ गलत हुआ। थोड़ी देर में फिर कोशिश करें।",
  retry: "फिर कोशिश करें",
  helpful: "क्या इससे मदद मिली?",
  yes: "हाँ",
  no: "नहीं",
  thanks: "धन्यवाद।",
  guessed: "@ के बजाय # के उत्तर दिखाए जा रहे हैं।",
};
export default labels;
