import { stemmer } from "@orama/stemmers/portuguese";
import type { Language } from "../language.ts";
import { officesOf } from "./offices.ts";
import { wordList } from "./word-list.ts";

/** What people are called who hold an office or made a thing. */
const holders =
  "diretora?|president[ea]|ministr[oa]|prefeit[oa]|rei|rainha|papa|chefe|fundador(?:a|es)?|criador(?:a|es)?|inventora?|autor(?:a|es)?|don[oa]|ceo";

/** Portuguese of both sides of the Atlantic: Snowball. */
const portuguese: Language = {
  code: "pt",
  script: "Latin",
  letters: "ãõçáâêéíóôú",
  stem: stemmer,
  recency: [
    "último",
    "última",
    "últimos",
    "últimas",
    "ultimo",
    "ultima",
    "atual",
    "atuais",
    "atualmente",
    "agora",
    "hoje",
    "recente",
    "recentes",
    "recentemente",
  ],
  alternatives: wordList("ou"),
  stopWords: wordList(`
    o a os as um uma uns umas ao aos à às do da dos das no na nos nas pelo pela pelos pelas num numa nuns numas dum duma
    de em por para com sem sob sobre entre até após ante contra desde durante perante segundo conforme mediante
    eu tu você ele ela nós vós vocês eles elas me te se lhe lhes vos mim ti si comigo contigo consigo conosco
    lo la los las meu minha meus minhas teu tua teus tuas seu sua seus suas nosso nossa nossos nossas
    dele dela deles delas este esta estes estas isto esse essa esses essas isso aquele aquela aqueles aquelas aquilo
    deste desta destes destas disto desse dessa desses dessas disso daquele daquela daqueles daquelas daquilo
    neste nesta nestes nestas nisto nesse nessa nesses nessas nisso naquele naquela naqueles naquelas
    outro outra outros outras mesmo mesma mesmos mesmas tal tais cada todo toda todos todas tudo ambos ambas
    algum alguma alguns algumas algo alguém nenhum nenhuma nada ninguém qualquer quaisquer vários várias
    muito muita muitos muitas pouco pouca poucos poucas mais menos tão tanto tanta tantos tantas
    sou és é somos são era eras éramos eram fui foi fomos foram seja sejam fosse fossem for forem será serão seria
    seriam ser sido sendo
    estou está estamos estão estava estavam esteve estiveram esteja estejam estar estado estando
    tenho tem temos têm tinha tinham teve tiveram tenha tenham tivesse terá terão teria teriam ter tido tendo
    hei há hão havia haviam houve houveram haja haver havido
    pode podem podia podiam poderá poderia poderiam pôde puderam poder deve devem devia deviam deveria deveriam dever
    vai vão ia iam ir faz fazem fazia fez fizeram fazer feito feita
    e ou nem mas porém contudo todavia que se porque pois como quando onde enquanto embora portanto logo assim
    não sim também já ainda sempre nunca jamais aqui ali aí lá cá então depois antes além apenas só quase bem mal
    quem qual quais quê quanto quanta quantos quantas cujo cuja cujos cujas aonde donde
    favor explique explica descreva descreve chama chamam chamado chamada chamados chamadas
  `),
  stressed: wordList("não nunca só todos tudo todas sempre quem que quando onde como mas muito"),
  numberWords: wordList(
    "dois duas três quatro cinco seis sete oito nove dez onze doze quinze vinte trinta quarenta cinquenta cem cento centos mil milhão milhões dúzia metade terço",
  ),
  abbreviations: wordList(`
    sr sra srs sras srta dr dra drs prof profa eng arq adv gen cap cel ten sto sta d ex p.ex pág págs p pp art núm
    nº no tel av cia ltda dep ed vol fig obs aprox c.c máx mín jr vs 
    jan fev abr mai jun jul ago out nov a.c d.c
  `),
  obligations: ["devo", "deve", "deveria", "devem", "posso", "pode", "preciso", "é preciso", "tenho que"],
  counting: ["quantos", "quantas"],
  offices: officesOf(
    "quem (?:é|era|foi|são|foram)",
    "o|a|os|as|nosso|atual|novo|nova|primeiro|primeira|antigo",
    holders,
  ),
  introducing: {
    indefinite: "uma?",
    articles: "uma?|os?|as?",
    does: String.raw`(?:define|descreve|contém|permite|representa)\b`,
    verbs: String.raw`(?:é|são)\s+(?:uma?|os?|as?)(?!\p{L})|significa\b`,
    behind: String.raw`d[oa]s?|de\s+uma?|em|n[oa]s?`,
    opening: "em|n[oa]s?|para",
  },
  questionWords: {
    person: ["quem", "de quem", "a quem", "para quem"],
    time: ["quando", "desde quando", "em que ano", "em qual ano", "que dia", "em que data", "em que mês"],
    place: ["onde", "aonde", "donde", "de onde", "em que cidade", "em que país"],
    quantity: [
      "quanto",
      "quanto tempo",
      "quanta",
      "quantos",
      "quantas",
      "que percentagem",
      "qual a porcentagem",
    ],
    reason: ["por que", "porque", "porquê", "por quê", "por que razão", "por que motivo"],
    manner: ["como", "de que forma", "de que maneira", "de que modo"],
    thing: ["que", "o que", "quê", "qual", "quais"],
  },
};

export default portuguese;
