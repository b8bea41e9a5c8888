import { expect, test } from "vitest";
import { expandedIn } from "../../src/text/expansion.ts";

test.each([
  ["The Tidal Survey Network (TSN) counts waves.", ["TSN"]],
  ["TSN (Tidal Survey Network) counts waves.", ["TSN"]],
  ["All Harbour Offices (HOs) close at noon.", ["HO"]],
  ["The Office of the Harbour Master (OHM) is small.", ["OHM"]],
  ["It is written in HyperTide Markup (HTM).", ["HTM"]],
  ["Das Amt für Schifffahrt und Häfen (ASH) hat geschlossen.", ["ASH"]],
  ["The “Blue Line Ferry” (“BLF”) sails.", ["BLF"]],
  ["An Authority to Sail (ATS) and a Permit of Entry (POE) are needed.", ["ATS", "POE"]],
])("finds what is spelled out: %s", (text, expected) => {
  expect(expandedIn(text)).toEqual(expected);
});

test.each([
  "Use the red option (TSN).",
  "The survey (TSN) counts waves.",
  "Counted by the Network (see below).",
  "The Tidal Survey Network counts waves.",
  "It takes a day (A).",
])("finds nothing where nothing is: %s", (text) => {
  expect(expandedIn(text)).toEqual([]);
});
