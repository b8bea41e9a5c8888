import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { bundleSite, bundleWidget } from "../../src/build/bundle.ts";

/**
 * Bytes, gzip, with styles and English, for a build of English articles: of what a page loads at once, of that and what it loads when a reader comes to the field,
 * of what it loads when somebody types or asks, and of what it loads besides where answers come from files, and where a
 * browser has an agent.
 */
const budgets = {
  script: 6_650,
  everyLanguage: 7_500,
  untilFocus: 13_350,
  answers: 8_210,
  files: 900,
  agents: 800,
};

const compressed = (content: Uint8Array): number => gzipSync(content).length;

const widget = await bundleWidget(["en"]);

/** All scripts of the widget as text. */
function texts(): string[] {
  const { script, session, answers, files, agents, modules } = widget;
  const later = [session, answers, files, agents].map(({ content }) => content);
  return [script, ...later, ...modules.values()].map((bytes) => new TextDecoder().decode(bytes));
}

test("the widget stays within its budgets", async () => {
  const { script, session, answers, files, agents } = widget;
  expect(compressed(script)).toBeLessThanOrEqual(budgets.script);
  expect(compressed((await bundleWidget()).script)).toBeLessThanOrEqual(budgets.everyLanguage);
  expect(compressed(script) + compressed(session.content)).toBeLessThanOrEqual(budgets.untilFocus);
  expect(compressed(answers.content)).toBeLessThanOrEqual(budgets.answers);
  expect(compressed(files.content)).toBeLessThanOrEqual(budgets.files);
  expect(compressed(agents.content)).toBeLessThanOrEqual(budgets.agents);
});

test("the widget's scripts evaluate no text and write no HTML", () => {
  for (const code of texts()) {
    expect(code).not.toMatch(/\b(?:eval|Function)\(|innerHTML|outerHTML|insertAdjacentHTML|document\.write/);
  }
});

test("a script loads the next ones and nothing else", () => {
  const { script, session, answers, files, agents } = widget;
  const imports = (content: Uint8Array): number =>
    new TextDecoder().decode(content).match(/\bimport\(/g)?.length ?? 0;
  expect(imports(script)).toBe(2);
  expect(imports(session.content)).toBe(2);
  expect(imports(answers.content)).toBe(0);
  expect(imports(agents.content)).toBe(0);
  // A static build's scripts, once their hashes were checked.
  expect(imports(files.content)).toBe(1);
});

test("each script names the next by its content, the module by its place in the package", () => {
  const { script, session, answers, files, agents, modules } = widget;
  for (const { name, address, content } of [session, answers, files, agents]) {
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
    expect(address).toBe(`${name}?${hash}`);
  }
  const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
  expect(textOf(script)).toContain(`./${session.address}`);
  expect(textOf(script)).toContain(`./${agents.address}`);
  expect(textOf(session.content)).toContain(`./${answers.address}`);
  expect(textOf(session.content)).toContain(`./${files.address}`);
  expect(textOf(modules.get("index.js"))).toContain('import("./session/index.js")');
  expect(textOf(modules.get("index.js"))).toContain('import("./agents/index.js")');
  expect(textOf(modules.get("session/index.js"))).toContain('import("../answers/index.js")');
  expect(textOf(modules.get("session/index.js"))).toContain('import("./static-source.js")');
});

test("what the scripts have in common is in the first of them alone", () => {
  const { script, session, answers } = widget;
  const has = (content: Uint8Array): boolean =>
    new TextDecoder().decode(content).includes("http://www.w3.org/2000/svg");
  expect([script, session.content, answers.content].map(has)).toEqual([true, false, false]);
});

test("the module registers nothing by itself, and exports the class and what registers it", () => {
  const { script, modules } = widget;
  const module = new TextDecoder().decode(modules.get("index.js"));
  expect(module).toMatch(/export\s*\{\s*[\w$]+ as FootnoteAsk,\s*[\w$]+ as register\s*\}/);
  expect(new TextDecoder().decode(script)).not.toContain("export");
});

test("the site's files are named by their content", async () => {
  const bundles = await bundleSite();
  for (const { name } of Object.values(bundles)) expect(name).toMatch(/^\w+-[0-9a-f]{10}\.(?:css|js)$/);
});
