/** What wrangler compiles when the Worker is uploaded. */
declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}
