/** The widget as a package: importing it changes nothing, `register()` makes `<footnote-ask>` known to the page. */
export { FootnoteAsk } from "./element.ts";
export { register } from "./register.ts";
