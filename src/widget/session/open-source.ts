import { FilesSource } from "./files-source.ts";
import { ServiceSource } from "./service-source.ts";
import type { AnswerSource, Narrowing, Outcome } from "./source.ts";

/** Where a widget was told to find its answers; empty when absent. */
interface Place {
  /** Folder of a static build. It wins, where both are set. */
  readonly src: string;
  /** Address of a service, which may be below a path of its host. */
  readonly endpoint: string;
  /** The same, where neither is set: where the script came from. Code in somebody's bundle does not know. */
  readonly home: string;
}

/**
 * The source of answers that a widget's attributes name.
 * @param head of a static build, where one is asked for already
 */
export function openSource(
  { src, endpoint, home }: Place,
  narrowing: Narrowing,
  head?: Promise<Response>,
): AnswerSource {
  const folder = folderAt(src || endpoint || home);
  if (folder === undefined) return nowhere;
  return src === "" ? new ServiceSource(folder, narrowing) : new FilesSource(folder, narrowing, head);
}

/** An address of the page as that of a folder: absolute, with a slash at the end, without query and fragment. */
function folderAt(address: string): string | undefined {
  const url = address === "" ? null : URL.parse(address, document.baseURI);
  if (url === null) return undefined;
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  url.search = "";
  url.hash = "";
  return url.href;
}

const failed: Outcome = {
  kind: "failed",
  detail: "The page does not say where answers come from: set endpoint or src on <footnote-ask>.",
};

/** The source of a widget that was told of none. */
const nowhere: AnswerSource = {
  prepare() {},
  ask: async () => failed,
  suggest: async () => [],
  vote: async () => undefined,
  link: (href) => new URL(href, document.baseURI).href,
};
