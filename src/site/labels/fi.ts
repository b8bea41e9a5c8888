import type { PageLabels } from "./page-labels.ts";

const labels: PageLabels = {
  skip: "Siirry sisältöön",
  site: "Sivusto",
  heading: "Kysy artikkeleilta",
  lede: "Kysy tavallisin sanoin. Vastaus on kirjoittajan omin sanoin, ja jokaisesta on linkki lauseeseen.",
  exact: "Sanasta sanaan",
  exactText: "Jokainen vastaus on kirjoittajan oma virke. Mitään ei kirjoiteta uudelleen eikä keksitä.",
  cited: "Lähde virkkeen tarkkuudella",
  citedText:
    "Jokainen numero avaa artikkelin juuri näiden sanojen kohdalta korostettuina, jotta voit tarkistaa.",
  honest: "Rehellinen aukoista",
  honestText: "Kun artikkelit eivät vastaa, se kerrotaan sinulle ja näet lähimmän kohdan.",
  all: "Kaikki artikkelit",
  questions: "Kysymykset, joihin tämä vastaa",
  contents: "Tällä sivulla",
  updated: "Päivitetty #",
  footer: "Vastaukset lainataan artikkeleista sanasta sanaan.",
  citedIn: "Lainattu vastauksessa kysymykseen #",
  back: "Takaisin vastaukseen",
  filter: "Suodata artikkeleita",
  nothing: "Yksikään artikkeli ei täsmää.",
  lost: "Täällä ei ole sivua",
  lostText: "Se on ehkä siirretty, tai osoite on väärin. Kysy, mitä etsit:",
};
export default labels;
