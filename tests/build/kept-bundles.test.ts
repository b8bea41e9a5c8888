import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keptBundle } from "../../src/build/kept-bundles.ts";

let checkout: string;
let made: number;
const source = (): string => join(checkout, "src");

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), "footnote-bundles-"));
  mkdirSync(join(source(), "widget"), { recursive: true });
  writeFileSync(join(source(), "widget", "script.ts"), "first");
  made = 0;
});
afterEach(() => rmSync(checkout, { recursive: true, force: true }));

const bundle = async (content: string): Promise<string> => {
  const make = async () => {
    made += 1;
    return new TextEncoder().encode(content);
  };
  return new TextDecoder().decode(await keptBundle(source(), "widget/script.ts", make));
};

test("a bundle is made once, until a file of the source or the installed packages change", async () => {
  expect(await bundle("one")).toBe("one");
  expect(await bundle("two")).toBe("one");
  expect(made).toBe(1);
  writeFileSync(join(source(), "widget", "labels.ts"), "a new file");
  expect(await bundle("two")).toBe("two");
  writeFileSync(join(source(), "widget", "labels.ts"), "an edited file");
  expect(await bundle("three")).toBe("three");
  mkdirSync(join(checkout, "node_modules"));
  writeFileSync(join(checkout, "node_modules", ".package-lock.json"), "{}");
  expect(await bundle("four")).toBe("four");
  expect(made).toBe(4);
  expect(readdirSync(join(checkout, ".footnote", "bundles"))).toHaveLength(1);
});

test("a bundle whose source changes while it is made is not kept", async () => {
  const make = async () => {
    writeFileSync(join(source(), "widget", "script.ts"), "edited meanwhile");
    return new TextEncoder().encode("of both");
  };
  await keptBundle(source(), "widget/script.ts", make);
  expect(await bundle("new")).toBe("new");
});
