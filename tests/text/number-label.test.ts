import { expect, test } from "vitest";
import { withoutLabel } from "../../src/text/number-label.ts";

test.each([
  ["§ 242 Diebstahl", "Diebstahl"],
  ["§242a Bandendiebstahl", "Bandendiebstahl"],
  ["Art. 5 Freedom of the press", "Freedom of the press"],
  ["Article 12: Water", "Water"],
  ["Chapter IV. The mill", "The mill"],
  ["CHAPTER I. Down the hole", "Down the hole"],
  ["2.4.1 Setting up", "Setting up"],
  ["2.4.1. Setting up", "Setting up"],
  ["3. File your voucher", "File your voucher"],
  ["3) File your voucher", "File your voucher"],
  ["(3) File your voucher", "File your voucher"],
  ["IV. Results", "Results"],
  ["Step 2: Sign in", "Sign in"],
  ["Capítulo 5 – La casa", "La casa"],
])("%s is about %s", (heading, about) => {
  expect(withoutLabel(heading)).toBe(about);
});

test.each([
  "10 ways to bake",
  "1984 in review",
  "Express 5 codemods",
  "Chapter 12",
  "§ 242",
  "2.4.1",
  "I am here",
  "C++ basics",
  "Vitamin C",
  "Plain",
])("%s stays whole", (heading) => {
  expect(withoutLabel(heading)).toBe(heading);
});
