import { showCited } from "./cited.ts";

// Browsers that know text fragments show what is cited by themselves, and hide that part of the address from scripts.
if (!("fragmentDirective" in document)) {
  showCited(location.hash);
  addEventListener("hashchange", () => showCited(location.hash));
}
