import type { PageLabels } from "./page-labels.ts";

const labels: PageLabels = {
  skip: "İçeriğe geç",
  site: "Site",
  heading: "Makalelere sorun",
  lede: "Sade bir dille sorun. Yanıt yazarın kendi sözleriyle gelir, her biri cümlesine bağlantılıdır.",
  exact: "Kelimesi kelimesine",
  exactText: "Her yanıt yazarın kendi cümlesidir. Hiçbir şey yeniden yazılmaz, uydurulmaz.",
  cited: "Cümlesine kadar kaynaklı",
  citedText: "Her numara makaleyi tam o sözlerde, vurgulanmış olarak açar; denetleyebilirsiniz.",
  honest: "Boşluklar konusunda dürüst",
  honestText: "Makaleler yanıtlamıyorsa bu söylenir ve en yakın olan gösterilir.",
  all: "Tüm makaleler",
  questions: "Yanıtladığı sorular",
  contents: "Bu sayfada",
  updated: "Güncelleme: #",
  footer: "Yanıtlar makalelerden kelimesi kelimesine alıntılanır.",
  citedIn: "# yanıtında alıntılandı",
  back: "Yanıta dön",
  filter: "Makaleleri süz",
  nothing: "Eşleşen makale yok.",
  lost: "Burada sayfa yok",
  lostText: "Taşınmış ya da adres yanlış yazılmış olabilir. Aradığınızı sorun:",
};
export default labels;
