import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A generator of sites, and where Footnote joins it. */
export interface Generator {
  readonly name: string;
  /** Packages in package.json that tell it. */
  readonly packages?: readonly string[];
  /** Files in the project's folder that tell it. */
  readonly files?: readonly string[];
  /** Folders that it writes the site to, the usual one first. */
  readonly outputs: readonly string[];
  /** The command that builds the site. */
  readonly command: string;
  /** Where the two lines of HTML go; with a plugin, into which file its own lines go, and those. */
  readonly place: string;
  readonly plugin?: string;
}

/** A title in YAML or TOML. */
const titled = /^(?:title|site_name)\s*[:=]\s*(["']?)(.+?)\1\s*$/m;

/** Known generators, those that build on others first. */
export const generators: readonly Generator[] = [
  {
    name: "Starlight",
    packages: ["@astrojs/starlight"],
    outputs: ["dist"],
    command: "astro build",
    place: "astro.config.mjs",
    plugin: `import { footnoteStarlight } from "footnote-ask/astro";

starlight({ …, plugins: [footnoteStarlight()] })`,
  },
  {
    name: "VitePress",
    packages: ["vitepress"],
    outputs: ["docs/.vitepress/dist", ".vitepress/dist"],
    command: "vitepress build docs",
    place: ".vitepress/config.mts",
    plugin: `import { withFootnote } from "footnote-ask/vitepress";

export default withFootnote(defineConfig({ … }));`,
  },
  {
    name: "Docusaurus",
    packages: ["@docusaurus/core"],
    outputs: ["build"],
    command: "docusaurus build",
    place: "docusaurus.config.js",
    plugin: `plugins: ["footnote-ask/docusaurus"],`,
  },
  {
    name: "Astro",
    packages: ["astro"],
    outputs: ["dist"],
    command: "astro build",
    place: "astro.config.mjs, and the element where it is to be",
    plugin: `import { footnote } from "footnote-ask/astro";

integrations: [footnote()],

<footnote-ask src="/footnote/"></footnote-ask>`,
  },
  {
    name: "Eleventy",
    packages: ["@11ty/eleventy"],
    outputs: ["_site"],
    command: "eleventy",
    place: "your base layout, in _includes",
  },
  {
    name: "Next.js",
    packages: ["next"],
    outputs: ["out"],
    command: "next build",
    place: 'app/layout; output: "export" in next.config makes the folder out',
  },
  {
    name: "Hugo",
    files: [
      "hugo.toml",
      "hugo.yaml",
      "hugo.yml",
      "hugo.json",
      "config/_default/hugo.toml",
      "archetypes/default.md",
    ],
    outputs: ["public"],
    command: "hugo",
    place: "layouts/_default/baseof.html, or the partial that your theme has for it",
  },
  {
    name: "MkDocs",
    files: ["mkdocs.yml", "mkdocs.yaml"],
    outputs: ["site"],
    command: "mkdocs build",
    place: "overrides/main.html (theme.custom_dir: overrides), in the block announce or scripts",
  },
  {
    name: "mdBook",
    files: ["book.toml"],
    outputs: ["book"],
    command: "mdbook build",
    place: "theme/header.hbs",
  },
  {
    name: "Jekyll",
    files: ["_config.yml", "_config.yaml"],
    outputs: ["_site"],
    command: "jekyll build",
    place: "_layouts/default.html",
  },
];

/** A project of a user. */
export interface Project {
  readonly folder: string;
  readonly generator?: Generator;
  /** Folder of the built site: the one that is there, else the usual one. */
  readonly output?: string;
  /** Scripts of its package.json; undefined where it has none. */
  readonly scripts?: Readonly<Record<string, string>>;
  /** Title to offer. */
  readonly title?: string;
}

interface PackageJson {
  readonly name?: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function readPackage(folder: string): PackageJson | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as PackageJson;
  } catch {
    return undefined;
  }
}

/** The title that a generator's own configuration gives the site. */
function configuredTitle(folder: string, { files = [] }: Generator): string | undefined {
  const path = files.map((file) => join(folder, file)).find((file) => existsSync(file));
  return path === undefined ? undefined : titled.exec(readFileSync(path, "utf8"))?.[2];
}

/** Looks at a folder for what it is made with. */
export function examineFolder(folder: string): Project {
  const known = readPackage(folder);
  const packages = Object.keys({ ...known?.dependencies, ...known?.devDependencies });
  const generator = generators.find(
    (one) =>
      one.packages?.some((name) => packages.includes(name)) === true ||
      one.files?.some((file) => existsSync(join(folder, file))) === true,
  );
  const output = generator?.outputs.find((path) => existsSync(join(folder, path))) ?? generator?.outputs[0];
  const title = (generator && configuredTitle(folder, generator)) ?? known?.name;
  return {
    folder,
    ...(generator && { generator }),
    ...(output !== undefined && { output }),
    ...(known && { scripts: known.scripts ?? {} }),
    ...(title !== undefined && { title }),
  };
}

/** A script for package.json. */
export interface PackageScript {
  readonly name: string;
  readonly line: string;
  /** What to type from then on to build the site. */
  readonly builds: string;
}

/**
 * The script that has a line run after each build of a site: npm runs it after the script that builds, whatever that is called; where there is
 * none, it builds as well.
 */
export function scriptAfterBuild({ generator, scripts = {} }: Project, line: string): PackageScript {
  const [program = "", verb = ""] = generator?.command.split(" ") ?? [];
  const isBuild = (script: string): boolean => program !== "" && script.includes(`${program} ${verb}`.trim());
  const building =
    Object.keys(scripts).find((name) => !/^(?:pre|post)/.test(name) && isBuild(scripts[name] ?? "")) ??
    (scripts["build"] === undefined ? undefined : "build");
  if (building !== undefined) return { name: `post${building}`, line, builds: `npm run ${building}` };
  if (generator === undefined)
    return { name: "footnote", line, builds: "npm run footnote, after each build" };
  return { name: "build", line: `${generator.command} && ${line}`, builds: "npm run build" };
}
