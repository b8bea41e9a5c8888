import type { PageLabels } from "./page-labels.ts";

const labels: PageLabels = {
  skip: "본문으로 건너뛰기",
  site: "사이트",
  heading: "글에 질문하기",
  lede: "쉬운 말로 물어보세요. 답은 글쓴이의 말 그대로이며 각각 해당 문장으로 연결됩니다.",
  exact: "글자 그대로",
  exactText: "모든 답은 글쓴이의 문장입니다. 고쳐 쓰거나 지어내지 않습니다.",
  cited: "문장까지 밝히는 출처",
  citedText: "번호를 누르면 바로 그 문장이 강조된 글이 열려 확인할 수 있습니다.",
  honest: "없으면 없다고 말합니다",
  honestText: "글에 답이 없으면 그렇게 알리고 가장 가까운 구절을 보여 줍니다.",
  all: "모든 글",
  questions: "이 글이 답하는 질문",
  contents: "이 페이지에서",
  updated: "업데이트 #",
  footer: "답은 글에서 그대로 인용합니다.",
  citedIn: "#에 대한 답에서 인용됨",
  back: "답으로 돌아가기",
  filter: "글 걸러 보기",
  nothing: "맞는 글이 없습니다.",
  lost: "여기에는 페이지가 없습니다",
  lostText: "옮겨졌거나 주소가 잘못되었을 수 있습니다. 찾던 것을 물어보세요:",
};
export default labels;
