/**
 * The service worker of a static build: answers go on without a network, and so do the pages that were visited. The build
 * bundles it as a classic script and puts before it `footnoteFolder` and `footnoteFiles`.
 */

/** Path of the build's folder relative to this script, with a slash at the end. */
declare const footnoteFolder: string;
/** Paths below that folder of all files but the head, which are named by their content, or asked anew each time. */
declare const footnoteFiles: readonly string[];

/** What TypeScript's types of a page lack of a service worker. */
interface WorkerScope {
  readonly location: Location;
  readonly registration: { readonly scope: string };
  addEventListener(type: string, listener: (event: WorkerEvent) => void): void;
  skipWaiting(): Promise<void>;
}
interface WorkerEvent {
  readonly request: Request;
  waitUntil(work: Promise<unknown>): void;
  respondWith(response: Promise<Response>): void;
}
const scope = self as unknown as WorkerScope;

const folder = new URL(footnoteFolder, scope.location.href).href;
/** Answers and pages apart: pages go when the owner says so, files of a build when it is replaced. */
const answers = `footnote ${folder}`;
const pages = `footnote pages ${folder}`;

scope.addEventListener("install", (event) => {
  event.waitUntil(store().then(() => scope.skipWaiting()));
});
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== scope.location.origin) return;
  const isNamedByContent =
    request.url.startsWith(folder) && footnoteFiles.includes(request.url.slice(folder.length));
  event.respondWith(isNamedByContent ? cacheFirst(request) : networkFirst(request));
});

/** Stores all files of this build (those shared with the last one are stored already) and removes others. */
async function store(): Promise<void> {
  const cache = await caches.open(answers);
  const wanted = new Set(footnoteFiles.map((file) => folder + file));
  for (const { url } of await cache.keys()) if (!wanted.delete(url)) await cache.delete(url);
  await cache.addAll(wanted);
}

async function cacheFirst(request: Request): Promise<Response> {
  return (await caches.match(request.url, { cacheName: answers })) ?? fetch(request);
}

async function networkFirst(request: Request): Promise<Response> {
  const cache = await caches.open(pages);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    const known = await cache.match(request, { ignoreSearch: request.mode === "navigate" });
    if (known === undefined) throw error;
    return known;
  }
}
