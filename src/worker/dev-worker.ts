import type { Worker } from "./create-worker.ts";
import type { Env } from "./env.ts";

/** Addresses of what a development server adds: no article's id begins with a dot. */
export const devPath = "/.footnote/";

/** Loads, at the end of a page, the script that tells what is wrong with the articles. */
const scriptTag = `<script src="${devPath}dev.js" defer></script>`;

/** A page with that script; any other response as it is. */
export function withDevScript(response: Response): Response {
  const { status, headers, body } = response;
  if (body === null || !headers.get("Content-Type")?.startsWith("text/html")) return response;
  const script = new TransformStream<Uint8Array, Uint8Array>({
    flush: (controller) => controller.enqueue(new TextEncoder().encode(scriptTag)),
  });
  const page = new Response(body.pipeThrough(script), { status, headers });
  page.headers.delete("Content-Length");
  return page;
}

/** What a development server needs to know. */
interface DevSettings {
  /** Address of the process that builds, which serves what is below `devPath`. */
  readonly builder: string;
  /** Paths of the Worker, as `run_worker_first` lists them; all for `true`. */
  readonly first: boolean | readonly string[];
}

/** Whether a path is one of those that `run_worker_first` lists: `*` stands for anything, and `!` takes out again. */
export function goesFirst(path: string, first: DevSettings["first"]): boolean {
  if (typeof first === "boolean") return first;
  const fits = (pattern: string): boolean => {
    const parts = pattern.split("*").map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, "\\$&"));
    return new RegExp(`^${parts.join(".*")}$`).test(path);
  };
  const [without, within] = [true, false].map((isOut) =>
    first.filter((pattern) => pattern.startsWith("!") === isOut).map((pattern) => pattern.replace("!", "")),
  );
  return (within ?? []).some(fits) && !(without ?? []).some(fits);
}

/** The Worker for development: its pages show what is wrong with the articles, and reload after a build that changes them. */
export function createDevWorker(worker: Worker, { builder, first }: DevSettings): Worker {
  return {
    async fetch(request, env, context) {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith(devPath)) return fetch(new URL(pathname, builder));
      const serve = async (): Promise<Response> => {
        if (goesFirst(pathname, first)) return worker.fetch(request, env, context);
        const file = await env.ASSETS.fetch(request);
        // Where no page says that nothing was found, the platform asks the Worker.
        return file.status === 404 && file.body === null ? worker.fetch(request, env, context) : file;
      };
      return withDevScript(await serve());
    },
    scheduled: (controller, env: Env) => worker.scheduled(controller, env),
  };
}
