import { filterArticles } from "./article-filter.ts";
import { showCited } from "./cited.ts";
import { addCopyButtons } from "./code-copy.ts";
import { rememberAnswer, showWayBack } from "./way-back.ts";

// Browsers that support text fragments highlight the citation themselves, and hide that part of the URL from scripts.
if (!("fragmentDirective" in document)) {
  showCited(location.hash);
  addEventListener("hashchange", () => showCited(location.hash));
}
showWayBack();
rememberAnswer();
addCopyButtons();
filterArticles();
