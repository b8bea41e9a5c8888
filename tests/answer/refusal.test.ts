import { describe, expect, test } from "vitest";
import { libraryOf } from "./library.ts";

const library = await libraryOf({
  backup: `# Backups

## Copying while the server runs

Use the snapshot command to copy the data while the server keeps running. It needs no pause.

## Ports in use

When another program holds the port, the server stops at start. Free the port, then start the server again.

## Variables of the environment

A variable is exposed to the client when its name begins with PUBLIC_. Others stay on the server, so that no secret leaks.`,
  ferry: `# The ferry to Gull Island

The ferry is called Petrel and belongs to the Northern Line. It runs on the H20 route and has a new engine, the Qwen3.

## Crossing

The captain steers the ferry through the narrow strait. Passengers may bring bicycles and dogs on board.`,
  wages: `# Wages

Ida Holm has been the mayor of Eastport since 2021. The council meets in the old school.`,
});

const answered = async (question: string): Promise<boolean> => (await library.ask(question)).answered;

describe("a question that says not", () => {
  test.each([
    "Why does the server not start when the port is in use?",
    "Why doesn't the server start when the port is in use?",
    "How do I copy the data without stopping the server?",
    "Why is my variable not exposed to the client?",
    "The server does not start when another program holds the port",
    "What happens if the server does not start because of the port?",
  ])("is answered when it tells what is wrong or wanted: %s", async (question) => {
    expect(await answered(question)).toBe(true);
  });
});

describe("what the articles lack is refused", () => {
  test.each([
    ["an amount", "How many passengers does the ferry to Gull Island have?"],
    ["an amount, beside names with digits", "How much does the ferry to Gull Island cost?"],
    ["a date", "When was the ferry to Gull Island built?"],
    ["another person", "Since when is Tom Berg the mayor of Westport?"],
    ["another subject", "What is the capital of Peru?"],
  ])("%s: %s", async (_, question) => {
    expect(await answered(question)).toBe(false);
  });

  test("a year is no amount, and an amount no date", async () => {
    expect(await answered("How much does Ida Holm, the mayor of Eastport, earn?")).toBe(false);
    expect(await answered("Since when is Ida Holm the mayor of Eastport?")).toBe(true);
  });
});

describe("a word that asks for the newest of its kind need not be in what answers", () => {
  test.each([
    "Who is presently mayor?",
    "newest engine",
    "Which engine is newest?",
    "What holds the port currently?",
  ])("%s", async (question) => {
    expect(await answered(question)).toBe(true);
  });
});

describe("names that no article has", () => {
  const ferry = libraryOf({
    ferry:
      "# Ferry\n\n## Releases\n\nFerry 4 was released in March 2024. Ferry 5 will be released in June 2027.\n\n## Behind a server\n\nTo use Ferry behind a server such as Nginx, forward the requests to the port 4100.",
  });
  test.each([
    ["When will Ferry 5 be released?", true],
    ["When will Ferry 7 be released?", false],
    ["How do I use Ferry behind Nginx?", true],
    ["How do I use Ferry behind Nginx or Traefik?", true],
    ["How do I use Ferry behind Traefik or Nginx?", true],
    ["How do I use Ferry behind Traefik?", false],
    ["How do I use Ferry behind Traefik or Envoy?", false],
    ["How do I use Ferry behind Nginx with Traefik?", false],
  ])("%s", async (question, isAnswered) => {
    expect((await (await ferry).ask(question)).answered).toBe(isAnswered);
  });
});

describe("who holds an office", () => {
  const offices = libraryOf({
    port: `# The port authority

The Harbour Director of Westport signs the permits of the port under the Federal Shipping Rules, Part 7.

The Pilot Station belongs to the port. The founder of the pilot station was Ida van der Holm, a captain.

| Office | Held by |
| --- | --- |
| Chair of the port council | Tom Berg |
| Head of maintenance | vacant |

The author of the port chronicle is J. Marit Lund.`,
  });

  test.each([
    ["Who was the founder of the pilot station?", "Ida van der Holm"],
    ["Who is the chair of the port council?", "Tom Berg"],
    ["who's the author of the port chronicle", "Marit Lund"],
  ])("is told by a full name: %s", async (question, name) => {
    const { answered, answer } = await (await offices).ask(question);
    expect([answered, answer[0]?.quote.includes(name)]).toEqual([true, true]);
  });

  test.each([
    "Who is the director of the port?",
    "Who is the current harbour director of Westport?",
    "Who is the chief executive of the port authority?",
  ])("is not told by capitals alone: %s", async (question) => {
    expect((await (await offices).ask(question)).answered).toBe(false);
  });

  test.each([
    [
      "de",
      "Wer ist der Direktor des Hafens?",
      "Der Direktor des Hafens NAME unterschreibt alle Genehmigungen nach der Verordnung.",
    ],
    [
      "fr",
      "Qui est le directeur du port ?",
      "Le directeur du port, NAME, signe tous les permis selon le Code.",
    ],
    [
      "es",
      "¿Quién es la directora del puerto?",
      "La directora del puerto, NAME, firma todos los permisos según el Reglamento.",
    ],
    [
      "it",
      "Chi è il direttore del porto?",
      "Il direttore del porto, NAME, firma tutti i permessi secondo il Codice.",
    ],
    [
      "pt",
      "Quem é o diretor do porto?",
      "O diretor do porto, NAME, assina todas as licenças segundo o Regulamento.",
    ],
    [
      "nl",
      "Wie is de directeur van de haven?",
      "De directeur van de haven, NAME, tekent alle vergunningen volgens het Reglement.",
    ],
  ])("in %s: %s", async (lang, question, sentence) => {
    const tell = async (name: string): Promise<boolean> => {
      const text = sentence.replace(/,? NAME(?:,(?= \S))?/, name);
      const library = await libraryOf({ port: `# 1901\n\n${text}` }, { lang });
      return (await library.ask(question)).answered;
    };
    expect([await tell(""), await tell(" Marit Lund")]).toEqual([false, true]);
  });
});

describe("an amount of another kind is no answer", () => {
  const museum = libraryOf({
    museum: `# The museum of tides

The museum of tides has 12 rooms. The museum of tides was founded in 1931.

## Tickets

A ticket of the museum of tides costs 9 euros.

## The ferry

The ferry to the museum of tides costs twelve crowns, and takes 20 minutes.

## Guides

Guides for the museum of tides are paid by the town, and a guide takes 12 guests.

## Posters

Reduce the time and cost of a poster by using one of the hundreds of old ones.

## The tower

A tour of the tower of tides takes 40 minutes.

## The beach

An old bell was found on the beach in 1877. See https://tides.example/bells/136 about bells.`,
  });
  test.each([
    ["What does a ticket of the museum of tides cost?", true],
    ["What does the ferry to the museum of tides cost?", true],
    ["How much is the fee for a tour of the tower of tides?", false],
    ["How much does a poster cost?", false],
    ["What does the old bell of the beach cost?", false],
    ["How many bells does the beach have?", false],
    ["When was the museum of tides founded?", true],
  ])("%s", async (question, isAnswered) => {
    expect((await (await museum).ask(question)).answered).toBe(isAnswered);
  });
});

describe("in German", () => {
  const laws = libraryOf(
    {
      miete: `# Mietgesetz

## § 573 Kündigung

Eine Kündigung ist unwirksam, wenn der Mieter krank ist.

## Art 5 Gebühren

Die Anmeldung eines Mietvertrags ist unentgeltlich. Der Verwalter wird auf fünf Jahre bestellt.

## Art 6 Haustiere

Kleine Haustiere sind erlaubt.`,
    },
    { lang: "de" },
  );
  test.each([
    ["Darf einem kranken Mieter gekündigt werden?", /unwirksam/],
    ["Was steht in Artikel 5 Mietgesetz?", /unentgeltlich/],
    ["Was regelt § 573 Mietgesetz?", /unwirksam/],
    ["Was kostet die Anmeldung eines Mietvertrags?", /unentgeltlich/],
    ["Auf wie viele Jahre wird ein Verwalter bestellt?", /fünf Jahre/],
  ])("%s", async (question, says) => {
    expect((await (await laws).ask(question)).answer[0]?.quote ?? "refused").toMatch(says);
  });
  test.each(["Was steht in Artikel 50 Mietgesetz?", "Was kostet ein Verwalter?"])(
    "refused: %s",
    async (question) => {
      expect((await (await laws).ask(question)).answered).toBe(false);
    },
  );
});
