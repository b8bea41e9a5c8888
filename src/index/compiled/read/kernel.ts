import { inverseDocumentFrequency } from "../../bm25.ts";

/** An address in the memory of a kernel. */
export type Address = number;

/** What src/index/compiled/kernel exports; docstrings are there. */
export interface Kernel {
  readonly memory: WebAssembly.Memory;
  allocate(bytes: number): Address;
  mark(): Address;
  release(mark: Address): void;
  defineFields(count: number, text: number, k: number, b: number): void;
  defineField(field: number, weight: number, averageLength: number): void;
  definePassages(count: number): Address;
  open(list: Address, weight: number): Address;
  count(cursor: Address): number;
  bound(cursor: Address): number;
  describe(cursor: Address, keysAt: Address, keyCount: number): number;
  scoreAll(cursor: Address, first: number, limit: number, found: number): number;
  scorePresent(cursor: Address, found: number): void;
  prune(found: number, least: number): number;
  scoreOf(key: number): number;
  best(found: number, most: number, into: Address): number;
  forget(found: number): void;
}

/** What a kernel calls. */
const imports = {
  env: {
    abort: () => {
      throw new RangeError("the memory of the kernel cannot grow");
    },
  },
  "posting-cursor": { inverseDocumentFrequency },
};

/** A kernel with a memory of its own. */
export function startKernel(module: WebAssembly.Module): Kernel {
  // The exports' types are those of the AssemblyScript source.
  return new WebAssembly.Instance(module, imports).exports as unknown as Kernel;
}

/** The script that the build makes of the kernel. */
export interface ScriptKernel {
  instantiate(kernelImports: typeof imports): Kernel;
}

/** The same, where WebAssembly may not be compiled: a content security policy without `wasm-unsafe-eval`. */
export function startScriptKernel(script: ScriptKernel): Kernel {
  return script.instantiate(imports);
}
