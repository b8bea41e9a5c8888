import { ServiceSource } from "./service-source.ts";
import type { AnswerSource, Narrowing } from "./source.ts";
import { StaticSource } from "./static-source.ts";

/** Where a widget was told to find its answers; both as the attributes have them, empty when absent. */
interface Place {
  /** Folder of a static build. It wins, where both are set. */
  readonly src: string;
  /** Address of a service, which may be below a path of its host; by default that of the script, without its name. */
  readonly endpoint: string;
}

/** The source of answers that a widget's attributes name. @throws TypeError when its address is none */
export function openSource({ src, endpoint }: Place, narrowing: Narrowing): AnswerSource {
  if (src !== "") return new StaticSource(folderAt(src), narrowing);
  return new ServiceSource(
    endpoint === "" ? new URL(".", import.meta.url).href : folderAt(endpoint),
    narrowing,
  );
}

/** An address of the page as that of a folder: absolute, with a slash at the end, without query and fragment. */
function folderAt(address: string): string {
  const url = new URL(address, document.baseURI);
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  url.search = "";
  url.hash = "";
  return url.href;
}
