import type { Labels } from "./labels.ts";

const labels: Labels = {
  placeholder: "Bir soru sorun",
  ask: "Sor",
  close: "Kapat",
  suggestions: "Öneriler",
  loading: "Aranıyor…",
  answer: "Yanıt",
  passages: "Bölümler",
  refused: "Bu makalelerde yok.",
  nearest: "En yakın bölümler",
  source: "Kaynak",
  offline: "Çevrimdışısınız. Bağlanıp yeniden deneyin.",
  limited: "Çok fazla soru. # saniye sonra yeniden deneyin.",
  failed: "Bir sorun oluştu. Birazdan yeniden deneyin.",
  retry: "Yeniden dene",
  helpful: "Yardımcı oldu mu?",
  yes: "Evet",
  no: "Hayır",
  thanks: "Teşekkürler.",
  guessed: "@ yerine # için yanıtlar gösteriliyor.",
};
export default labels;
