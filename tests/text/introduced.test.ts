import { expect, test } from "vitest";
import { introducedTerms } from "../../src/text/introduced.ts";
import { loadLanguage } from "../../src/text/languages/index.ts";

test.each([
  ["en", "Tokio is an asynchronous runtime for a language.", ["#tokio="]],
  ["en", "A pull request is a proposal.", ["#pull_request="]],
  ["en", "The Authority to Operate (ATO) is the permission.", ["#author_oper=", "#ato=", "#ato&"]],
  ["en", "DNS stands for Domain Name System.", ["#dns="]],
  ["en", "Hono - means flame in Japanese - is a small framework.", ["#hono="]],
  ["en", "Webhooks are simply the calls that we make.", ["#webhook="]],
  ["de", "Die Kaution ist eine Sicherheit.", ["#kaution="]],
  ["de", "Mutterschutz bezeichnet Regeln für die Zeit vor der Geburt.", ["#mutterschutz="]],
  ["fr", "Le jalon est une étape du projet.", ["#jalon="]],
  ["es", "Una bifurcación es una copia.", ["#bifurc="]],
  ["nl", "Een tak is een lijn.", ["#tak="]],
  ["en", "A trait defines what a type can do.", ["#trait="]],
  ["en", "Smart pointers, on the other hand, are structures that act like pointers.", ["#pointer_smart="]],
  ["en", "The flue of an oven is the pipe that smoke leaves by.", ["#flue=", "#flue_oven="]],
  ["en", "The oven flue number (short: OFN) of a flue is the mark on it.", ["#flue_number_oven=", "#ofn="]],
  ["en", "Fluing as described in RFC 70 is a way to build pipes.", ["#flu="]],
  ["en", "In Rustic, a trait is a promise.", ["#trait="]],
  [
    "en",
    "Rowing includes Oarlock, an object-relational mapper (ORM) that makes it easy.",
    ["#oarlock=", "#orm&"],
  ],
  ["en", "Boats are lent by Anna Berg, a sailor who likes the sea.", ["#anna_berg="]],
  ["de", "Der Zug eines Ofens ist das Rohr, durch das der Rauch geht.", ["#zug=", "#ofen_zug="]],
  ["fr", "Le conduit d’un four est le tuyau de la fumée.", ["#conduit=", "#conduit_four="]],
  ["es", "El conducto del horno es el tubo del humo.", ["#conduct=", "#conduct_horn="]],
  ["it", "La canna del forno è il tubo del fumo.", ["#cann=", "#cann_forn="]],
  ["pt", "O duto do forno é o tubo da fumaça.", ["#dut=", "#dut_forn="]],
  ["nl", "De pijp van een oven is de buis voor de rook.", ["#pijp=", "#oven_pijp="]],
  ["de", "Ein Mietvertrag regelt, was beide Seiten schulden.", ["#mietvertrag="]],
  ["fr", "Un jalon définit une date du projet.", ["#jalon="]],
  ["es", "Una rama contiene los cambios.", ["#ram="]],
  ["pt", "Um gatilho define quando algo começa.", ["#gatilh="]],
  ["it", "Un ramo contiene le modifiche.", ["#ram="]],
  ["nl", "Een tak bevat de wijzigingen.", ["#tak="]],
])("%s: %s is found by what it tells of", async (code, sentence, terms) => {
  expect(introducedTerms(sentence, await loadLanguage(code))).toEqual(terms);
});

test.each([
  ["en", "It is a runtime."],
  ["en", "In Rowing, a boat of two is steered."],
  ["en", "However, a boat that leaks sinks."],
  ["en", "Bring Oarlock, a rope and a lamp for the night."],
  ["en", "This is the way."],
  ["en", "Tokio is fast."],
  ["en", "The release provides three fixes."],
  ["en", "This trait defines nothing."],
  ["de", "Der Absatz regelt das Übrige."],
  ["en", "Tokio-console shows a view."],
  ["en", "When Tokio runs, it is a joy."],
  ["en", "Whoever runs many small programs on old computers at home is a hero."],
  ["de", "Es ist ein Fehler."],
  ["ja", "東京は日本の首都です。"],
])("%s: %s tells of nothing that it names", async (code, sentence) => {
  expect(introducedTerms(sentence, await loadLanguage(code))).toEqual([]);
});
