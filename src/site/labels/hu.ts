import type { PageLabels } from "./page-labels.ts";

const labels: PageLabels = {
  skip: "Ugrás a tartalomhoz",
  site: "Webhely",
  heading: "Kérdezze a cikkeket",
  lede: "Kérdezzen egyszerű szavakkal. A válasz a szerző saját szavaival szól, a mondatra mutató hivatkozással.",
  exact: "Szó szerint",
  exactText: "Minden válasz a szerző saját mondata. Semmi sincs átírva, semmi sincs kitalálva.",
  cited: "Mondatra pontos idézet",
  citedText: "Minden szám pontosan azoknál a kiemelt szavaknál nyitja meg a cikket, hogy ellenőrizhesse.",
  honest: "Őszinte a hiányokról",
  honestText: "Ha a cikkek nem válaszolnak, megmondjuk, és megmutatjuk a legközelebbit.",
  all: "Minden cikk",
  questions: "Kérdések, amelyekre válaszol",
  contents: "Ezen az oldalon",
  updated: "Frissítve: #",
  footer: "A válaszok szó szerinti idézetek a cikkekből.",
  citedIn: "Idézve a válaszban erre: #",
  back: "Vissza a válaszhoz",
  filter: "Cikkek szűrése",
  nothing: "Nincs megfelelő cikk.",
  lost: "Itt nincs oldal",
  lostText: "Lehet, hogy elköltözött, vagy hibás a cím. Kérdezzen rá arra, amit keresett:",
};
export default labels;
