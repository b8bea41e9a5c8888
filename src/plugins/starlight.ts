/** `footnote-ask/astro`: answers in the place of the search of a Starlight site, or in any Astro site. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildBeside } from "./build-beside.ts";
import { elementAttributes, folderName, type PluginOptions } from "./element.ts";

/** A URL, as far as it is used: what its other members are differs between the types of platforms. */
interface Address {
  readonly href: string;
}

/** The parts of Astro that the integration uses. */
interface AstroSetup {
  readonly config: { readonly base: string };
  injectScript(stage: "head-inline", content: string): void;
}
interface AstroBuilt {
  readonly dir: Address;
}

/** The parts of Starlight that the plugin uses. */
interface StarlightSetup {
  readonly config: { readonly components?: Readonly<Record<string, string>> };
  readonly astroConfig: { readonly root: Address; readonly base: string };
  updateConfig(config: { components: Record<string, string>; pagefind: false }): void;
  addIntegration(integration: ReturnType<typeof footnote>): void;
}

/** A base path with slashes at both ends. */
const folderOf = (base: string): string => (base.endsWith("/") ? base : `${base}/`);

/** An integration for an Astro site: loads the widget in each page, and builds the files that answer at the end. */
export function footnote(options: PluginOptions = {}) {
  return {
    name: "footnote",
    hooks: {
      "astro:config:setup": ({ config, injectScript }: AstroSetup): void => {
        const source = JSON.stringify(`${folderOf(config.base)}${folderName}/widget.js`);
        // The script is a file of the finished site, which the bundler does not have.
        injectScript(
          "head-inline",
          `document.head.append(Object.assign(document.createElement("script"),{type:"module",src:${source}}));`,
        );
      },
      "astro:build:done": ({ dir }: AstroBuilt): Promise<void> =>
        buildBeside(fileURLToPath(dir.href), options),
    },
  };
}

/** A plugin for Starlight: `starlight({ plugins: [footnoteStarlight()] })`. Its dark mode is followed. */
export function footnoteStarlight(options: PluginOptions = {}) {
  return {
    name: "footnote",
    hooks: {
      "config:setup": ({ config, astroConfig, updateConfig, addIntegration }: StarlightSetup): void => {
        // A component is a file of the site: its own folder takes what is generated.
        const folder = join(fileURLToPath(astroConfig.root.href), ".footnote");
        const component = join(folder, "Search.astro");
        const attributes = JSON.stringify(elementAttributes(folderOf(astroConfig.base), options));
        mkdirSync(folder, { recursive: true });
        writeFileSync(
          component,
          `---\nconst attributes = ${attributes};\n---\n<footnote-ask {...attributes}></footnote-ask>\n`,
        );
        updateConfig({ components: { ...config.components, Search: component }, pagefind: false });
        addIntegration(footnote(options));
      },
    },
  };
}
