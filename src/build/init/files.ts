import { stringify } from "yaml";
import { assetFolder, serviceFolder } from "../output.ts";
import { wranglerConfiguration } from "../wrangler-configuration.ts";

/** What the owner chose. */
export interface Choices {
  readonly title: string;
  /** Where the site is, without a slash at the end; empty when it is not known. */
  readonly baseUrl: string;
  /** Folder of the articles or of the built site. */
  readonly corpus: string;
  /** Name of the Worker. */
  readonly worker: string;
}

/** corpus.yaml of these choices. */
export function collectionText({ title, baseUrl }: Choices): string {
  const base =
    baseUrl === ""
      ? "# Where the articles are shown; without it, the service shows them itself.\n# baseUrl: https://docs.example.org\n# url: /{path}\n"
      : `# Where the articles are shown. What addresses look like, if not as the files are called: url: /{path}\n${stringify({ baseUrl })}`;
  return `${stringify({ title })}${base}# Words that mean the same to your readers.\n# synonyms:\n#   - [sign in, log in]\n`;
}

/** wrangler.jsonc of these choices. */
export function wranglerText({ corpus, worker }: Choices): string {
  const configuration = wranglerConfiguration({
    name: worker,
    out: serviceFolder,
    folder: ".",
    corpus,
    build: `npx footnote-ask build ${JSON.stringify(corpus)}`,
  });
  const text = JSON.stringify(
    { $schema: "node_modules/wrangler/config-schema.json", ...configuration },
    undefined,
    2,
  );
  return `${text
    .replace(
      '  "build":',
      `  // Makes ${serviceFolder} out of the articles, again whenever one changes.\n  "build":`,
    )
    .replace('  "assets":', `  // The index and the pages, in ${assetFolder(serviceFolder)}.\n  "assets":`)
    .replace(
      '  "vars":',
      '  // Which sites may ask from a browser: *, or origins separated by commas.\n  "vars":',
    )}\n`;
}

/** questions.yaml to begin with. */
export const questionsText = `# What readers ask, and what the answers must say: footnote test holds them against it.
questions:
  - ask: What is the capital of Peru?
    unanswered: true
#  - ask: How do I sign in?
#    from: guides/signing-in.md
#    says: Sign in
`;

/** The element that asks, for a page. @param src folder of the static files, or undefined for a service */
export const widgetLines = (src: string): string =>
  `<script type="module" src="${src}widget.js"></script>\n<footnote-ask src="${src}"></footnote-ask>`;
