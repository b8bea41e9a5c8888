import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readKernel } from "../../../src/build/engines/compiled/kernel.ts";

/** A project with a small kernel. */
let project: string;
const source = () => join(project, "src", "index", "compiled", "kernel");
const write = (text: string): void => writeFileSync(join(source(), "index.ts"), text);
const changed = (): number => statSync(join(project, "kernel", "kernel.wasm")).mtimeMs;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "footnote-kernel-"));
  mkdirSync(source(), { recursive: true });
  writeFileSync(join(project, "package.json"), "{}");
  symlinkSync(join(process.cwd(), "node_modules"), join(project, "node_modules"));
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

/** WebAssembly begins with these bytes. */
const magic = new Uint8Array([0, ...new TextEncoder().encode("asm")]);

const small = "export function one(): u32 {\n  return 1;\n}\n";

test("the kernel is compiled when its source has changed, and not otherwise", () => {
  write(small);
  const first = readKernel(project);
  expect(new Uint8Array(first.subarray(0, 4))).toEqual(magic);
  const compiled = changed();
  expect(readKernel(project)).toEqual(first);
  expect(changed()).toBe(compiled);
  write("export function one(): u32 {\n  return missing;\n}\n");
  expect(() => readKernel(project)).toThrow("Cannot find name 'missing'");
  expect(changed()).toBe(compiled);
  write(small);
  expect(readKernel(project)).toEqual(first);
});

test("a compiled kernel without a compiler is enough where its source is not, or is the one that was compiled", () => {
  const compiled = readKernel(project);
  rmSync(join(project, "node_modules"));
  expect(readKernel(project)).toEqual(compiled);
  write("export function three(): u32 {\n  return 3;\n}\n");
  expect(() => readKernel(project)).toThrow("npm ci --include=dev");
  rmSync(source(), { recursive: true });
  expect(readKernel(project)).toEqual(compiled);
});
