import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join, parse, relative } from "node:path";
import { headName, type PublishedFile, type PublishedHead } from "../../static/published.ts";
import { pack } from "../engines/compiled/pack.ts";
import { filesBelow } from "../files-below.ts";
import { OutputFolder } from "../output.ts";

/** Thrown when a static build may not be written where it was told to. `message` says why, and what to do. */
export class StaticFolderError extends Error {
  override name = "StaticFolderError";
}

/** Files of a static build, whole or broken off. */
const ownFile =
  /^(?:(?:index|languages|lexicons|labels)\/.+|footnote\.json|widget(?:-\w+)?\.js|(?:answerer|kernel|suggestions)-[0-9a-f]+\.\w+)$|\.tmp$/;

/** Digits of the hash in a file's name. */
const nameHashLength = 16;

/** The folder of the static build beside a site. */
export const folderBeside = (site: string): string => join(site, "footnote");

/** The same where there is one. */
export function staticBuildBeside(site: string): string | undefined {
  const folder = folderBeside(site);
  return existsSync(join(folder, headName)) ? folder : undefined;
}

/** The folder of a static build: everything in it is named by its content, but the widget's scripts and the head. */
export class StaticFolder {
  readonly #folder: OutputFolder;

  /** @throws StaticFolderError when the folder holds files of somebody else, which the end of a build would remove */
  constructor(folder: string) {
    const files = existsSync(folder) ? filesBelow(folder) : [];
    if (!files.every((file) => ownFile.test(relative(folder, file).replaceAll("\\", "/")))) {
      throw new StaticFolderError(
        `${folder} holds other files: name a folder for Footnote alone, such as ${join(folder, "footnote")}`,
      );
    }
    this.#folder = new OutputFolder(folder);
  }

  /** How many files there are. */
  get files(): number {
    return this.#folder.sizes.size;
  }

  /** Their bytes as they are stored. */
  get bytes(): number {
    return [...this.#folder.sizes.values()].reduce((sum, size) => sum + size, 0);
  }

  /** Their paths below the folder. */
  get paths(): readonly string[] {
    return [...this.#folder.sizes.keys()];
  }

  /** Writes a script or another text as it is, under a name that does not change. */
  writePlain(path: string, content: string | Uint8Array): void {
    this.#folder.write(path, content);
  }

  /** Writes a script under a name with its hash: hosts compress text. */
  script(path: string, content: string | Uint8Array): PublishedFile {
    return this.#hashed(path, Buffer.from(content));
  }

  /** Writes a file that is no text, packed, under a name with its hash. */
  packed(path: string, content: Uint8Array): PublishedFile {
    // Hosts compress no binary file.
    return this.#hashed(path, Buffer.from(pack(content)));
  }

  /** Writes a file of the index, which is packed already: it is checked by its name when it is read. */
  indexFile(path: string, content: Uint8Array): void {
    this.#folder.write(path, content);
  }

  /** Writes the head, which makes this build the current one, and removes what is left of another. */
  finish(head: PublishedHead): void {
    this.#folder.write(headName, JSON.stringify(head));
    this.#folder.removeOthers();
  }

  #hashed(path: string, content: Buffer): PublishedFile {
    const { dir, name, ext } = parse(path);
    const hash = createHash("sha256").update(content).digest("hex").slice(0, nameHashLength);
    const file = `${dir === "" ? "" : `${dir}/`}${name}-${hash}${ext}`;
    this.#folder.write(file, content);
    return { file, integrity: `sha384-${createHash("sha384").update(content).digest("base64")}` };
  }
}
