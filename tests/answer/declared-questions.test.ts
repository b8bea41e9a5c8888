import { describe, expect, test } from "vitest";
import { libraryOf } from "./library.ts";

const padding = (about: string): string =>
  Array.from({ length: 12 }, (_, i) => `The ${about} has page ${i} of the manual on shelf ${i}.`).join(" ");

const library = await libraryOf({
  leaving: `---
title: Ending the contract
questions: [How do I quit?, Can I take a sabbatical?]
---

Send a letter to the office three months before the last day. The office confirms it within a week.

## Keys

Keys and cards go back to the porter. ${padding("porter")}`,
  wireless: `---
title: Wireless access
summary: Choose the network Harbour and log in with your card number.
questions: [How do I get online?]
---

${padding("router")}

Choose the network Harbour and log in with your card number.`,
  money: `---
title: Membership
questions: [How do I stop paying?]
---

Members leave by the end of a year. A letter to the desk is enough.`,
  manual: `---
title: The lamp
questions: [When do people read by a lamp?, How bright is the lamp?]
---

The manual of the lamp has two chapters.

## Brightness

The lamp is as bright as forty candles.

## Purpose

People read by a lamp at night.`,
  deliveries: `---
title: Deliveries
summary: What a parcel holds, how it is packed, and when it may be returned.
questions: [Why does the warehouse refuse my order?, Which forms does a customs inspection need?]
---

Parcels leave the harbour on weekdays.

## Refusals

The warehouse turns away whoever is missing from its list of members. Ask the desk to add you.

## Inspections

Customs open every tenth parcel. They want a form for the sender and a form for the goods.`,
  other:
    "# Transfers\n\nPaying by transfer takes three days, and stopping a transfer takes one. How paying works is told at the desk.",
});

describe("a question that an article declares", () => {
  test.each([
    ["How do I quit?", "leaving", /^Send a letter/],
    ["Can I take a sabbatical?", "leaving", /^Send a letter/],
    ["how do i get online", "wireless", /Choose the network Harbour/],
    ["How bright is the lamp?", "manual", /forty candles/],
    ["When do people read by a lamp?", "manual", /^People read by a lamp/],
    ["How do I stop paying?", "money", /^Members leave/],
    ["Why does the warehouse refuse my order?", "deliveries", /^The warehouse turns away/],
    ["Which forms does a customs inspection need?", "deliveries", /form for the sender/],
  ])("%s", async (question, article, expected) => {
    const { answered, answer, passages } = await library.ask(question);
    expect(answered).toBe(true);
    expect(answer[0]?.quote).toMatch(expected);
    expect(passages[(answer[0]?.passage ?? 0) - 1]?.citation.article).toBe(article);
  });
});

test("the article that declares the very question answers, not one that declares a question like it", async () => {
  const both = await libraryOf({
    limits: `---
title: Limits
questions: [How many parcels can I get?]
---

The desk hands out five at a time, and at most twenty.

## Opening hours

The desk opens at nine.`,
    parcels: `---
title: How parcels are sent
questions: [What is a parcel?]
---

Parcels are sent by rail.

## Parcels

A parcel is a box with a lid. A parcel has a number.`,
  });
  const { answer, passages } = await both.ask("How many parcels can I get?");
  expect(passages[(answer[0]?.passage ?? 0) - 1]?.citation.article).toBe("limits");
  const other = await both.ask("What is a parcel?");
  expect(other.answer[0]?.quote).toMatch(/^A parcel is a box/);
});
