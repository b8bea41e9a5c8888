import type { PageLabels } from "./page-labels.ts";

const labels: PageLabels = {
  skip: "Ir para o conteúdo",
  site: "Site",
  heading: "Pergunte aos artigos",
  lede: "Pergunte com palavras simples. A resposta usa as palavras do autor, com um link para a frase.",
  exact: "Palavra por palavra",
  exactText: "Cada resposta é uma frase do autor. Nada é reescrito, nada é inventado.",
  cited: "Citado até a frase",
  citedText: "Cada número abre o artigo nas palavras exatas, destacadas, para você conferir.",
  honest: "Honesto sobre lacunas",
  honestText: "Quando os artigos não respondem, você fica sabendo e vê o que mais se aproxima.",
  all: "Todos os artigos",
  questions: "Perguntas que responde",
  contents: "Nesta página",
  updated: "Atualizado em #",
  footer: "As respostas são citadas dos artigos palavra por palavra.",
  citedIn: "Citado na resposta a #",
  back: "Voltar à resposta",
  filter: "Filtrar os artigos",
  nothing: "Nenhum artigo corresponde.",
  lost: "Não há página aqui",
  lostText: "Ela pode ter mudado de lugar, ou o endereço está errado. Pergunte o que procurava:",
};
export default labels;
