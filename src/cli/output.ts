import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** Everything a build makes is below this folder. */
export const outputFolder = "dist";
/** What the Worker serves as static assets. */
export const assetFolder = join(outputFolder, "assets");

/** Writes a file so that a reader sees the old one or the new one, never a half. Leaves an equal file alone. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const bytes = typeof content === "string" ? Buffer.from(content) : Buffer.from(content);
  try {
    if (readFileSync(path).equals(bytes)) return;
  } catch {
    // There is no such file yet.
  }
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, bytes);
  renameSync(temporary, path);
}

/** Removes the files below a folder that are not among those to keep (paths relative to the folder, `/` separated). */
export function removeOthers(folder: string, keep: ReadonlySet<string>): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !keep.has(relative(folder, path).replaceAll("\\", "/"))) rmSync(path);
  }
}

/** Sizes in bytes of all files below a folder, by path relative to it. */
export function fileSizes(folder: string): Map<string, number> {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [relative(folder, path).replaceAll("\\", "/"), statSync(path).size];
    }),
  );
}
