/** `footnote-ask/docusaurus`: answers in the place of the search of a Docusaurus site. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildBeside } from "./build-beside.ts";
import { elementAttributes, folderName, type PluginOptions } from "./element.ts";

/** The part of what Docusaurus passes to a plugin that is used. */
interface Context {
  readonly baseUrl: string;
  readonly generatedFilesDir: string;
}

/** The component that themes show as the search, with the element in it. */
const searchBar = (attributes: Record<string, string>): string => `import React from "react";
export default function SearchBar() {
  return React.createElement("footnote-ask", ${JSON.stringify(attributes)});
}
`;

/**
 * A plugin: `plugins: [["footnote-ask/docusaurus", { … }]]`. At the end of a build the files that answer are in `footnote/`
 * beside the pages. Its dark mode is followed.
 */
export default function footnote({ baseUrl, generatedFilesDir }: Context, options: PluginOptions = {}) {
  const theme = join(generatedFilesDir, "footnote-theme");
  return {
    name: "footnote-ask",
    getThemePath(): string {
      mkdirSync(join(theme, "SearchBar"), { recursive: true });
      writeFileSync(join(theme, "SearchBar", "index.js"), searchBar(elementAttributes(baseUrl, options)));
      return theme;
    },
    injectHtmlTags: () => ({
      headTags: [
        { tagName: "script", attributes: { type: "module", src: `${baseUrl}${folderName}/widget.js` } },
      ],
    }),
    postBuild: ({ outDir }: { readonly outDir: string }): Promise<void> => buildBeside(outDir, options),
  };
}
