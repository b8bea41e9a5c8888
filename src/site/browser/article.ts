import { showCited } from "./cited.ts";

// Browsers that support text fragments highlight the citation themselves, and hide that part of the URL from scripts.
if (!("fragmentDirective" in document)) {
  showCited(location.hash);
  addEventListener("hashchange", () => showCited(location.hash));
}
