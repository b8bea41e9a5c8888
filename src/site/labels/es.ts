import type { PageLabels } from "./page-labels.ts";

const labels: PageLabels = {
  skip: "Ir al contenido",
  site: "Sitio",
  heading: "Pregunte a los artículos",
  lede: "Pregunte con palabras sencillas. La respuesta usa las palabras del autor, con un enlace a su frase.",
  exact: "Palabra por palabra",
  exactText: "Cada respuesta es una frase del autor. Nada se reescribe, nada se inventa.",
  cited: "Citado a la frase",
  citedText: "Cada número abre el artículo en las palabras exactas, resaltadas, para que pueda comprobarlo.",
  honest: "Sincero con las lagunas",
  honestText: "Si los artículos no responden, se lo decimos y le mostramos lo más cercano.",
  all: "Todos los artículos",
  questions: "Preguntas que responde",
  contents: "En esta página",
  updated: "Actualizado el #",
  footer: "Las respuestas se citan de los artículos palabra por palabra.",
  citedIn: "Citado en la respuesta a #",
  back: "Volver a la respuesta",
  filter: "Filtrar los artículos",
  nothing: "Ningún artículo coincide.",
  lost: "Aquí no hay ninguna página",
  lostText: "Puede haberse movido o la dirección puede estar mal escrita. Pregunte por lo que buscaba:",
};
export default labels;
