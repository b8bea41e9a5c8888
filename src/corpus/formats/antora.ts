import { parseDocument } from "yaml";

/** Where a file of Antora stands: below the folder of its antora.yml in a module, and there in the folder of a family. */
const place = /^(.*?)modules\/([^/]+)\/(?:pages|partials|examples)\/(.*)$/;

/** Whether a file is a page of Antora, which has an address of its own. */
export const isAntoraPage = (path: string): boolean => /(?:^|\/)modules\/[^/]+\/pages\//.test(path);

/** The folders of what an id of a resource may name. */
const families: Readonly<Record<string, string>> = {
  partial: "partials",
  example: "examples",
  page: "pages",
};

/** `module:family$path` */
const resource = /^(?:([\w.-]+):)?(?:(partial|example|page)\$)(.+)$/;

/** Paths below the corpus folder of the files that may say which attributes all pages have, last the one that counts most. */
export function descriptionsOf(path: string): string[] {
  const [, root] = place.exec(path) ?? [];
  return root === undefined ? [] : ["antora-playbook.yml", `${root}antora-playbook.yml`, `${root}antora.yml`];
}

/** The path below the corpus folder that an id means in a file of Antora; undefined when it is no such id. */
export function resourceOf(name: string, from: string): string | undefined {
  const [, root, own] = place.exec(from) ?? [];
  const [, module = own, family = "", file] = resource.exec(name) ?? [];
  if (root === undefined || file === undefined || file.split("/").includes("..")) return undefined;
  return `${root}modules/${module}/${families[family]}/${file}`;
}

/** The page below the corpus folder that a reference in a file of Antora means: `path`, or `module:path`; undefined for other files and components. */
export function pageOf(name: string, from: string): string | undefined {
  const [, root, own] = place.exec(from) ?? [];
  const [, module = own, file] = /^(?:([\w.-]+):)?([^:@$]+)$/.exec(name) ?? [];
  if (root === undefined || file === undefined || file.startsWith("./") || file.split("/").includes(".."))
    return undefined;
  return `${root}modules/${module}/pages/${file}`;
}

/** Where a page of Antora has its images, relative to it; undefined for other files. */
export function imagesOf(path: string): string | undefined {
  const [, , , file] = place.exec(path) ?? [];
  return file === undefined ? undefined : `${"../".repeat(file.split("/").length)}images`;
}

function attributesIn(text: string): [string, string][] {
  const site: unknown = parseDocument(text, { logLevel: "silent" }).toJS({ maxAliasCount: 100 });
  const part: unknown = typeof site === "object" && site !== null ? Reflect.get(site, "asciidoc") : undefined;
  const given: unknown =
    typeof part === "object" && part !== null ? Reflect.get(part, "attributes") : undefined;
  if (typeof given !== "object" || given === null) return [];
  return Object.entries(given).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" || typeof value === "number" ? [[name, String(value).replace(/@$/, "")]] : [],
  );
}

/** The attributes that such files give to all pages; a file that is no YAML gives none. */
export function attributesOf(texts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    texts.flatMap((text) => {
      try {
        return attributesIn(text);
      } catch {
        return [];
      }
    }),
  );
}
