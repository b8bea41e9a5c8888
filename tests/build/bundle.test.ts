import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { bundleSite, bundleWidget, sessionAddress, sessionName } from "../../src/build/bundle.ts";

/** Bytes, gzip, of what a page loads at once, and of what it loads when a reader comes to the field: with styles, in English. */
const budgets = { script: 7_600, session: 14_400 };

test("the widget stays within its budgets", async () => {
  const { script, session } = await bundleWidget();
  expect(gzipSync(script).length).toBeLessThanOrEqual(budgets.script);
  expect(gzipSync(session).length).toBeLessThanOrEqual(budgets.session);
});

test("the widget's scripts evaluate no text and write no HTML", async () => {
  const { script, module, session } = await bundleWidget();
  for (const code of [script, module, session].map((bytes) => new TextDecoder().decode(bytes))) {
    expect(code).not.toMatch(/\b(?:eval|Function)\(|innerHTML|outerHTML|insertAdjacentHTML|document\.write/);
    // That of the session; in it, that of a static build's scripts, once their hashes were checked.
    expect(code.match(/\bimport\(/g)).toHaveLength(1);
  }
});

test("the script names the session by its content, the module by its place in the package", async () => {
  const { script, module, session } = await bundleWidget();
  const hash = createHash("sha256").update(session).digest("hex").slice(0, 10);
  expect(sessionAddress(script)).toBe(`${sessionName}?${hash}`);
  expect(new TextDecoder().decode(module)).toContain('import("./session/index.js")');
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
