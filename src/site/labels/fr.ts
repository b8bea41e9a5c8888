import type { PageLabels } from "./page-labels.ts";

const labels: PageLabels = {
  skip: "Aller au contenu",
  site: "Site",
  heading: "Interrogez les articles",
  lede: "Posez votre question simplement. La réponse reprend les mots de l’auteur, avec un lien vers sa phrase.",
  exact: "Mot pour mot",
  exactText: "Chaque réponse est une phrase de l’auteur. Rien n’est réécrit, rien n’est inventé.",
  cited: "Cité à la phrase près",
  citedText: "Chaque numéro ouvre l’article aux mots exacts, surlignés, pour que vous puissiez vérifier.",
  honest: "Franc sur ses lacunes",
  honestText:
    "Quand les articles ne répondent pas, on vous le dit et on vous montre ce qui s’en approche le plus.",
  all: "Tous les articles",
  questions: "Questions traitées",
  contents: "Sur cette page",
  updated: "Mis à jour le #",
  footer: "Les réponses sont citées mot pour mot des articles.",
  citedIn: "Cité dans la réponse à #",
  back: "Retour à la réponse",
  filter: "Filtrer les articles",
  nothing: "Aucun article ne correspond.",
  lost: "Il n’y a pas de page ici",
  lostText: "Elle a peut-être été déplacée, ou l’adresse est mal saisie. Demandez ce que vous cherchiez :",
};
export default labels;
