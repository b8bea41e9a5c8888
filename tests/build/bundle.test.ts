import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { bundleSite, bundleWidget } from "../../src/build/bundle.ts";

/** Bytes that the widget may weigh, gzip, with its styles and what it says in English. 14,000 are aimed at. */
const budget = 19_100;

test("the widget stays within its budget", async () => {
  const { script } = await bundleWidget();
  expect(gzipSync(script).length).toBeLessThanOrEqual(budget);
});

test("the widget is one script that evaluates no text and writes no HTML", async () => {
  const { script, module } = await bundleWidget();
  for (const code of [script, module].map((bytes) => new TextDecoder().decode(bytes))) {
    expect(code).not.toMatch(/\b(?:eval|Function)\(|innerHTML|outerHTML|insertAdjacentHTML|document\.write/);
    // That of a static build's scripts, once their hashes were checked.
    expect(code.match(/\bimport\(/g)).toHaveLength(1);
  }
});

test("the module registers nothing by itself, and exports the class and what registers it", async () => {
  const { script, module } = await bundleWidget();
  expect(new TextDecoder().decode(module)).toMatch(/export\s*\{[\w$]+ as FootnoteAsk,[\w$]+ as register\}/);
  expect(new TextDecoder().decode(script)).not.toContain("export");
});

test("the site's files are named by their content", async () => {
  const bundles = await bundleSite();
  for (const { name } of Object.values(bundles)) expect(name).toMatch(/^\w+-[0-9a-f]{10}\.(?:css|js)$/);
});
