import { devPath } from "../../node/dev.ts";

/**
 * Runs on each page of a development server: shows what is wrong with the articles, and loads the page again when a build has
 * changed it. It makes no markup out of text, since the policy of pages allows none.
 */
export const devScript = `const events = new EventSource("${devPath}events");
let known;
let tag;
let box;
const tagOf = async () => (await fetch(location.href, { method: "HEAD", cache: "no-store" })).headers.get("ETag");
tagOf().then((first) => { tag = first; }).catch(() => {});
async function follow() {
  for (let tries = 0; tries < 20; tries++) {
    const now = await tagOf().catch(() => tag);
    if (now !== tag) return location.reload();
    await new Promise((done) => setTimeout(done, 300));
  }
}
function show(problems) {
  box?.remove();
  box = undefined;
  if (problems.length === 0) return;
  box = document.createElement("div");
  box.setAttribute("role", "alert");
  box.id = "footnote-dev";
  box.style.cssText = "position:fixed;inset:auto 0 0 0;z-index:2147483647;max-height:50vh;overflow:auto;padding:1rem;background:#7f1d1d;color:#fff;font:14px/1.5 monospace;white-space:pre-wrap";
  const heading = document.createElement("strong");
  heading.textContent = "The articles were not built. This is the last good build.";
  const text = document.createElement("p");
  text.style.margin = "0.5rem 0 0";
  text.textContent = problems.join("\\n");
  box.append(heading, text);
  document.body.append(box);
}
events.addEventListener("message", ({ data }) => {
  const { builds, problems } = JSON.parse(data);
  show(problems);
  if (known !== undefined && builds !== known) follow();
  known = builds;
});
`;
