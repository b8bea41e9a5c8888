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
  /** Where the two lines of HTML go. */
  readonly place: string;
}

/** Known generators, those that build on others first. */
export const generators: readonly Generator[] = [
  {
    name: "Starlight",
    packages: ["@astrojs/starlight"],
    outputs: ["dist"],
    command: "astro build",
    place:
      'a component that replaces Search: components: { Search: "./src/components/Ask.astro" } in astro.config.mjs',
  },
  {
    name: "VitePress",
    packages: ["vitepress"],
    outputs: ["docs/.vitepress/dist", ".vitepress/dist"],
    command: "vitepress build docs",
    place:
      "the script in `head` of .vitepress/config, the element in the slot nav-bar-content-before of the theme's layout",
  },
  {
    name: "Docusaurus",
    packages: ["@docusaurus/core"],
    outputs: ["build"],
    command: "docusaurus build",
    place:
      "the script in `scripts`, the element as an item of type html in `navbar.items`, both in docusaurus.config",
  },
  {
    name: "Astro",
    packages: ["astro"],
    outputs: ["dist"],
    command: "astro build",
    place: "your layout, in src/layouts",
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
  /** Whether it has a package.json. */
  readonly hasPackage: boolean;
  /** Title to offer. */
  readonly title?: string;
}

interface PackageJson {
  readonly name?: string;
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
  return {
    folder,
    ...(generator && { generator }),
    ...(output !== undefined && { output }),
    hasPackage: known !== undefined,
    ...(known?.name !== undefined && { title: known.name }),
  };
}
