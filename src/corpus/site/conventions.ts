import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseDocument } from "yaml";

/** Largest configuration that is looked at, in characters. */
const longest = 200_000;

/** Names of the collections that a site of Jekyll declares: their folders have a low line before them. */
function collections(configuration: string): string[] {
  const document = parseDocument(configuration.slice(0, longest), { logLevel: "silent" });
  const site: unknown = document.toJS({ maxAliasCount: 100 });
  const declared: unknown =
    typeof site === "object" && site !== null ? Reflect.get(site, "collections") : undefined;
  if (Array.isArray(declared)) return declared.filter((name) => typeof name === "string");
  return typeof declared === "object" && declared !== null ? Object.keys(declared) : [];
}

/** Whether a folder, or one in it, is a component of Antora. */
function isAntora(directory: string): boolean {
  try {
    const folders = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return ["", ...folders.map(({ name }) => name)].some((name) =>
      existsSync(join(directory, name, "antora.yml")),
    );
  } catch {
    return false;
  }
}

/**
 * Lines of a .gitignore that follow from what generator a folder is written for: collections of Jekyll are articles,
 * snippets of Mintlify and examples of Antora are none.
 *
 * @param directory the corpus folder
 */
export function conventions(directory: string): string[] {
  const lines: string[] = [];
  try {
    // Collections may stand in a folder of their own, and that be the corpus.
    const jekyll = [directory, dirname(resolve(directory))].map((folder) => join(folder, "_config.yml"));
    for (const file of jekyll.filter((file) => existsSync(file))) {
      for (const name of collections(readFileSync(file, "utf8"))) {
        if (/^[\w-]+$/.test(name) && name !== "drafts") lines.push(`!_${name}/`);
      }
    }
  } catch {
    // What cannot be read declares nothing.
  }
  if (["docs.json", "mint.json"].some((name) => existsSync(join(directory, name)))) lines.push("snippets/");
  if (isAntora(directory))
    lines.push(
      "modules/*/examples/",
      "**/modules/*/examples/",
      "modules/*/nav*.adoc",
      "**/modules/*/nav*.adoc",
    );
  return lines;
}

/** What a generator of sites is configured by, in the folder that it reads: what it builds has none of them. */
const configurations =
  /^(?:_config\.(?:ya?ml|toml)|hugo\.(?:toml|ya?ml|json)|mkdocs\.ya?ml|book\.toml|\.eleventy\.c?js|(?:eleventy|astro|docusaurus|nuxt|next|gatsby)(?:\.|-)config\.[cm]?[jt]s)$/;

/** Whether a folder is what a generator of sites reads, and not what it builds. */
export function isSourceOfSite(directory: string): boolean {
  try {
    return readdirSync(directory).some((name) => configurations.test(name));
  } catch {
    return false;
  }
}
