/** `footnote-ask/vitepress`: answers in the place of the search of a VitePress site. */
import { buildBeside } from "./build-beside.ts";
import { elementAttributes, folderName, type PluginOptions } from "./element.ts";
import { lastBuild } from "./last-build.ts";

/** The parts of a VitePress configuration that the plugin reads and extends. */
interface Config {
  base?: string;
  head?: unknown;
  vue?: { template?: { compilerOptions?: { isCustomElement?: (tag: string) => boolean } } };
  vite?: { plugins?: unknown };
  buildEnd?: (site: never) => unknown;
}

/** What VitePress passes to `buildEnd`. */
interface BuiltSite {
  readonly outDir: string;
}

/** The part of Vite's resolved configuration and server that the plugin reads. */
interface DevelopmentServer {
  readonly config: { readonly base: string; readonly vitepress?: BuiltSite };
  readonly middlewares: { use(middleware: ReturnType<typeof lastBuild>): void };
}

/** The component that the default theme shows in its bar, and the module that stands in for it. */
const searchComponent = /VPNavBarSearch\.vue$/;
const standIn = "\0footnote-search";

/** A component with the element, as a script: a package that ships no .vue file needs no compiler. */
const componentOf = (attributes: Record<string, string>): string => `import { h } from "vue";
export default {
  name: "FootnoteSearch",
  render: () => h("div", { class: "VPNavBarSearch" }, h("footnote-ask", ${JSON.stringify(attributes)})),
};
`;

/** A plugin for Vite that puts the element in the place of the search, and answers from the last build in development. */
const vitePlugin = (attributes: Record<string, string>) => ({
  name: "footnote",
  enforce: "pre" as const,
  resolveId: (id: string) => (searchComponent.test(id) ? standIn : undefined),
  load: (id: string) => (id === standIn ? componentOf(attributes) : undefined),
  configureServer({ config, middlewares }: DevelopmentServer) {
    if (config.vitepress !== undefined) middlewares.use(lastBuild(config.vitepress.outDir, config.base));
  },
});

/**
 * Extends the configuration of a VitePress site: `export default withFootnote(defineConfig({ … }))`. At the end of a build
 * the files that answer are in `footnote/` beside the pages. The dark mode of the theme is followed.
 */
export function withFootnote<Site extends Config>(config: Site, options: PluginOptions = {}): Site {
  const base = config.base ?? "/";
  const { compilerOptions } = config.vue?.template ?? {};
  const isCustomElement = (tag: string): boolean =>
    tag === "footnote-ask" || compilerOptions?.isCustomElement?.(tag) === true;
  const plugins = config.vite?.plugins;
  return {
    ...config,
    head: [
      ...(Array.isArray(config.head) ? config.head : []),
      ["script", { type: "module", src: `${base}${folderName}/widget.js` }],
    ],
    vue: {
      ...config.vue,
      template: { ...config.vue?.template, compilerOptions: { ...compilerOptions, isCustomElement } },
    },
    vite: {
      ...config.vite,
      plugins: [...(Array.isArray(plugins) ? plugins : []), vitePlugin(elementAttributes(base, options))],
    },
    async buildEnd(site: BuiltSite) {
      await config.buildEnd?.(site as never);
      await buildBeside(site.outDir, options);
    },
  };
}
