import type { PageLabels } from "./page-labels.ts";

const labels: PageLabels = {
  skip: "Zum Inhalt springen",
  site: "Website",
  heading: "Fragen Sie die Artikel",
  lede: "Fragen Sie in einfachen Worten. Die Antwort kommt in den Worten der Autoren, jede mit einem Link zu ihrem Satz.",
  exact: "Wort für Wort",
  exactText: "Jede Antwort ist ein Satz der Autoren. Nichts wird umgeschrieben, nichts erfunden.",
  cited: "Auf den Satz genau belegt",
  citedText: "Jede Nummer öffnet den Artikel an genau diesen Worten, markiert, damit Sie nachprüfen können.",
  honest: "Ehrlich bei Lücken",
  honestText: "Wenn die Artikel nicht antworten, erfahren Sie es und sehen, was am nächsten kommt.",
  all: "Alle Artikel",
  questions: "Beantwortete Fragen",
  contents: "Auf dieser Seite",
  updated: "Aktualisiert am #",
  footer: "Antworten sind Wort für Wort aus den Artikeln zitiert.",
  citedIn: "Zitiert in der Antwort auf #",
  back: "Zurück zur Antwort",
  filter: "Artikel filtern",
  nothing: "Kein Artikel passt.",
  lost: "Hier ist keine Seite",
  lostText:
    "Vielleicht ist sie umgezogen, oder die Adresse ist falsch geschrieben. Fragen Sie nach dem, was Sie suchten:",
};
export default labels;
