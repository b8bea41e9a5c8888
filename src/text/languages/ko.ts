import { lazyRegExp } from "../../shared/lazy-reg-exp.ts";
import type { Language } from "../language.ts";
import { wordList } from "./word-list.ts";

/** Particles that follow a noun without a space, longer ones first. */
const particles =
  /(?<=..)(?:에서부터|으로부터|에게서|이라는|에서는|에서도|으로는|이라고|까지는|에게는|부터|에서|에게|으로|까지|보다|처럼|마다|이나|라는|라고|에는|에도|로는|한테|께서|하고|이며|이란|은|는|이|가|을|를|의|에|로|와|과|도|만|랑|나)$/u;

/** Korean: particles are taken off; pairs of syllables make up for all other endings. */
const korean: Language = {
  code: "ko",
  script: "Hangul",
  letters: "",
  stem: (word) => word.replace(particles, ""),
  recency: ["최신", "최근", "현재", "지금", "오늘"],
  stopWords: wordList(`
    이 그 저 것 수 등 및 또는 그리고 그러나 하지만 그래서 따라서 또한 즉 이것 그것 저것 여기 거기 저기 이런 그런 저런
    나 너 우리 그들 그녀 그는 그의 나는 저는 제 내 네
    은 는 이 가 을 를 의 에 에서 로 으로 와 과 도 만
    있다 있는 있었다 있습니다 있나요 있는가 있습니까 없다 없는 하다 하는 한 했다 했습니다 했나요 했는가 했습니까 하였다 합니다 하나요
    하는가 합니까 되다 되는 된 됐다 되었다 되었습니다 되었나요 되었는가 됩니다 이다 입니다 인가 인가요 입니까 였다 였습니다 이었다
    이었나요 대한 대해 위한 위해 통해 따라 의해 관한 관련 때 때문 때문에 더 가장 매우 모든 각 다른 같은 여러
    누구 누가 누구의 누구를 누구인가 누구인가요 누구입니까 언제 언제인가 언제인가요 어디 어디에 어디에서 어디서 어디인가 왜 어떻게 어떤
    어느 무엇 무엇을 무엇이 무엇인가 무엇인가요 무엇입니까 뭐 무슨 얼마 얼마나 몇 몇몇
    설명해 주세요 알려 알려주세요
  `),
  abbreviations: new Set(),
  ordinals: lazyRegExp(String.raw`^\p{Nd}{1,4}$`, "u"),
  obligations: ["해야", "어야", "아야", "면 되", "수 있"],
  defining: lazyRegExp("^(?:은|는|이란|란|이)", "iu"),
  questionWords: {
    person: [
      "누구",
      "누가",
      "누구의",
      "누구를",
      "누구에게",
      "누구와",
      "누구인가",
      "누구인가요",
      "누구입니까",
      "누구야",
    ],
    time: [
      "언제",
      "언제인가",
      "언제인가요",
      "언제입니까",
      "언제부터",
      "몇 년",
      "몇 년도",
      "몇 년에",
      "몇 월",
      "며칠",
      "몇 시",
      "어느 해",
    ],
    place: [
      "어디",
      "어디에",
      "어디에서",
      "어디서",
      "어디로",
      "어디인가",
      "어디인가요",
      "어디입니까",
      "어느 나라",
      "어느 도시",
    ],
    quantity: ["몇", "얼마", "얼마나", "얼마인가", "몇 명", "몇 개", "몇 번", "몇 퍼센트"],
    reason: ["왜", "무슨 이유로", "어떤 이유로"],
    manner: ["어떻게", "어떤 방법으로", "어떤 방식으로"],
    thing: ["무엇", "무엇을", "무엇이", "무엇인가", "무엇인가요", "무엇입니까", "뭐", "무슨", "어떤", "어느"],
  },
};

export default korean;
