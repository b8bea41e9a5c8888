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
