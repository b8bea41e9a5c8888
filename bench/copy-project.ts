import { cpSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";

/** Folder of the project itself. */
export const root = join(import.meta.dirname, "..");

/** Copies the project to a folder, in which nothing is built yet. @param more names of what is copied besides the code */
export function copyProject(folder: string, ...more: readonly string[]): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ["src", "package.json", "tsconfig.json", ...more]) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
}
