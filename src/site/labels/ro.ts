import type { PageLabels } from "./page-labels.ts";

const labels: PageLabels = {
  skip: "Salt la conținut",
  site: "Site",
  heading: "Întrebați articolele",
  lede: "Întrebați cu cuvinte simple. Răspunsul este în cuvintele autorului, cu un link către propoziția lui.",
  exact: "Cuvânt cu cuvânt",
  exactText: "Fiecare răspuns este propoziția autorului. Nimic nu este rescris, nimic nu este inventat.",
  cited: "Citat la propoziție",
  citedText: "Fiecare număr deschide articolul la cuvintele exacte, evidențiate, ca să puteți verifica.",
  honest: "Sincer despre lipsuri",
  honestText: "Când articolele nu răspund, vi se spune și vi se arată ce este cel mai aproape.",
  all: "Toate articolele",
  questions: "Întrebări la care răspunde",
  contents: "Pe această pagină",
  updated: "Actualizat la #",
  footer: "Răspunsurile sunt citate din articole cuvânt cu cuvânt.",
  citedIn: "Citat în răspunsul la #",
  back: "Înapoi la răspuns",
  filter: "Filtrează articolele",
  nothing: "Niciun articol nu se potrivește.",
  lost: "Aici nu este nicio pagină",
  lostText: "Poate a fost mutată sau adresa este greșită. Întrebați ce căutați:",
};
export default labels;
