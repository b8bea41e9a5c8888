/** The widget as a script tag: loading it is enough. */
import { home } from "./element.ts";
import { register } from "./register.ts";

home.address = new URL(".", import.meta.url).href;
register();
